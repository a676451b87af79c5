#include "reports/words.h"

#include "base/embedded.h"
#include "reports/case_export.h"
#include "reports/rule.h"

#include <gtest/gtest.h>

#include <set>

namespace frist::reports {
namespace {

std::set<std::string> names_in(std::string_view language) {
    std::set<std::string> names;
    for (const embedded::File& file : embedded::texts()) {
        if (file.path != fmt::format("reports/{}.txt", language)) continue;
        std::string_view rest = file.bytes;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const std::size_t colon = line.find(": ");
            if (line.starts_with('#') || colon == line.npos) continue;
            EXPECT_TRUE(names.emplace(line.substr(0, colon)).second) << line;
        }
    }
    return names;
}

template <class E>
std::vector<std::string> all_of(std::string_view group) {
    std::vector<std::string> names;
    for (const std::string_view one : names_of(E{})) names.push_back(fmt::format("{}/{}", group, one));
    return names;
}

TEST(words, every_report_and_value_has_its_words_in_every_language) {
    std::vector<std::string> wanted{"step/none", "word/sum", "word/empty", "word/first", "word/none"};
    const auto add = [&](const std::vector<std::string>& more) { wanted.insert(wanted.end(), more.begin(), more.end()); };
    for (const Definition& one : definitions()) {
        wanted.push_back(fmt::format("title/{}", one.name));
        wanted.push_back(fmt::format("about/{}", one.name));
        for (const Column& column : one.columns)
            if (column.shown) wanted.push_back(fmt::format("column/{}", column.id));
        for (const By by : one.may) wanted.push_back(fmt::format("by/{}", name_of(by)));
    }
    add(all_of<Part>("part"));
    add(all_of<office::Status>("status"));
    add(all_of<cases::StepKind>("step"));
    add(all_of<cases::DebtorKind>("kind"));
    add(all_of<ledger::Account>("account"));
    add(all_of<cases::ClosingReason>("reason"));
    add(all_of<cases::Withdrawal>("reason/withdrawn"));
    for (std::string& name : wanted)
        if (name.starts_with("reason/withdrawn/")) name[std::string_view("reason/withdrawn").size()] = '_';
    for (const Band& band : bands) wanted.push_back(fmt::format("band/{}", band.name));
    for (const std::string_view code : vat_codes) wanted.push_back(fmt::format("code/{}", code));
    for (const ExportColumn& column : export_columns()) wanted.push_back(fmt::format("export/{}", column.id));
    add(all_of<Taken>("taken"));
    const std::set<std::string> english = names_in("en");
    for (const std::string& name : wanted) EXPECT_TRUE(english.contains(name)) << name;
    for (const char* const language : {"nb", "nn", "sv"}) EXPECT_EQ(names_in(language), english) << language;
}

TEST(words, what_is_not_worded_is_told_by_its_name) {
    EXPECT_EQ(word("nb", "column/paid"), "Betalt");
    EXPECT_EQ(word("fi", "column/paid"), "Paid");
    EXPECT_EQ(word("nb", "what/SomethingNew"), "SomethingNew");
    EXPECT_EQ(token({{1, "paid"}, {2, "sør~%"}}), "paid~sør%7E%25");
}

}  // namespace
}  // namespace frist::reports
