#include "base/pch.h"
#include "office/course_file.h"
#include "office/scenario.h"

namespace frist::office {
namespace {

namespace json = boost::json;

// Adds the place to an error of a reader that knows only text.
template <class T>
Result<T> placed(Result<T> result, const JsonObject& object, std::string_view name) {
    if (result.ok()) return result;
    return Error{result.error().code, object.at(name), result.error().message, result.error().remedy};
}

Result<Date> date_of(JsonObject& object, std::string_view name) {
    FRIST_TRY(const std::string text, object.text(name));
    return placed(Date::parse(text), object, name);
}

Result<std::optional<Date>> date_or_null(JsonObject& object, std::string_view name) {
    if (!object.has(name)) return std::optional<Date>{};
    FRIST_TRY(const Date date, date_of(object, name));
    return std::optional<Date>(date);
}

Result<Money> money_of(JsonObject& object, std::string_view name, Currency currency) {
    FRIST_TRY(const std::string text, object.text(name));
    return placed(Money::parse(text, currency), object, name);
}

template <class E>
Result<E> word_of(JsonObject& object, std::string_view name, E fallback) {
    FRIST_TRY(const std::string text, object.text_or(name, std::string(name_of(fallback))));
    const auto value = enum_of<E>(text);
    if (value) return *value;
    return object.wrong(name, "\"" + text + "\" is not known", fmt::format("Use one of {}.", fmt::join(names_of(E{}), ", ")));
}

class Reader {
public:
    explicit Reader(const rules::Country& country) : country_(country), currency_(country.currency()) {}

    Result<Scenario> read(const json::value& value) {
        FRIST_TRY(JsonObject object, JsonObject::of(value, ""));
        FRIST_TRY(const std::string country, object.text_or("country", "NO"));
        if (country != country_.code())
            return object.wrong("country", "\"" + country + "\" has no rules here yet", "Use \"" + std::string(country_.code()) + "\".");
        Scenario scenario;
        rules::NewCase& wish = scenario.wish;
        wish.id = 1;
        wish.debtor = 1;
        FRIST_TRY(wish.mode, word_of(object, "mode", cases::Mode::self));
        FRIST_TRY_DONE(creditor(object, wish));
        FRIST_TRY_DONE(debtor(object, wish));
        FRIST_TRY(wish.levels, levels_of(object));
        if (object.find("claims") == nullptr) return object.missing("claims", "Add at least one claim.");
        FRIST_TRY(const auto claims, object.list("claims"));
        if (claims.empty()) return Error{"scenario.claims", "claims", "there is no claim", "Add at least one claim."};
        for (const auto& [item, path] : claims) {
            FRIST_TRY(rules::NewClaim claim, claim_of(*item, path));
            wish.claims.push_back(std::move(claim));
        }
        FRIST_TRY(const auto earlier, object.list("earlier"));
        for (const auto& [item, path] : earlier) {
            FRIST_TRY(rules::EarlierLetter letter, earlier_of(*item, path));
            wish.earlier.push_back(letter);
        }
        const json::value* course = object.find("course");
        if (course == nullptr) return object.missing("course", "Name a built-in course, or give one with its steps.");
        FRIST_TRY(wish.course, read_course(*course, "course", currency_));
        FRIST_TRY(const auto happenings, object.list("happenings"));
        for (const auto& [item, path] : happenings) {
            FRIST_TRY(Happening happening, happening_of(*item, path, wish));
            scenario.happenings.push_back(std::move(happening));
        }
        std::stable_sort(scenario.happenings.begin(), scenario.happenings.end(), [](const Happening& a, const Happening& b) { return a.on < b.on; });
        FRIST_TRY(scenario.until, date_of(object, "until"));
        for (std::size_t i = 0; i < wish.earlier.size(); ++i)
            if (wish.earlier[i].sent > scenario.until)
                return Error{"scenario.earlier", fmt::format("earlier[{}].sent", i), "lies after the last day played, " + text(scenario.until), "Correct one of the dates."};
        FRIST_TRY_DONE(object.finish());
        FRIST_TRY_DONE(lawful_course(wish));
        return scenario;
    }

private:
    Outcome creditor(JsonObject& object, rules::NewCase& wish) {
        if (!object.has("creditor")) return done;
        FRIST_TRY(JsonObject creditor, object.object("creditor"));
        FRIST_TRY(const std::string name, creditor.text_or("name", ""));
        FRIST_TRY(wish.vat_deductible, creditor.truth_or("vat_deductible", true));
        return creditor.finish();
    }

    static Result<cases::Levels> levels_of(JsonObject& object) {
        cases::Levels levels;
        if (!object.has("automation")) return levels;
        FRIST_TRY(JsonObject told, object.object("automation"));
        FRIST_TRY(levels.send, word_of(told, "send", levels.send));
        FRIST_TRY(levels.rest_note, word_of(told, "rest_note", levels.rest_note));
        FRIST_TRY(levels.close, word_of(told, "close", levels.close));
        FRIST_TRY(levels.legal, word_of(told, "legal", levels.legal));
        FRIST_TRY_DONE(told.finish());
        return levels;
    }

    Outcome debtor(JsonObject& object, rules::NewCase& wish) {
        FRIST_TRY(JsonObject debtor, object.object("debtor"));
        FRIST_TRY(const std::string name, debtor.text_or("name", ""));
        FRIST_TRY(wish.kind, word_of(debtor, "kind", cases::DebtorKind::person));
        const bool person = wish.kind == cases::DebtorKind::person;
        FRIST_TRY(wish.relation, word_of(debtor, "relation", person ? cases::Relation::consumer : cases::Relation::business));
        if (wish.relation == cases::Relation::consumer && (wish.kind == cases::DebtorKind::company || wish.kind == cases::DebtorKind::public_body))
            return debtor.wrong("relation", "a company or public body is never a consumer", "Use \"business\".");
        return debtor.finish();
    }

    Result<rules::NewClaim> claim_of(const json::value& value, const std::string& path) {
        FRIST_TRY(JsonObject object, JsonObject::of(value, path));
        rules::NewClaim claim;
        FRIST_TRY(claim.number, object.text("number"));
        for (const std::string& known : numbers_)
            if (known == claim.number) return object.wrong("number", "two claims have the number " + known, "Give each claim its own number.");
        numbers_.push_back(claim.number);
        FRIST_TRY(claim.amount, money_of(object, "amount", currency_));
        if (!claim.amount.positive()) return object.wrong("amount", "must be more than zero", "Give the sum of the invoice; a credit note is a happening.");
        FRIST_TRY(claim.invoiced, date_or_null(object, "invoiced"));
        FRIST_TRY(claim.due, date_of(object, "due"));
        if (claim.invoiced && *claim.invoiced > claim.due) return object.wrong("due", "lies before the invoice's own date", "Correct one of the dates.");
        FRIST_TRY(const std::string rate, object.decimal_or_null("agreed_rate"));
        if (!rate.empty()) {
            FRIST_TRY(claim.agreed_rate, placed(Rate::parse(rate), object, "agreed_rate"));
        }
        FRIST_TRY_DONE(object.finish());
        return claim;
    }

    Result<rules::EarlierLetter> earlier_of(const json::value& value, const std::string& path) {
        FRIST_TRY(JsonObject object, JsonObject::of(value, path));
        rules::EarlierLetter letter;
        FRIST_TRY(const std::string kind, object.text("step"));
        const auto known = enum_of<cases::StepKind>(kind);
        if (!known || cases::is_legal(*known) || cases::beside_course(*known))
            return object.wrong("step", "\"" + kind + "\" is no letter that can have been sent before", "Use nudge, reminder, notice or demand.");
        letter.kind = *known;
        FRIST_TRY(letter.sent, date_of(object, "sent"));
        FRIST_TRY(letter.deadline, date_or_null(object, "deadline"));
        if (letter.deadline && *letter.deadline < letter.sent) return object.wrong("deadline", "lies before the letter was sent", "Correct one of the dates.");
        letter.fee = Money(0, currency_);
        if (object.has("fee")) {
            FRIST_TRY(letter.fee, money_of(object, "fee", currency_));
        }
        if (letter.fee.negative()) return object.wrong("fee", "must not be negative", "Give 0.00 for no fee.");
        FRIST_TRY_DONE(object.finish());
        return letter;
    }

    Result<Happening> happening_of(const json::value& value, const std::string& path, const rules::NewCase& wish) {
        FRIST_TRY(JsonObject object, JsonObject::of(value, path));
        Happening happening;
        FRIST_TRY(happening.on, date_of(object, "on"));
        FRIST_TRY(happening.what, object.text("what"));
        FRIST_TRY(happening.command, command_of(object, happening, wish));
        FRIST_TRY_DONE(object.finish());
        return happening;
    }

    Result<cases::Command> command_of(JsonObject& object, const Happening& happening, const rules::NewCase& wish) {
        const std::string& what = happening.what;
        if (what == "payment") {
            cases::ReceivePayment payment;
            payment.on = happening.on;
            FRIST_TRY(payment.amount, money_of(object, "amount", currency_));
            if (!payment.amount.positive()) return object.wrong("amount", "must be more than zero", "Give the sum that came in.");
            if (object.has("covers")) {
                FRIST_TRY(const std::string covers, object.text("covers"));
                const auto order = enum_of<cases::CoverOrder>(covers);
                if (!order || *order == cases::CoverOrder::usual) return object.wrong("covers", "\"" + covers + "\" is not known", "Use principal, interest, costs or null.");
                payment.order = *order;
                payment.debtors_choice = true;
            }
            payment.source = "scenario";
            return cases::Command(payment);
        }
        if (what == "payment_taken_back") {
            FRIST_TRY(const std::int64_t number, object.whole_or("payment", 1));
            FRIST_TRY(const cases::TakenBack why, word_of(object, "why", cases::TakenBack::moved));
            return cases::Command(cases::TakeBackPayment{static_cast<int>(number), why});
        }
        if (what == "payment_returned") {
            cases::ReturnPayment back;
            back.on = happening.on;
            FRIST_TRY(const std::int64_t number, object.whole_or("payment", 1));
            back.number = static_cast<int>(number);
            FRIST_TRY(back.amount, money_of(object, "amount", currency_));
            back.reference = "scenario";
            return cases::Command(back);
        }
        if (what == "credit_note") {
            cases::CreditClaim credit;
            credit.on = happening.on;
            FRIST_TRY(credit.amount, money_of(object, "amount", currency_));
            if (!credit.amount.positive()) return object.wrong("amount", "must be more than zero", "Give the credited sum without a sign.");
            if (!object.has("claim") && wish.claims.size() > 1)
                return Error{"json.missing", object.at("claim"), "is missing, and there are several claims", "Name the claim that is credited."};
            FRIST_TRY(credit.claim, object.text_or("claim", wish.claims.size() == 1 ? wish.claims.front().number : std::string()));
            if (std::find(numbers_.begin(), numbers_.end(), credit.claim) == numbers_.end())
                return object.wrong("claim", "there is no claim \"" + credit.claim + "\"", "Name one of the claims.");
            return cases::Command(credit);
        }
        if (what == "objection") {
            FRIST_TRY(const bool groundless, object.truth_or("groundless", false));
            return cases::Command(cases::RaiseObjection{groundless});
        }
        if (what == "pause") {
            FRIST_TRY(const std::optional<Date> until, date_or_null(object, "until"));
            if (until && *until <= happening.on) return object.wrong("until", "a pause until " + text(*until) + " is over already on " + text(happening.on), "Give a later day, or null.");
            return cases::Command(cases::PauseCase{until});
        }
        if (what == "instalment_plan") {
            cases::AgreePlan plan;
            FRIST_TRY(plan.first, date_of(object, "first"));
            if (plan.first < happening.on) return object.wrong("first", "lies before the day of the agreement, " + text(happening.on), "Give that day or a later one.");
            FRIST_TRY(const std::int64_t every, object.whole_or("every_days", 30));
            FRIST_TRY(const std::int64_t count, object.whole_or("count", 1));
            if (every < 1 || every > 366) return object.wrong("every_days", "must be 1 to 366", "Give the days between two instalments.");
            if (count < 1 || count > 120) return object.wrong("count", "must be 1 to 120", "Give the number of instalments.");
            plan.every_days = static_cast<int>(every);
            plan.count = static_cast<int>(count);
            return cases::Command(plan);
        }
        if (what == "filed") {
            FRIST_TRY(const cases::StepKind kind, word_of(object, "step", cases::StepKind::conciliation));
            FRIST_TRY(const std::string reference, object.text_or("reference", ""));
            return cases::Command(cases::ReportFiled{kind, happening.on, reference});
        }
        if (what == "hearing") {
            FRIST_TRY(const Date day, date_of(object, "day"));
            return cases::Command(cases::ReportHearing{day});
        }
        if (what == "noticed") {
            FRIST_TRY(const std::optional<Date> deadline, date_or_null(object, "deadline"));
            return cases::Command(cases::ReportNoticed{happening.on, deadline});
        }
        if (what == "served") return cases::Command(cases::ReportServed{happening.on});
        if (what == "decided") {
            FRIST_TRY(const cases::LegalOutcome outcome, word_of(object, "outcome", cases::LegalOutcome::dismissed));
            FRIST_TRY(const std::string reference, object.text_or("reference", ""));
            return cases::Command(cases::ReportDecided{outcome, happening.on, reference});
        }
        if (what == "objection_settled") return cases::Command(cases::SettleObjection{});
        if (what == "resume") return cases::Command(cases::ResumeCase{});
        if (what == "withdraw") return cases::Command(cases::WithdrawCase{});
        if (what == "reopen") return cases::Command(cases::ReopenCase{});
        if (what == "take_step") return cases::Command(cases::TakeStep{});
        if (what == "close_rest") return cases::Command(cases::CloseRest{});
        if (what == "course") {
            const json::value* course = object.find("course");
            if (course == nullptr) return object.missing("course", "Name a built-in course, or give one with its steps.");
            FRIST_TRY(cases::Course next, read_course(*course, object.at("course"), currency_));
            if (next.name == wish.course.name) next.version = wish.course.version + 1;
            return cases::Command(cases::ChangeCourse{next});
        }
        if (what == "interest") {
            cases::AgreeRate agreed;
            FRIST_TRY(agreed.claim, object.text_or("claim", ""));
            FRIST_TRY(const std::string rate, object.decimal_or_null("rate"));
            if (!rate.empty()) {
                FRIST_TRY(agreed.rate, placed(Rate::parse(rate), object, "rate"));
            }
            return cases::Command(agreed);
        }
        if (what == "returned_mail") return cases::Command(cases::ReportReturnedMail{});
        if (what == "address_fixed") return cases::Command(cases::FixAddress{});
        if (what == "bankrupt") return cases::Command(cases::ReportBankruptcy{});
        return object.wrong("what", "\"" + what + "\" is no happening",
                            "Use payment, credit_note, objection, objection_settled, pause, resume, withdraw, returned_mail, address_fixed, bankrupt, instalment_plan, payment_taken_back, payment_returned, filed, hearing, noticed, served, decided, reopen, take_step, close_rest, course or interest.");
    }

    Outcome lawful_course(const rules::NewCase& wish) {
        std::vector<cases::Sent> earlier;
        for (const rules::EarlierLetter& letter : wish.earlier) {
            cases::Sent sent;
            sent.kind = letter.kind;
            sent.sent = letter.sent;
            sent.deadline = letter.deadline;
            earlier.push_back(sent);
        }
        Date day = wish.claims.front().due;
        FRIST_TRY(const auto errors, check_course({wish.course, wish.mode, wish.kind, wish.relation, earlier, day, rules::CheckFor::playing}, "course", country_));
        if (!errors.empty()) return errors.front();
        return done;
    }

    const rules::Country& country_;
    Currency currency_;
    std::vector<std::string> numbers_;
};

}  // namespace

Result<Scenario> read_scenario(std::string_view text, const rules::Country& country) {
    FRIST_TRY(const json::value value, parse_json(text));
    return Reader(country).read(value);
}

}  // namespace frist::office
