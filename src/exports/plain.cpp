#include "exports/plain.h"

#include "base/pch.h"
#include "sheets/csv.h"

#include <boost/json.hpp>

namespace frist::exports {
namespace {

using office::SheetCell;
using office::SheetPlan;

class Csv : public office::SheetOut {
public:
    explicit Csv(const SheetPlan& plan) : plan_(plan) {
        std::vector<std::string> heads;
        heads.reserve(plan.columns.size());
        for (const office::SheetColumn& column : plan.columns) heads.push_back(column.head);
        sheets::write_csv_row(bytes_, heads, plan_.separator);
    }

    Outcome row(std::span<const SheetCell> cells) override {
        std::vector<std::string> words;
        words.reserve(cells.size());
        for (const SheetCell& cell : cells) words.push_back(word(cell));
        sheets::write_csv_row(bytes_, words, plan_.separator);
        return done;
    }
    Result<std::string> finish() override { return std::move(bytes_); }

private:
    [[nodiscard]] std::string word(const SheetCell& cell) const {
        if (const auto* words = std::get_if<std::string>(&cell)) return *words;
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
        if (const auto* day = std::get_if<Date>(&cell)) return text(*day);
        const auto* money = std::get_if<Money>(&cell);
        if (money == nullptr) return "";
        std::string sum = text(*money);
        if (plan_.separator != ',') std::replace(sum.begin(), sum.end(), '.', ',');
        return sum;
    }

    SheetPlan plan_;
    std::string bytes_ = "\xEF\xBB\xBF";
};

class Json : public office::SheetOut {
public:
    explicit Json(const SheetPlan& plan) : plan_(plan) {}

    Outcome row(std::span<const SheetCell> cells) override {
        boost::json::object one;
        for (std::size_t i = 0; i < cells.size(); ++i) one[plan_.columns[i].id] = value(cells[i]);
        bytes_ += (first_ ? "\n" : ",\n") + boost::json::serialize(one);
        first_ = false;
        return done;
    }
    Result<std::string> finish() override { return std::move(bytes_) + (first_ ? "]\n" : "\n]\n"); }

private:
    static boost::json::value value(const SheetCell& cell) {
        if (const auto* words = std::get_if<std::string>(&cell)) return boost::json::value(*words);
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
        if (const auto* day = std::get_if<Date>(&cell)) return boost::json::value(text(*day));
        if (const auto* money = std::get_if<Money>(&cell)) return boost::json::value(text(*money));
        return nullptr;
    }

    SheetPlan plan_;
    bool first_ = true;
    std::string bytes_ = "[";
};

}  // namespace

std::unique_ptr<office::SheetOut> csv_out(const SheetPlan& plan) { return std::make_unique<Csv>(plan); }

std::unique_ptr<office::SheetOut> json_out(const SheetPlan& plan) { return std::make_unique<Json>(plan); }

}  // namespace frist::exports
