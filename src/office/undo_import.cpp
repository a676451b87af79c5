#include "base/pch.h"
#include "office/import_trail.h"
#include "office/imports.h"

namespace frist::office {
namespace {

class Undoing {
public:
    Undoing(const Desk& desk, ImportRow row, Trail trail) : desk_(desk), row_(std::move(row)), trail_(std::move(trail)), cause_(fmt::format("import-undone:{}", row_.id)) {}

    Outcome run(Id person) {
        FRIST_TRY_DONE(newest());
        for (const auto& [number, open] : trail_.made) made_.insert(number);
        FRIST_TRY_DONE(cases());
        for (const auto& [number, open] : trail_.made) FRIST_TRY_DONE(remove(number, open));
        for (auto known = trail_.before.rbegin(); known != trail_.before.rend(); ++known) FRIST_TRY_DONE(restore(known->first, known->second));
        row_.undone_at = desk_.now();
        row_.undone_by = person;
        FRIST_TRY([[maybe_unused]] const Id id, desk_.store.put_import(desk_.creditor, row_));
        return done;
    }

    Undone undone;

private:
    [[nodiscard]] std::string place() const { return fmt::format("import {}", row_.id); }
    [[nodiscard]] static std::string here(Id case_id) { return fmt::format("case {}", case_id); }

    Outcome newest() {
        constexpr int enough = 1000;
        FRIST_TRY(const std::vector<ImportRow> later, desk_.store.imports(desk_.creditor, 0, enough));
        for (const ImportRow& one : later) {
            if (one.id == row_.id) break;
            if (!one.undone_at) return Error{"import.followed", place(), fmt::format("import {} came after it and stands on it", one.id), "Take that one back first."};
        }
        return done;
    }

    // The cases that were made of what the file brought, each looked at before anything is changed.
    Outcome cases() {
        std::set<Id> ids;
        for (const auto& [number, open] : trail_.made) {
            FRIST_TRY(const auto item, desk_.store.item(desk_.creditor, number));
            if (item && item->case_id != 0) ids.insert(item->case_id);
        }
        for (const Id id : ids) {
            FRIST_TRY(const CaseRow c, case_row(desk_, id));
            FRIST_TRY_DONE(may_go(c));
            if (c.state.closing) continue;
            FRIST_TRY([[maybe_unused]] const CaseRow gone, answer(desk_, id, frist::cases::WithdrawCase{frist::cases::Withdrawal::mistaken}, cause_));
            ++undone.withdrawn;
        }
        return done;
    }

    Outcome may_go(const CaseRow& c) {
        const Id id = c.state.id;
        if (c.state.merged_into) return Error{"import.case_shared", here(id), fmt::format("it went into case {}", *c.state.merged_into), "Part the cases first."};
        FRIST_TRY(const std::vector<ItemRow> tied, desk_.store.items_of_case(desk_.creditor, id));
        for (const ItemRow& item : tied)
            if (!made_.contains(item.number)) return Error{"import.case_shared", here(id), fmt::format("it also collects invoice {}, which another file brought", item.number), "Withdraw the wrong invoice in the case by a credit note."};
        for (const frist::cases::Payment& payment : c.state.payments)
            if (payment.kept().positive()) return Error{"import.paid", here(id), "something was paid in it", "Move the payment to the case it belongs to first."};
        for (const frist::cases::Sent& sent : c.state.letters) {
            FRIST_TRY(const auto letter, desk_.store.letter(desk_.creditor, id, sent.letter));
            if (letter && letter->state == LetterState::sent) return Error{"import.letter_left", here(id), "a letter of it has left", "Withdraw the case, and tell the debtor why."};
        }
        return done;
    }

    Outcome remove(const std::string& number, Money open) {
        FRIST_TRY(const auto item, desk_.store.item(desk_.creditor, number));
        if (!item) return done;
        if (item->open != open) return followed(number);
        FRIST_TRY_DONE(desk_.store.drop_item(desk_.creditor, *item));
        ++undone.removed;
        return done;
    }

    Outcome restore(const ItemRow& before, Money left) {
        FRIST_TRY(const auto now, desk_.store.item(desk_.creditor, before.number));
        if (!now || now->open != left) return followed(before.number);
        if (now->case_id != before.case_id) return Error{"import.started", fmt::format("invoice {}", before.number), fmt::format("case {} was started of it since", now->case_id), "Withdraw the case first."};
        FRIST_TRY_DONE(take_back(before));
        FRIST_TRY([[maybe_unused]] const Id id, desk_.store.put_item(desk_.creditor, before));
        ++undone.restored;
        return done;
    }

    // Money that only this file had told of.
    Outcome take_back(const ItemRow& item) {
        if (item.case_id == 0) return done;
        const std::string source = "ledger:" + row_.sha256 + ":" + item.number;
        FRIST_TRY(const CaseRow c, case_row(desk_, item.case_id));
        for (const frist::cases::Payment& payment : c.state.payments) {
            if (payment.source != source || !payment.kept().positive()) continue;
            FRIST_TRY([[maybe_unused]] const CaseRow after, answer(desk_, item.case_id, frist::cases::TakeBackPayment{payment.number, frist::cases::TakenBack::mistake}, cause_));
            ++undone.taken_back;
            break;
        }
        return done;
    }

    [[nodiscard]] Error followed(const std::string& number) const {
        return {"import.followed", fmt::format("invoice {}", number), "it has changed since: something was paid, or a person changed it", "Put the invoice right by itself."};
    }

    const Desk& desk_;
    ImportRow row_;
    Trail trail_;
    std::string cause_;
    std::set<std::string> made_;
};

}  // namespace

Result<Undone> undo_import(const Desk& desk, Id import, Id person) {
    Undone undone;
    FRIST_TRY_DONE(desk.store.change([&]() -> Outcome {
        FRIST_TRY(std::optional<ImportRow> row, desk.store.import(desk.creditor, import));
        const std::string place = fmt::format("import {}", import);
        if (!row) return Error{"import.unknown", place, "there is no import with this number", "See frist imports for the numbers."};
        if (row->undone_at) return Error{"import.undone", place, "it was taken back already", "Nothing is left to do."};
        FRIST_TRY(const std::string lines, desk.store.import_trail(desk.creditor, import));
        FRIST_TRY(Trail trail, read_trail(lines));
        Undoing undoing(desk, std::move(*row), std::move(trail));
        FRIST_TRY_DONE(undoing.run(person));
        undone = undoing.undone;
        return done;
    }));
    return undone;
}

}  // namespace frist::office
