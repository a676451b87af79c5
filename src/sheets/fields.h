// The columns a list of open items may have.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace frist::sheets {

enum class Field : std::uint8_t {
    customer_number,
    customer_name,
    company_number,  // of a company or a person
    invoice_number,
    voucher,
    document_type,
    invoice_date,
    due_date,
    original_amount,
    open_amount,
    paid,
    credited,
    currency,
    payment_reference,  // KID, OCR, viite
    their_reference,
    address,
    postal_code,
    town,
    country,
    email,
    phone,
    days_overdue,
    interest,
    text,
    terms,
    paid_date,
    ageing,  // several columns: Layout::ageing
    kind,    // business or private
    language,
    earlier_step,  // a letter sent before: which, when, until when, at what fee
    earlier_sent,
    earlier_deadline,
    earlier_fee,
    group,  // the creditor's own word for customers of a kind
    department,  // of the creditor, for whom the income is split
    project,
    reminder_sent,  // several letters sent before, each with columns of its own
    reminder_deadline,
    reminder_fee,
    second_reminder_sent,
    second_reminder_deadline,
    second_reminder_fee,
    notice_sent,
    notice_deadline,
    notice_fee,
    demand_sent,
    demand_deadline,
    demand_fee,
    contact,  // known, and not used
};
constexpr std::size_t field_count = 49;

// The names that stand in a map file.
constexpr auto names_of(Field) {
    return std::to_array<std::string_view>({"customer_number",
                                            "customer_name",
                                            "org_number",
                                            "invoice_number",
                                            "voucher",
                                            "document_type",
                                            "invoice_date",
                                            "due_date",
                                            "original_amount",
                                            "open_amount",
                                            "paid",
                                            "credited",
                                            "currency",
                                            "payment_reference",
                                            "your_reference",
                                            "address",
                                            "postal_code",
                                            "town",
                                            "country",
                                            "email",
                                            "phone",
                                            "days_overdue",
                                            "interest",
                                            "text",
                                            "terms",
                                            "paid_date",
                                            "ageing",
                                            "kind",
                                            "language",
                                            "earlier_step",
                                            "earlier_sent",
                                            "earlier_deadline",
                                            "earlier_fee",
                                            "customer_group",
                                            "department",
                                            "project",
                                            "reminder_sent",
                                            "reminder_deadline",
                                            "reminder_fee",
                                            "second_reminder_sent",
                                            "second_reminder_deadline",
                                            "second_reminder_fee",
                                            "notice_sent",
                                            "notice_deadline",
                                            "notice_fee",
                                            "demand_sent",
                                            "demand_deadline",
                                            "demand_fee",
                                            "contact"});
}

}  // namespace frist::sheets
