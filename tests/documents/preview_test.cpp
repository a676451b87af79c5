// The next letter before it leaves: marked while it may not, and the very letter when it may.
#include "documents/lived.h"
#include "office/preview.h"
#include "print/press.h"

#include <gmock/gmock.h>

namespace frist::office {
namespace {

using lived::must;
using testing::HasSubstr;

class Previews : public lived::LivedCase {
protected:
    Preview seen() { return must(preview(desk(today), record, 1)); }
};

TEST_F(Previews, of_a_letter_that_may_leave_is_the_letter_that_leaves) {
    begin();
    must(night(desk(today)));
    const Preview shown = seen();
    EXPECT_TRUE(shown.refusals.empty());
    EXPECT_FALSE(shown.letter.mark);
    const Outbox out = must(outbox(desk(today), record));
    ASSERT_EQ(out.ready.size(), 1U);
    EXPECT_EQ(must(print::pdf_of(shown.letter)), must(print::pdf_of(out.ready[0].letter)));
}

TEST_F(Previews, of_a_letter_to_come_is_dated_and_marked_with_its_first_day) {
    begin();
    live(Date::of(2026, 1, 25));   // the friendly reminder has left
    const Preview shown = seen();
    ASSERT_TRUE(shown.from.has_value());
    EXPECT_EQ(*shown.from, Date::of(2026, 1, 31));
    EXPECT_EQ(shown.letter.written, *shown.from);
    ASSERT_TRUE(shown.letter.mark);
    EXPECT_EQ(shown.letter.mark->word, "UTKAST");
    EXPECT_THAT(shown.letter.mark->line, HasSubstr("Kan tidligst sendes 31.\u00a0januar 2026"));
    // On that day it is that letter, to the øre and to the byte.
    letters::Letter then = shown.letter;
    then.mark.reset();
    live(*shown.from - Days{1});
    today = *shown.from;
    must(night(desk(today)));
    const Outbox out = must(outbox(desk(today), record));
    ASSERT_EQ(out.ready.size(), 1U);
    EXPECT_EQ(must(print::pdf_of(then)), must(print::pdf_of(out.ready[0].letter)));
}

TEST_F(Previews, of_a_held_letter_tells_why) {
    begin();
    must(night(desk(today)));
    DebtorRecord debtor = must(debtor_record(must(store->debtor_of_key(creditor, "1001"))->record));
    debtor.address_doubtful = true;
    ASSERT_TRUE(store->change([&]() -> Outcome {
        FRIST_TRY([[maybe_unused]] const Id id, store->put_debtor(creditor, "1001", stored(debtor)));
        return done;
    }).ok());
    const Preview shown = seen();
    ASSERT_EQ(shown.refusals.size(), 1U);
    EXPECT_EQ(shown.refusals[0].stop, rules::Stop::address_doubtful);
    ASSERT_TRUE(shown.letter.mark);
    EXPECT_THAT(shown.letter.mark->line, HasSubstr("Kan ikke sendes nå"));
    EXPECT_FALSE(shown.from);
    // An objection takes the letter away.
    must(answer(desk(today), 1, cases::RaiseObjection{false}, "test"));
    EXPECT_EQ(preview(desk(today), record, 1).error().code, "preview.none");
}

TEST_F(Previews, of_a_closed_case_is_none) {
    begin();
    must(answer(desk(today), 1, cases::WithdrawCase{}, "test"));
    EXPECT_EQ(preview(desk(today), record, 1).error().code, "preview.none");
}

TEST_F(Previews, keep_nothing) {
    begin();
    const auto before = must(store->chain_end(creditor));
    seen();
    EXPECT_EQ(must(store->chain_end(creditor)).hash, before.hash);
    EXPECT_TRUE(must(store->letters(creditor, LetterState::ordered)).empty());
}

}  // namespace
}  // namespace frist::office
