#include "rules/no/norwegian_law.h"

#include "base/pch.h"

namespace frist::rules::no {
namespace {

constexpr std::string_view band_prefix = "salaer_light_consumer_";

// "le_2500" is a band up to and including 2 500 kroner, "gt_250000" the one above all.
Result<Band> band_of(const law::Book& book, const std::string& name) {
    Band band;
    const std::string_view limit = std::string_view(name).substr(band_prefix.size());
    if (limit.starts_with("le_")) {
        FRIST_TRY(band.upto, Money::parse(limit.substr(3), Currency::nok()));
    }
    FRIST_TRY(band.light, book.factor(name));
    return band;
}

Result<Calendar> calendar_of(const law::Book& book) {
    HolidayRule rule;
    for (const std::string& name : book.names("holiday_")) {
        FRIST_TRY(const std::vector<law::Row>* rows, book.rows(name));
        const law::Row& row = rows->back();
        const std::string& value = row.value;
        const Error bad{"law.row", row.place, "a holiday is month-day (05-17) or days after Easter Sunday (39)", "Correct the cell."};
        int first = 0;
        int second = 0;
        const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), first);
        if (failure != std::errc{}) return bad;
        if (row.unit == "days_after_easter") {
            rule.from_easter.push_back(first);
            continue;
        }
        if (value.size() != 5 || std::from_chars(value.data() + 3, value.data() + 5, second).ec != std::errc{}) return bad;
        rule.fixed.push_back(first * 100 + second);
    }
    return Calendar(std::move(rule));
}

Outcome read_regimes(const law::Book& book, NorwegianLaw& law) {
    FRIST_TRY(const std::vector<law::Row>* act, book.rows("regime_no_2026"));
    law.act_2026_from = act->back().from;
    FRIST_TRY(const std::vector<law::Row>* confirmed, book.rows("confirmed_until"));
    auto day = Date::parse(confirmed->back().value);
    if (!day.ok()) return Error{"law.row", confirmed->back().place, day.error().message, day.error().remedy};
    law.confirmed_until = *day;
    return done;
}

}  // namespace

Result<NorwegianLaw> NorwegianLaw::from(const law::Book& book) {
    NorwegianLaw law;
    const Currency nok = Currency::nok();
    law.fingerprint = book.fingerprint();
    FRIST_TRY(law.late_interest, book.rate("late_interest"));
    for (const auto& row : law.late_interest.rows)
        if (row.chargeable) law.late_interest_spans.push_back({{row.from, row.to ? row.to->next() : Date::of(2199, 12, 31)}, row.value});
    FRIST_TRY(law.compensation, book.money("standard_compensation_b2b", nok));
    FRIST_TRY(law.sats, book.money("inkassosats", nok));
    FRIST_TRY(law.reminder_fraction, book.factor("fee_fraction_reminder"));
    FRIST_TRY(law.notice_fraction, book.factor("fee_fraction_collection_notice"));
    FRIST_TRY(law.own_demand_fraction, book.factor("fee_fraction_own_payment_demand"));
    FRIST_TRY(law.fee_rounding, book.word("fee_rounding_chapter1"));
    FRIST_TRY(law.fee_wait, book.number("days_fee_wait_after_due"));
    FRIST_TRY(law.fee_letters_before_demand, book.number("max_fee_letters_before_own_payment_demand"));
    FRIST_TRY(law.fee_reset_months, book.number("months_fee_reset"));
    FRIST_TRY(law.notice_deadline, book.number("days_collection_notice_deadline"));
    FRIST_TRY(law.demand_deadline, book.number("days_payment_demand_deadline"));
    FRIST_TRY(law.demand_validity_months, book.number("months_payment_demand_validity"));
    FRIST_TRY(law.enforcement_notice, book.number("days_enforcement_notice"));
    FRIST_TRY(law.bankruptcy_wait, book.number("days_bankruptcy_wait_after_demand"));
    FRIST_TRY(law.bankruptcy_deadline, book.number("days_bankruptcy_notice_deadline"));
    FRIST_TRY(law.bankruptcy_window, book.number("days_bankruptcy_petition_window"));
    FRIST_TRY(law.judgment_fulfilment, book.number("days_judgment_fulfilment"));
    FRIST_TRY(law.judgment_first_notice_months, book.number("months_judgment_enforced_on_first_notice"));
    FRIST_TRY(law.estate_claims_shortest, book.number("days_estate_claims_shortest"));
    FRIST_TRY(law.limitation_years, book.number("limitation_general"));
    FRIST_TRY(law.limitation_judgment_years, book.number("limitation_judgment_note_loan"));
    for (const std::string& name : book.names(band_prefix)) {
        FRIST_TRY(Band band, band_of(book, name));
        law.bands.push_back(std::move(band));
    }
    std::sort(law.bands.begin(), law.bands.end(), [](const Band& a, const Band& b) {
        return a.upto && (!b.upto || *a.upto < *b.upto);
    });
    FRIST_TRY(law.heavy_factor, book.factor("salaer_heavy_factor"));
    FRIST_TRY(law.heavy_after_days, book.number("salaer_heavy_after_days"));
    FRIST_TRY(law.business_factor, book.factor("salaer_business_factor"));
    FRIST_TRY(law.vat, book.rate("salaer_vat_addition"));
    FRIST_TRY(law.instalment_addition, book.factor("salaer_instalment_addition"));
    FRIST_TRY(law.court_fee, book.money("rettsgebyr", nok));
    FRIST_TRY(law.attachment_multiple, book.factor("court_fee_utlegg_multiple"));
    FRIST_TRY(law.conciliation_multiple, book.factor("court_fee_conciliation_multiple"));
    FRIST_TRY(law.attachment_writing_multiple, book.factor("writing_fee_utlegg_multiple"));
    FRIST_TRY(law.complaint_writing_multiple, book.factor("writing_fee_conciliation_with_collection_costs_multiple"));
    FRIST_TRY(law.attachment_by_agency, book.word("filing_attachment_by_agency"));
    for (const std::string& name : book.names("channel_")) {
        FRIST_TRY(law.channels[name], book.word(name));
    }
    FRIST_TRY(law.calendar, calendar_of(book));
    FRIST_TRY_DONE(read_regimes(book, law));
    return law;
}

}  // namespace frist::rules::no
