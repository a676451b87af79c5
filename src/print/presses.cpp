#include "print/presses.h"

#include "base/pch.h"
#include "print/press.h"

#include <atomic>
#include <thread>

namespace frist::print {
namespace {

constexpr std::size_t worth_a_worker = 8;   // opening the fonts costs about as much as this many letters
constexpr unsigned most_workers = 16;

}  // namespace

std::vector<Result<std::string>> each_pdf_of(std::span<const letters::Letter> letters, unsigned workers) {
    std::vector<std::optional<Result<std::string>>> printed(letters.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next.fetch_add(1); i < letters.size(); i = next.fetch_add(1)) printed[i].emplace(pdf_of(letters[i]));
    };
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < workers; ++i) others.emplace_back(work);
        work();
    }
    std::vector<Result<std::string>> all;
    all.reserve(printed.size());
    for (auto& one : printed) all.push_back(std::move(*one));
    return all;
}

unsigned workers_for(std::size_t letters) {
    const std::size_t worth = std::max<std::size_t>(1, letters / worth_a_worker);
    const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, most_workers);
    return static_cast<unsigned>(std::min<std::size_t>(worth, cores));
}

}  // namespace frist::print
