// The register: lists of cases, of open items and of debtors, narrowed, sought, sorted and counted, without reading a
// case. It keeps a few numbers of each case and the names of debtors in memory, read from the index rows when a
// creditor is asked for first, and brings them up to date at each question (docs/adr/0016-register.md).
#pragma once
#include "office/register_source.h"
#include "rules/country.h"

#include <map>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>

namespace frist::office {

enum class CaseSort { number, name, step, next, days_over, open };
constexpr auto names_of(CaseSort) {
    return std::to_array<std::string_view>({"number", "name", "step", "next", "days_over", "open"});
}

// What a list of cases is narrowed down to. Empty: to nothing.
struct CaseAsk {
    Id creditor = 0;
    Date day;  // of the sums and the days over
    std::optional<Tab> tab;
    std::vector<Status> status;
    std::vector<std::optional<cases::StepKind>> steps;  // nothing among them: no letter yet
    std::optional<Date> next_until;                     // something comes by this day
    std::vector<cases::DebtorKind> kinds;
    std::optional<Money> open_from, open_to;  // both included
    std::optional<Date> closed_from;          // closed on this day or later
    bool address_missing = false;
    std::optional<Id> debtor;
    std::string group;  // of the debtor, its whole name
    std::optional<cases::State> state;
    std::optional<Date> look_until;    // the night or a person is to look by this day
    std::string search;                // parts of a name, or a number or a sum
    CaseSort sort = CaseSort::number;  // equal ones by number, in the same direction
    bool descending = false;
    bool operator==(const CaseAsk&) const = default;
};

// Some rows of a list: from a place on, or those behind the row with this number, wherever it now stands.
struct Window {
    std::size_t offset = 0;
    std::size_t limit = 50;
    std::optional<Id> after;
    bool operator==(const Window&) const = default;
};

struct DebtorLabel {
    Id debtor = 0;
    std::string customer;  // the creditor's own number; empty: it has none
    std::string name;
    std::string org_number;
    std::string group;  // the creditor's own word; empty: none
    Signs signs;
};

struct CaseLine {
    Id case_id = 0;
    cases::State state = cases::State::active;
    Status status = Status::going;
    cases::DebtorKind kind = cases::DebtorKind::person;
    std::optional<cases::StepKind> step;
    NextThing next;
    std::optional<Date> oldest_due;
    int days_over = 0;  // of an open case, since its oldest due day; 0 when not yet
    Money principal;
    std::optional<Money> open;  // nothing: the law of that day is not known
    DebtorLabel debtor;
    std::string invoice;  // the oldest
    int invoices = 0;
    std::string kid;
};

enum class FoundBy { number, invoice, kid };
constexpr auto names_of(FoundBy) {
    return std::to_array<std::string_view>({"number", "invoice", "kid"});
}
struct ExactHit {
    Id case_id = 0;
    FoundBy by = FoundBy::number;
};

// How many match everything but the tab and the status.
struct Counts {
    std::array<std::size_t, names_of(Tab{}).size()> tab{};
    std::array<std::size_t, status_count> status{};
    [[nodiscard]] std::size_t of(Tab t) const { return tab[static_cast<std::size_t>(t)]; }
    [[nodiscard]] std::size_t of(Status s) const { return status[static_cast<std::size_t>(s)]; }
};

struct CasePage {
    std::vector<CaseLine> rows;
    std::size_t count = 0;  // all that match
    Counts counts;
    std::vector<ExactHit> exact;  // what the search names exactly, whatever else is asked for
    std::optional<Id> next;       // for Window::after; nothing: this was the end
};

struct Sum {
    std::size_t count = 0;
    Money open;
};

enum class Warned { any, with, without };
constexpr auto names_of(Warned) {
    return std::to_array<std::string_view>({"any", "with", "without"});
}
enum class LedgerSort { due, number, name, amount, open };
constexpr auto names_of(LedgerSort) {
    return std::to_array<std::string_view>({"due", "number", "name", "amount", "open"});
}

// Items of the ledger that are in no case.
struct LedgerAsk {
    Id creditor = 0;
    Date day;
    std::string search;
    Warned warned = Warned::any;  // by the import, or by a sign on the debtor
    bool open_only = true;        // without those that are paid
    bool overdue_only = false;
    std::string group;            // of the customer, its whole name
    // What else must hold of an item, asked last; nothing: no more.
    std::function<bool(Id debtor, Date due, std::int64_t open_minor)> also;
    LedgerSort sort = LedgerSort::due;
    bool descending = false;
};

struct LedgerItem {
    Id item = 0;
    std::string number;
    std::string kid;
    Money amount;
    Money open;  // as the ledger last said
    std::optional<Date> invoiced;
    Date due;
    int days_over = 0;
    std::string warning;
    DebtorLabel debtor;
};

struct LedgerPage {
    std::vector<LedgerItem> rows;
    std::size_t count = 0;
    std::size_t warned = 0;  // of these
    Money open;              // of those in the country's currency
    std::optional<Id> next;
};

enum class DebtorSort { name, customer, running, open };
constexpr auto names_of(DebtorSort) {
    return std::to_array<std::string_view>({"name", "customer", "running", "open"});
}

struct DebtorAsk {
    Id creditor = 0;
    Date day;
    std::string search;
    bool running_only = false;
    bool address_missing = false;
    std::string group;  // its whole name
    DebtorSort sort = DebtorSort::name;
    bool descending = false;
};

struct DebtorLine {
    DebtorLabel debtor;
    int cases = 0;
    int running = 0;  // not closed
    std::optional<Money> open;
};

struct DebtorPage {
    std::vector<DebtorLine> rows;
    std::size_t count = 0;
    std::optional<Id> next;
};

// A group of customers, as the creditor calls it.
struct Group {
    std::string name;
    std::size_t debtors = 0;
};

// One for all threads of a program: it locks inside. Errors of all questions: store.*, and law.* when index rows must
// be made anew.
class Register {
public:
    // Both stand on one connection that nobody else uses.
    Register(Store& store, RegisterSource& source, const rules::Country& country);
    Register(const Register&) = delete;
    Register& operator=(const Register&) = delete;
    ~Register();

    Result<CasePage> page(const CaseAsk& ask, const Window& window);
    // The same, with the rows read by the caller's own connection, which is in no change: callers on several threads do
    // not wait for each other.
    Result<CasePage> page(const CaseAsk& ask, const Window& window, Store& store, RegisterSource& source);
    Result<Counts> counts(const CaseAsk& ask);
    // Error interest.rate_missing: the open sum of one is not known for the day.
    Result<Sum> total(const CaseAsk& ask);
    // All that match, in the order asked for.
    Result<std::vector<Id>> ids(const CaseAsk& ask);
    // How many letters the cases order by themselves on each day until then: the next of each case, and no more.
    Result<std::map<Date, int>> letters_ahead(Id creditor, Date today, Date until);

    Result<LedgerPage> ledger(const LedgerAsk& ask, const Window& window);
    Result<std::vector<Id>> ledger_ids(const LedgerAsk& ask);
    Result<DebtorPage> debtors(const DebtorAsk& ask, const Window& window);
    // All that match, in the order asked for.
    Result<std::vector<Id>> debtor_ids(const DebtorAsk& ask);
    // Those that somebody is in, by name.
    Result<std::vector<Group>> groups(Id creditor, Date day);

    // Makes the index rows of a creditor anew when another program or another law has made them. Every question does
    // it.
    Outcome bring_up(Id creditor);

private:
    struct Held;
    struct Seen;
    struct Remembered;
    enum class Wanted { cases, loose_items };
    Result<Seen> see(Id creditor, Date day, const std::string& search, Wanted wanted = Wanted::cases);
    Outcome refresh(Held& held, Id creditor, Date day);
    Outcome load(Held& held, Id creditor, Date day, bool before);
    Outcome bring_up_rows(Id creditor);
    Outcome load_loose(Held& held, Id creditor);
    Result<Remembered> place(const CaseAsk& ask, const Window& window);
    // By which connection the rows of a page are read, and the rates that are known there.
    struct Reader {
        Store& store;
        RegisterSource& source;
        rules::RateBook& rates;
    };
    Result<CasePage> page_of(const CaseAsk& ask, Remembered found, const Reader& reader);
    // What the lines of these cases will read.
    static Outcome look_ahead(const Reader& reader, Id creditor, std::span<const Id> cases);
    static Result<CaseLine> line(const Reader& reader, Id creditor, Id case_id, Date day);
    static Result<DebtorLabel> label(Store& store, Id creditor, Id debtor);

    Store& store_;
    RegisterSource& source_;
    const rules::Country& country_;
    rules::RateBook rates_;
    std::mutex reading_;      // the connection, and the rates
    std::shared_mutex held_;  // what is in memory
    std::map<Id, std::unique_ptr<Held>> creditors_;
    std::mutex remembering_;
    std::vector<Remembered> remembered_;  // the oldest first
};

}  // namespace frist::office
