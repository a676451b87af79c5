#include "office/business_register.h"

#include "base/pch.h"

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
    if (debtor.org_number.empty()) debtor.org_number = firm.org_number;
}

std::vector<std::string> warnings(const DebtorRecord& debtor, const RegisteredFirm& firm) {
    std::vector<std::string> all;
    if (firm.deleted_on) all.push_back("the firm was deleted on " + text(*firm.deleted_on) + ": nobody answers for it any more but a sole trader or partners");
    if (firm.bankrupt) all.emplace_back("the firm is bankrupt: the claim is told to the estate, no letter leaves");
    if (firm.winding_up) all.emplace_back("the firm is being wound up: tell the claim to the liquidators");
    if (firm.forced_winding_up) all.emplace_back("the firm is being wound up by the court");
    if (firm.form == "ENK" && debtor.kind != cases::DebtorKind::sole_trader) all.emplace_back("it is a sole trader (ENK): the person owes, and may be a consumer");
    return all;
}

}  // namespace frist::office
