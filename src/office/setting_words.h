// What each variable of a creditor is called, means, and where it may go.
#pragma once
#include <string>
#include <string_view>

namespace frist::office {

// Whether it is a variable at all: not what names the creditor, where its clock stands, or the files of secrets.
bool is_setting(std::string_view name);
// Whether it goes into a file: not what names debtors.
bool travels(std::string_view name);
// Name, address, account: what makes the creditor this one.
bool is_company(std::string_view name);
// The doors that letters leave by: folders and servers as this machine reaches them.
bool is_machine(std::string_view name);
// One sentence; empty for a name that has none. "courses." for an own course.
std::string meaning_of(std::string_view name);

}  // namespace frist::office
