// OCR giro put together by hand: the records of one file, with totals that agree until a test changes something.
#pragma once
#include <fmt/format.h>

#include <string>
#include <vector>

namespace frist::bank::ocr {

inline std::string padded(std::string record, char with = '0') {
    record.resize(80, with);
    return record;
}

struct OcrPayment {
    std::string kid = "";
    std::int64_t ore = 0;
    std::string type = "10";
    std::string settled = "100326";
    std::string ordered = "090326";
    std::string payer = "12340000017";
    char sign = '0';
};

// One assignment, one record a string: 10, 20, (30, 31)…, 88, 89.
inline std::vector<std::string> ocr_records(const std::vector<OcrPayment>& payments,
                                            const std::string& account = "12345678903") {
    std::vector<std::string> out;
    out.push_back(padded("NY00001000008080000012300098765"));
    out.push_back(padded("NY0900200010085660000001" + account));
    std::int64_t sum = 0;
    std::string first;
    std::string last;
    const auto order = [](const std::string& day) { return day.substr(4, 2) + day.substr(2, 2) + day.substr(0, 2); };
    for (std::size_t i = 0; i < payments.size(); ++i) {
        const OcrPayment& p = payments[i];
        out.push_back(padded(fmt::format("NY09{}30{:07}{}01{}000001{}{:017}{:>25}", p.type, i + 1, p.settled,
                                         p.settled.substr(0, 2), p.sign, p.ore, p.kid)));
        out.push_back(padded(
            fmt::format("NY09{}31{:07}0000000000{:09}0000000{}{}", p.type, i + 1, 90000000 + i, p.ordered, p.payer)));
        sum += p.sign == '-' ? -p.ore : p.ore;
        if (first.empty() || order(p.settled) < order(first)) first = p.settled;
        if (last.empty() || order(p.settled) > order(last)) last = p.settled;
    }
    if (first.empty()) first = last = "000000";
    const std::string made = payments.empty() ? "100326" : last;
    out.push_back(padded(fmt::format("NY090088{:08}{:08}{:017}{}{}{}", payments.size(), out.size(), sum,
                                     payments.empty() ? "000000" : last, first, last)));
    out.push_back(padded(fmt::format("NY000089{:08}{:08}{:017}{}", payments.size(), out.size() + 1, sum, made)));
    return out;
}

inline std::string joined(const std::vector<std::string>& records, const std::string& end = "\n") {
    std::string out;
    for (const std::string& record : records) out += record + end;
    return out;
}

}  // namespace frist::bank::ocr
