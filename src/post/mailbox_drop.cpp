#include "post/mailbox_drop.h"

#include "base/pch.h"

#include <boost/json.hpp>

namespace frist::post {
namespace {

using office::Answer;
using office::DispatchState;

// LETTER.part is filled and becomes LETTER: letter.pdf and letter.json. It is sent when the adapter's receipt says so.
class MailboxDrop final : public office::Door {
public:
    explicit MailboxDrop(std::unique_ptr<Place> place) : place_(std::move(place)) {}

    [[nodiscard]] std::size_t at_once() const override { return 1; }

    std::vector<Answer> hand_over(const std::string& /*batch*/, std::span<const office::Parcel> parcels) override {
        std::vector<Answer> answers;
        for (const office::Parcel& parcel : parcels) {
            const Outcome dropped = drop(parcel);
            answers.push_back(dropped.ok() ? Answer{DispatchState::handed, "waits for the adapter"} : Answer{DispatchState::later, frist::text(dropped.error())});
        }
        return answers;
    }

    std::vector<Answer> asked(const std::string& /*batch*/, std::span<const std::string> ids, Moment /*begun*/, Moment /*now*/) override {
        std::vector<Answer> answers;
        for (const std::string& id : ids) {
            const Result<bool> there = place_->has(id);
            if (!there.ok()) answers.push_back({DispatchState::uncertain, frist::text(there.error())});
            else if (*there) answers.push_back({DispatchState::handed, "waits for the adapter"});
            else answers.push_back({DispatchState::later, "was not complete when the work stopped"});
        }
        return answers;
    }

    Result<std::vector<office::Receipt>> receipts() override { return receipts_in(*place_); }

private:
    Outcome drop(const office::Parcel& p) {
        const boost::json::object said{{"letter", p.id}, {"mailbox", p.address}, {"kind", name_of(p.kind)}, {"dated", frist::text(p.dated)},
                                       {"subject", p.subject}, {"file", "letter.pdf"}, {"sha256", p.sha256}};
        FRIST_TRY_DONE(place_->make(p.id + ".part"));
        FRIST_TRY_DONE(place_->put(p.id + ".part/letter.pdf", p.pdf));
        FRIST_TRY_DONE(place_->put(p.id + ".part/letter.json", boost::json::serialize(said) + "\n"));
        return place_->rename(p.id + ".part", p.id);
    }

    std::unique_ptr<Place> place_;
};

}  // namespace

std::unique_ptr<office::Door> mailbox_drop(std::unique_ptr<Place> place) { return std::make_unique<MailboxDrop>(std::move(place)); }

}  // namespace frist::post
