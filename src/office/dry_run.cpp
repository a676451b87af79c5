#include "office/dry_run.h"

#include "base/pch.h"
#include "office/courses.h"
#include "office/letter_gate.h"
#include "office/night.h"
#include "office/postage.h"

#include <map>
#include <set>

namespace frist::office {
namespace {

constexpr int most_days = 400;
constexpr int noon = 12 * 60;

// The name a course has that is only tried.
const std::string tried_person = "tried for consumers";
const std::string tried_business = "tried for businesses";

// Turns the events of the chain into rows.
class Teller {
public:
    explicit Teller(std::vector<DryRunRow>& rows) : rows_(rows) {}

    Outcome see(const StoredEvent& stored) {
        FRIST_TRY(const cases::Event event, event_of(stored));
        DryRunRow row;
        row.on = stored.stored;
        row.case_id = stored.case_id;
        row.what = stored.type;
        if (const cases::Because* because = cases::because_of(event)) row.because = *because;
        if (std::visit([&](const auto& e) { return tell(e, row); }, event)) rows_.push_back(std::move(row));
        return done;
    }

private:
    bool tell(const cases::CaseOpened& e, DryRunRow& row) {
        row.debtor = e.debtor;
        for (const cases::Claim& claim : e.claims) row.invoices.push_back(claim.number);
        return true;
    }
    bool tell(const cases::ClaimsJoined& e, DryRunRow& row) {
        for (const cases::Claim& claim : e.claims) row.invoices.push_back(claim.number);
        return true;
    }
    // Told when it leaves, with the reasons it was ordered for.
    bool tell(const cases::LetterOrdered& e, DryRunRow& row) {
        ordered_[{row.case_id, e.order.letter}] = e.because;
        return false;
    }
    bool tell(const cases::LetterSent& e, DryRunRow& row) {
        row.kind = e.letter.kind;
        row.fee = e.letter.fee;
        row.deadline = e.letter.deadline;
        row.letter = e.letter.letter;
        const cases::Because& ordered = ordered_[{row.case_id, e.letter.letter}];
        row.because.insert(row.because.begin(), ordered.begin(), ordered.end());
        return true;
    }
    bool tell(const cases::FeeRefused& e, DryRunRow& row) {
        row.kind = e.kind;
        return true;
    }
    bool tell(const cases::LegalReady& e, DryRunRow& row) {
        row.kind = e.kind;
        return true;
    }
    bool tell(const cases::LetterApproved&, const DryRunRow&) { return false; }
    bool tell(const cases::PaymentCovered&, const DryRunRow&) { return false; }
    template <class E>
    bool tell(const E&, const DryRunRow&) {
        return true;
    }

    std::vector<DryRunRow>& rows_;
    std::map<std::pair<Id, int>, cases::Because> ordered_;
};

class Play {
public:
    Play(const Desk& desk, CreditorRecord creditor, const DryRunAsk& ask, const MakeKid& make_kid)
        : desk_(desk), creditor_(std::move(creditor)), ask_(ask), make_kid_(make_kid) {}

    Result<DryRun> run() {
        if (ask_.days < 1 || ask_.days > most_days) return Error{"dry_run.days", "days", fmt::format("must be 1 to {}", most_days), "Give a number of days in that range."};
        result_.from = desk_.today;
        result_.until = desk_.today + Days{ask_.days};
        FRIST_TRY(const ChainEnd begin, desk_.store.chain_end(desk_.creditor));
        FRIST_TRY_DONE(try_courses());
        for (Date day = result_.from; day <= result_.until; day = day.next()) FRIST_TRY_DONE(play({desk_.store, desk_.country, desk_.creditor, day}));
        FRIST_TRY(result_.rows, happened_since(desk_, begin.link));
        FRIST_TRY_DONE(complete());
        keep_stops();
        return std::move(result_);
    }

private:
    // The creditor of the copy runs new cases by the courses that are tried.
    Outcome try_courses() {
        for (const auto& [course, name, setting] : {std::tuple(&ask_.course_person, &tried_person, &creditor_.course_person),
                                                    std::tuple(&ask_.course_business, &tried_business, &creditor_.course_business)}) {
            if (!*course) continue;
            cases::Course named = **course;
            named.name = *name;
            FRIST_TRY_DONE(desk_.store.put_course(desk_.creditor, {*name, 1, boost::json::serialize(json_of(named)), desk_.today, 0}));
            *setting = *name;
        }
        return desk_.store.set_creditor(desk_.creditor, stored(creditor_));
    }

    Outcome play(const Desk& desk) {
        FRIST_TRY_DONE(read_today(desk));
        if (ask_.start) FRIST_TRY_DONE(start(desk));
        FRIST_TRY(const NightReport night, whole_night(desk, creditor_, make_kid_));
        for (const Error& error : night.trouble) stop({case_of(error), 0, {}, {}, desk.today, error});
        if (ask_.approve) FRIST_TRY_DONE(approve(desk));
        return letters(desk);
    }

    // A source that was never read stays so: that is the creditor's way of working.
    Outcome read_today(const Desk& desk) {
        for (const Source source : {Source::ledger, Source::bank}) {
            FRIST_TRY(const auto last, desk.store.last_read(desk.creditor, source));
            if (last) FRIST_TRY_DONE(desk.store.put_read(desk.creditor, source, Moment{desk.today, noon}));
        }
        return done;
    }

    // All invoices on the first day; afterwards those whose day has come, for nothing else changes meanwhile.
    Outcome start(const Desk& desk) {
        StartAsk ask;
        if (desk.today != result_.from) {
            for (auto day = waiting_.begin(); day != waiting_.end() && day->first < desk.today; day = waiting_.erase(day))
                ask.invoices.insert(ask.invoices.end(), day->second.begin(), day->second.end());
            if (ask.invoices.empty()) return done;
        }
        FRIST_TRY(const std::vector<StartRow> rows, start_cases(desk, ask, creditor_, make_kid_));
        for (const StartRow& row : rows) {
            if (!row.reason) continue;
            FRIST_TRY(const auto item, desk.store.item(desk.creditor, row.invoice));
            if (item && row.reason->code == "start.not_due") waiting_[item->due].push_back(row.invoice);
            else stop({0, item ? item->debtor : 0, row.invoice, {}, desk.today, *row.reason});
        }
        return done;
    }

    Outcome approve(const Desk& desk) {
        FRIST_TRY(const std::vector<LetterRow> ordered, desk.store.letters(desk.creditor, LetterState::ordered));
        for (const LetterRow& row : ordered) {
            if (row.approved) continue;
            const Result<CaseRow> approved = answer(desk, row.case_id, cases::ApproveLetter{row.letter}, "dry_run");
            if (!approved.ok() && approved.error().code.starts_with("store.")) return approved.error();
        }
        return done;
    }

    Outcome letters(const Desk& desk) {
        FRIST_TRY(Outbox out, outbox(desk, creditor_));
        held_now_.clear();
        for (const HeldLetter& held : out.held) hold(desk, held);
        if (out.ready.empty()) return done;
        return desk.store.change([&]() -> Outcome {
            FRIST_TRY(LetterGate gate, LetterGate::open(desk, creditor_, desk.today));
            for (ReadyLetter& ready : out.ready) {
                FRIST_TRY_DONE(keep_written(desk, ready.row, letters::asked(ready.facts)));
                FRIST_TRY(std::vector<rules::Refusal> refusals, letter_left(desk, gate, ready.row, desk.today, ready.way));
                if (refusals.empty()) left(desk, ready);
                else hold(desk, {ready.row, refusals, refusals.front().error(fmt::format("case {} letter {}", ready.row.case_id, ready.row.letter))});
            }
            return done;
        });
    }

    void left(const Desk& desk, ReadyLetter& ready) {
        ways_[{ready.row.case_id, ready.row.letter}] = enum_of<Channel>(ready.way.channel).value_or(Channel::paper);
        const std::pair kind(ready.row.kind, ready.letter.language);
        if (!shown_.insert(kind).second) return;
        result_.samples.push_back({ready.row.case_id, desk.today, ready.row.kind, std::move(ready.letter)});
    }

    void hold(const Desk& desk, const HeldLetter& held) {
        const auto key = std::tuple(held.row.case_id, held.row.letter, held.reason.code);
        const Date since = held_since_.try_emplace(key, desk.today).first->second;
        held_now_.push_back({held.row.case_id, 0, {}, held.row.kind, since, held.reason});
    }

    // Once for each case or invoice and reason.
    void stop(DryRunStop stopped) {
        if (told_.insert({stopped.case_id, stopped.invoice, stopped.reason.code}).second) result_.stops.push_back(std::move(stopped));
    }

    static Id case_of(const Error& trouble) {
        constexpr std::string_view begin = "case ";
        const std::string_view field = trouble.field;
        Id id = 0;
        if (field.starts_with(begin)) std::from_chars(field.data() + begin.size(), field.data() + field.size(), id);
        return id;
    }

    void keep_stops() {
        for (DryRunStop& held : held_now_) stop(std::move(held));
        for (DryRunStop& stopped : result_.stops)
            if (stopped.debtor == 0)
                if (const auto debtor = debtors_.find(stopped.case_id); debtor != debtors_.end()) stopped.debtor = debtor->second;
        std::stable_sort(result_.stops.begin(), result_.stops.end(), [](const DryRunStop& a, const DryRunStop& b) { return a.since < b.since; });
    }

    // Whose case it is, what its letter asks for and by what it went.
    Outcome complete() {
        for (const DryRunStop& held : held_now_) FRIST_TRY_DONE(learn(held.case_id));
        for (const DryRunStop& stopped : result_.stops)
            if (stopped.case_id != 0) FRIST_TRY_DONE(learn(stopped.case_id));
        for (DryRunRow& row : result_.rows) {
            FRIST_TRY_DONE(learn(row.case_id));
            row.debtor = debtors_[row.case_id];
            if (row.letter == 0) continue;
            row.channel = ways_[{row.case_id, row.letter}];
            if (const PostagePrice* price = price_on(creditor_, *row.channel, row.on)) row.postage = price->price;
        }
        return done;
    }
    Outcome learn(Id case_id) {
        if (debtors_.contains(case_id)) return done;
        FRIST_TRY(const auto row, desk_.store.case_row(desk_.creditor, case_id));
        debtors_[case_id] = row ? row->state.debtor : 0;
        return done;
    }

    const Desk& desk_;
    CreditorRecord creditor_;
    const DryRunAsk& ask_;
    const MakeKid& make_kid_;
    DryRun result_;
    std::map<Date, std::vector<std::string>> waiting_;                      // invoices by their due day
    std::map<std::pair<Id, int>, Channel> ways_;                            // by case and letter
    std::map<Id, Id> debtors_;                                              // by case
    std::set<std::pair<cases::StepKind, letters::Language>> shown_;
    std::map<std::tuple<Id, int, std::string>, Date> held_since_;
    std::vector<DryRunStop> held_now_;
    std::set<std::tuple<Id, std::string, std::string>> told_;
};

}  // namespace

Result<DryRun> dry_run(const Desk& desk, const CreditorRecord& creditor, const DryRunAsk& ask, const MakeKid& make_kid) {
    return Play(desk, creditor, ask, make_kid).run();
}

Result<std::vector<DryRunRow>> happened_since(const Desk& desk, std::int64_t link) {
    std::vector<DryRunRow> rows;
    Teller teller(rows);
    FRIST_TRY_DONE(desk.store.each_event(desk.creditor, [&](const StoredEvent& event) { return event.link > link ? teller.see(event) : Outcome(done); }));
    for (DryRunRow& row : rows) {
        if (row.letter == 0) continue;
        FRIST_TRY(row.total, desk.store.letter_total(desk.creditor, row.case_id, row.letter));
    }
    return rows;
}

}  // namespace frist::office
