// What every row of a change moves on: the end of a creditor's chain of events, the last numbers given, the last version of the
// debtors' index. Read once in a change, counted in mind and written once before it ends, for a row that is changed a thousand
// times in one commit is what takes the time on a server.
#pragma once
#include "office/ports.h"
#include "store/connection.h"

namespace frist::store {

class Ends {
public:
    explicit Ends(std::shared_ptr<Connection> connection);
    Ends(const Ends&) = delete;
    Ends& operator=(const Ends&) = delete;
    ~Ends() = default;

    // Where the chain ends as this change has left it. Error store.creditor.
    Result<office::ChainEnd> chain(office::Id creditor);
    // Outside a change it is written at once.
    Outcome set_chain(office::Id creditor, office::ChainEnd end);
    // The first link of a day is remembered, once.
    Outcome begin_day(office::Id creditor, Date day, std::int64_t link);
    // A number that was not given before, counted from 1. Only inside a change.
    Result<std::int64_t> next_number(office::Id creditor, const std::string& name);
    // Above all that were given; without a gap for one who reads on from the last one read. Only inside a change.
    Result<std::int64_t> next_debtor_version(office::Id creditor);
    // Writes what is known and lets go of it: somebody else is about to change the rows.
    Outcome let_go();

private:
    struct Counter {
        std::int64_t value = 0;
        bool is_written = true;
    };
    struct Known {
        std::optional<office::ChainEnd> chain;
        bool chain_is_written = true;
        std::optional<Date> day;
        std::map<std::string, Counter, std::less<>> counters;
        std::optional<std::int64_t> debtor_version;
    };
    // What is known in this change; nothing of an earlier one, nor of a part that was undone.
    Known& known(office::Id creditor);
    Result<office::ChainEnd> read_chain(office::Id creditor);
    Outcome write();

    std::shared_ptr<Connection> connection_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::uint64_t moment_ = 0;
    std::map<office::Id, Known> known_;
};

}  // namespace frist::store
