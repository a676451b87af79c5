#include "exports/plain.h"

#include "base/pch.h"
#include "sheets/csv.h"

#include <boost/json.hpp>

#include <fstream>

namespace frist::exports {
namespace {

using office::SheetCell;
using office::SheetPlan;

constexpr std::size_t at_once = std::size_t{1} << 16U;   // written

Error no_room() { return {"sheet.disk", "file", "the list could not be written", "See that there is room where temporary files go."}; }

// Text that is gathered and goes to the file in pieces.
class Plain : public office::SheetOut {
public:
    Plain(const SheetPlan& plan, office::PassingFile file) : plan_(plan), file_(std::move(file)), out_(file_.path(), std::ios::binary | std::ios::trunc) {}

    [[nodiscard]] bool open() const { return out_.is_open(); }

protected:
    [[nodiscard]] const SheetPlan& plan() const { return plan_; }
    std::string& words() { return words_; }

    Outcome gathered() { return words_.size() < at_once ? Outcome(done) : flush(); }
    Result<office::PassingFile> closed() {
        FRIST_TRY_DONE(flush());
        out_.close();
        if (!out_) return no_room();
        return std::move(file_);
    }

private:
    Outcome flush() {
        out_.write(words_.data(), static_cast<std::streamsize>(words_.size()));
        words_.clear();
        return out_ ? Outcome(done) : Outcome(no_room());
    }

    SheetPlan plan_;
    office::PassingFile file_;
    std::ofstream out_;
    std::string words_;
};

class Csv final : public Plain {
public:
    Csv(const SheetPlan& plan, office::PassingFile file) : Plain(plan, std::move(file)) {
        words() = "\xEF\xBB\xBF";
        std::vector<std::string> heads;
        heads.reserve(plan.columns.size());
        for (const office::SheetColumn& column : plan.columns) heads.push_back(column.head);
        sheets::write_csv_row(words(), heads, plan.separator);
    }

    Outcome row(std::span<const SheetCell> cells) override {
        std::vector<std::string> row;
        row.reserve(cells.size());
        for (const SheetCell& cell : cells) row.push_back(word(cell));
        sheets::write_csv_row(words(), row, plan().separator);
        return gathered();
    }
    Result<office::PassingFile> finish() override { return closed(); }

private:
    [[nodiscard]] std::string word(const SheetCell& cell) const {
        if (const auto* words = std::get_if<std::string>(&cell)) return *words;
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
        if (const auto* day = std::get_if<Date>(&cell)) return text(*day);
        const auto* money = std::get_if<Money>(&cell);
        if (money == nullptr) return "";
        std::string sum = text(*money);
        if (plan().separator != ',') std::replace(sum.begin(), sum.end(), '.', ',');
        return sum;
    }
};

class Json final : public Plain {
public:
    Json(const SheetPlan& plan, office::PassingFile file) : Plain(plan, std::move(file)) { words() = "["; }

    Outcome row(std::span<const SheetCell> cells) override {
        boost::json::object one;
        for (std::size_t i = 0; i < cells.size(); ++i) one[plan().columns[i].id] = value(cells[i]);
        words() += (first_ ? "\n" : ",\n") + boost::json::serialize(one);
        first_ = false;
        return gathered();
    }
    Result<office::PassingFile> finish() override {
        words() += first_ ? "]\n" : "\n]\n";
        return closed();
    }

private:
    static boost::json::value value(const SheetCell& cell) {
        if (const auto* words = std::get_if<std::string>(&cell)) return boost::json::value(*words);
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
        if (const auto* day = std::get_if<Date>(&cell)) return boost::json::value(text(*day));
        if (const auto* money = std::get_if<Money>(&cell)) return boost::json::value(text(*money));
        return nullptr;
    }

    bool first_ = true;
};

template <class Form>
Result<std::unique_ptr<office::SheetOut>> opened(const SheetPlan& plan, office::PassingFile file) {
    auto made = std::make_unique<Form>(plan, std::move(file));
    if (!made->open()) return no_room();
    return std::unique_ptr<office::SheetOut>(std::move(made));
}

}  // namespace

Result<std::unique_ptr<office::SheetOut>> csv_out(const SheetPlan& plan, office::PassingFile file) { return opened<Csv>(plan, std::move(file)); }

Result<std::unique_ptr<office::SheetOut>> json_out(const SheetPlan& plan, office::PassingFile file) { return opened<Json>(plan, std::move(file)); }

}  // namespace frist::exports
