#include "office/business_register.h"

#include "base/pch.h"
#include "party/org_number.h"

namespace frist::office {
namespace {

std::string in_a_line(const PostalAddress& address) { return fmt::format("{}", fmt::join(address.lines(), ", ")); }

// The register writes in capitals.
bool same_but_for_case(std::string_view a, std::string_view b) {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return small(x) == small(y); });
}

}  // namespace

std::vector<Difference> differences(const DebtorRecord& debtor, const RegisteredFirm& firm) {
    std::vector<Difference> all;
    if (!debtor.org_number.empty() && debtor.org_number != firm.org_number) all.push_back({"org_number", debtor.org_number, firm.org_number});
    if (!same_but_for_case(debtor.name, firm.name)) all.push_back({"name", debtor.name, firm.name});
    const std::string ours = in_a_line(debtor.address);
    const std::string theirs = in_a_line(firm.mail());
    if (!theirs.empty() && !same_but_for_case(ours, theirs)) all.push_back({"address", debtor.protected_address ? "protected" : ours, theirs});
    if (!firm.municipality.empty() && !debtor.municipality.empty() && firm.municipality != debtor.municipality) all.push_back({"municipality", debtor.municipality, firm.municipality});
    if (firm.bankrupt != debtor.bankrupt_on.has_value()) all.push_back({"bankrupt", debtor.bankrupt_on ? "since " + text(*debtor.bankrupt_on) : "no", !firm.bankrupt ? "no" : firm.bankrupt_on ? "since " + text(*firm.bankrupt_on) : "yes"});
    return all;
}

void take_over(DebtorRecord& debtor, const RegisteredFirm& firm, Date on) {
    if (!firm.name.empty() && !same_but_for_case(debtor.name, firm.name)) debtor.name = firm.name;
    if (firm.mail().complete() && !same_but_for_case(in_a_line(debtor.address), in_a_line(firm.mail()))) move_to(debtor, firm.mail(), "register", on);
    if (!firm.municipality.empty()) debtor.municipality = firm.municipality;
    if (firm.bankrupt && !debtor.bankrupt_on) debtor.bankrupt_on = firm.bankrupt_on.value_or(on);
    debtor.org_number = firm.org_number;
}

std::vector<FirmWarning> warnings(const DebtorRecord& debtor, const RegisteredFirm& firm) {
    std::vector<FirmWarning> all;
    if (firm.deleted_on) all.push_back({"deleted", "the firm was deleted on " + text(*firm.deleted_on) + ": nobody answers for it any more but a sole trader or partners", firm.deleted_on});
    if (firm.bankrupt) all.push_back({"bankrupt", "the firm is bankrupt: the claim is told to the estate, no letter leaves", firm.bankrupt_on});
    if (firm.winding_up) all.push_back({"winding_up", "the firm is being wound up: tell the claim to the liquidators", {}});
    if (firm.forced_winding_up) all.push_back({"forced_winding_up", "the firm is being wound up by the court", {}});
    if (firm.form == "ENK" && debtor.kind != cases::DebtorKind::sole_trader) all.push_back({"sole_trader", "it is a sole trader (ENK): the person owes, and may be a consumer", {}});
    return all;
}

Result<std::string> number_to_look_up(const DebtorRecord& debtor, const std::string& given) {
    const std::string& written = given.empty() ? debtor.org_number : given;
    if (written.empty()) return Error{"debtor.org_number", "org_number", "the debtor has no organisation number", "Persons are looked up by hand. A firm gets its number from the ledger, or from who looks it up."};
    const auto number = party::read_org_number(written);
    if (!number.ok()) return Error{number.error().code, "org_number", number.error().message, number.error().remedy};
    return *number;
}

Result<RegisteredFirm> looked_up(BusinessRegister& book, const std::string& org_number) {
    FRIST_TRY(std::optional<RegisteredFirm> firm, book.firm(org_number));
    if (!firm) return Error{"register.unknown", "org_number", "the register knows no firm with this number", "Correct the organisation number."};
    return std::move(*firm);
}

void use_register(DebtorRecord& debtor, const RegisteredFirm& firm, Date on, const std::string& by) {
    const DebtorRecord before = debtor;
    const std::string result = differences(debtor, firm).empty() ? "same" : "taken over";
    take_over(debtor, firm, on);
    set_by_person(debtor, before);
    const auto told = [&](const AddressCheck& last) { return last.where == "business" && last.on == on && last.by == by && (result == "same" || last.result == result); };
    if (debtor.checks.empty() || !told(debtor.checks.back())) debtor.checks.push_back({"business", on, result, by});
}

Outcome take_check(DebtorRecord& debtor, const AddressCheck& check, const std::optional<Date>& dead_on, Date today) {
    const auto known = [](std::span<const std::string_view> words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    if (!known(check_places, check.where)) return Error{"debtor.check", "where", "\"" + check.where + "\" is no register", "Use population or business."};
    if (!known(check_results, check.result)) return Error{"debtor.check", "result", "\"" + check.result + "\" is not what a look-up can come to", "Use same, moved, not-found or dead."};
    if (check.on > today) return Error{"debtor.day", "on", "the day has not come", "Give the day on which it was looked up."};
    if (dead_on && check.result != "dead") return Error{"debtor.check", "dead_on", "a day of death belongs to the result dead", "Leave the day out, or say dead."};
    if (dead_on && *dead_on > check.on) return Error{"debtor.day", "dead_on", "lies after the look-up", "Give the day of death."};
    debtor.checks.push_back(check);
    if (check.result == "same") debtor.address_doubtful = false;
    if (check.result == "moved" || check.result == "not-found") debtor.address_doubtful = true;
    if (dead_on) debtor.dead_on = dead_on;
    return done;
}

}  // namespace frist::office
