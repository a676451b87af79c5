#include "store/ends.h"

#include "base/pch.h"

namespace frist::store {

using office::ChainEnd;
using office::Id;

Ends::Ends(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {
    connection_->before_ends(alive_, [this] { return write(); });
}

Ends::Known& Ends::known(Id creditor) {
    FRIST_CHECK(connection_->in_transaction());
    if (moment_ != connection_->moment()) known_.clear();
    moment_ = connection_->moment();
    return known_[creditor];
}

Result<ChainEnd> Ends::read_chain(Id creditor) {
    Statement s = connection_->use("chain");
    FRIST_TRY(const bool row, s.bind(creditor).step());
    if (!row) return Error{"store.creditor", "creditor " + std::to_string(creditor), "is not in the store", "Add the creditor first."};
    ChainEnd end;
    end.link = s.whole();
    end.hash = s.word();
    return end;
}

Result<ChainEnd> Ends::chain(Id creditor) {
    if (!connection_->in_transaction()) return read_chain(creditor);
    Known& at = known(creditor);
    if (!at.chain) {
        FRIST_TRY(at.chain, read_chain(creditor));
    }
    return *at.chain;
}

Outcome Ends::set_chain(Id creditor, ChainEnd end) {
    if (!connection_->in_transaction()) return connection_->use("set_chain").bind(creditor).bind(end.link).bind(end.hash).run();
    Known& at = known(creditor);
    at.chain = std::move(end);
    at.chain_is_written = false;
    return done;
}

Outcome Ends::begin_day(Id creditor, Date day, std::int64_t link) {
    const bool in_change = connection_->in_transaction();
    if (in_change && known(creditor).day == day) return done;
    if (in_change) known(creditor).day = day;
    return connection_->use("begin_day").bind(creditor).bind(day).bind(link).run_soon();
}

Result<std::int64_t> Ends::next_number(Id creditor, const std::string& name) {
    Known& at = known(creditor);
    auto found = at.counters.find(name);
    if (found == at.counters.end()) {
        Statement s = connection_->use("counted");
        FRIST_TRY(const bool row, s.bind(creditor).bind(name).step());
        found = at.counters.emplace(name, Counter{row ? s.whole() : 0, true}).first;
    }
    found->second.is_written = false;
    return ++found->second.value;
}

Result<std::int64_t> Ends::next_debtor_version(Id creditor) {
    Known& at = known(creditor);
    if (!at.debtor_version) {
        Statement s = connection_->use("debtor_index_version");
        FRIST_TRY(const bool row, s.bind(creditor).step());
        at.debtor_version = row && !s.nothing() ? s.whole() : 0;
    }
    return ++*at.debtor_version;
}

Outcome Ends::let_go() {
    FRIST_TRY_DONE(write());
    known_.clear();
    return done;
}

Outcome Ends::write() {
    if (moment_ != connection_->moment()) return done;   // undone with its change, or with the part of it that it was of
    for (auto& [creditor, at] : known_) {
        if (!at.chain_is_written) FRIST_TRY_DONE(connection_->use("set_chain").bind(creditor).bind(at.chain->link).bind(at.chain->hash).run_soon());
        at.chain_is_written = true;
        for (auto& [name, counter] : at.counters) {
            if (!counter.is_written) FRIST_TRY_DONE(connection_->use("count").bind(creditor).bind(name).bind(counter.value).run_soon());
            counter.is_written = true;
        }
    }
    return done;
}

}  // namespace frist::store
