// Paper that came back, told by a file: new addresses and reasons, by the code that stood beside the address.
// Posten's own form of the file is not published; this one is a sheet that its answer, or a clerk with a scanner, can
// be brought to. docs/spec/addresses.md.
#pragma once
#include "office/answer_case.h"
#include "office/people.h"

namespace frist::office {

struct ReturnedPaper {
    std::string place;                      // "line 3"
    Id case_id = 0;
    int letter = 0;
    std::optional<int> level;               // of the address service, when the whole code was read
    std::string reason;                     // may be empty when there is an address
    std::optional<PostalAddress> address;   // the new one
};

// A heading line with the columns code, reason, street, postal_code, place and country in any order; code and one of
// the others are a must. Separator and encoding are found out.
// Errors returned.columns, returned.code, returned.row with the line; all of the file is read before anything is done.
Result<std::vector<ReturnedPaper>> read_returned_paper(std::string_view bytes);

enum class ReturnedEnd {
    moved,      // a new address; the letter was forwarded to it
    sent_anew,  // a new address; the letter did not arrive and goes out again, without a second fee
    returned,   // no address: the case waits for one
    doubtful,   // an earlier letter of the case: the address is only called doubtful
    known,      // nothing new
    unknown,    // no letter of this creditor has the code
};
constexpr auto names_of(ReturnedEnd) { return std::to_array<std::string_view>({"moved", "sent_anew", "returned", "doubtful", "known", "unknown"}); }

struct TakenReturn {
    ReturnedPaper paper;
    ReturnedEnd end = ReturnedEnd::unknown;
};

// The whole file in one transaction; bytes that were taken before bring nothing. Errors returned.again, store.*.
Result<std::vector<TakenReturn>> take_returned_paper(const Desk& desk, const CreditorRecord& creditor, std::string_view bytes);

}  // namespace frist::office
