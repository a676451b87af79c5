// What a person, a bank file or a channel asks of a case. rules/decide.h answers with events or an error.
#pragma once
#include "cases/case.h"

#include <variant>

namespace frist::cases {

struct ReceivePayment { Date on; Money amount; CoverOrder order = CoverOrder::usual; bool debtors_choice = false; std::string source; };
// A payment that stands in the case is not this case's, was taken back by the bank, or never came.
struct TakeBackPayment { int number = 0; TakenBack why = TakenBack::moved; };
// What a payment has over, or a part of it, went back to who paid. `reference`: of the transfer.
struct ReturnPayment { int number = 0; Money amount; Date on; std::string reference; };
struct CreditClaim { std::string claim; Money amount; Date on; };
struct RaiseObjection { bool groundless = false; };
struct SettleObjection {};
struct PauseCase { std::optional<Date> until; };
struct ResumeCase {};
struct WithdrawCase { std::optional<Withdrawal> why; };
// A closed case goes on where it stood.
struct ReopenCase {};
struct ReportReturnedMail {};
struct FixAddress {};
struct ReportBankruptcy {};
// `count` equal instalments of the open total, the last one takes the rounding.
struct AgreePlan { Date first; int every_days = 30; int count = 1; };
// A channel says that the ordered letter left on this day. A letter that was written before carries what it
// says: it is refused when that is no longer lawful on the day it left. `asks`: the sum it prints.
struct ReportSent { int letter = 0; Date on; std::optional<Date> deadline; std::optional<Money> fee; std::optional<Money> asks; };
struct ApproveLetter { int letter = 0; };
// The letter is void (wrong data in it, or it came back) and goes out anew: one fee, a new deadline.
struct ResetLetter { int letter = 0; };
struct ChooseLegal { StepKind kind = StepKind::attachment; };
// A person has filed it with the court or the office, which may have given it a number of its own.
struct ReportFiled { StepKind kind = StepKind::attachment; Date on; std::string reference; };
struct ReportHearing { Date hearing; };
struct ReportServed { Date on; };
struct ReportDecided { LegalOutcome outcome = LegalOutcome::dismissed; Date on; std::string reference; };

// What is not told stays as it is. 100 %: never a rest note; nothing may be left: 0.
struct SetCriteria { std::optional<Rate> rest_note_above_percent; std::optional<Money> close_at_or_below; bool own = true; };
struct SetLevels { Levels levels; };
// What a level leaves to a person: the course's next letter is ordered, whatever the level says.
struct TakeStep {};
// And: what is left is given up, as the course says.
struct CloseRest {};
// The steps that were taken stay; the next is the first of the new course behind them.
struct ChangeCourse { Course course; };
// Of one invoice, or of all when none is named; no rate: the law's own.
struct AgreeRate { std::string claim; std::optional<Rate> rate; };
// A notice of enforcement was made as a letter of its own, and left on this day with this deadline; none told: the least.
struct ReportNoticed { Date on; std::optional<Date> deadline; };

using Command = std::variant<ReceivePayment, CreditClaim, RaiseObjection, SettleObjection, PauseCase, ResumeCase, WithdrawCase,
                             ReportReturnedMail, FixAddress, ReportBankruptcy, AgreePlan, ReportSent, ApproveLetter, ResetLetter, ChooseLegal,
                             ReportFiled, ReportHearing, ReportServed, ReportDecided, SetCriteria, ReopenCase, SetLevels,
                             TakeStep, CloseRest, ChangeCourse, AgreeRate, ReportNoticed, TakeBackPayment, ReturnPayment>;

}  // namespace frist::cases
