#include "post/print_house.h"

#include "base/pch.h"
#include "post/batch.h"

namespace frist::post {
namespace {

using office::Answer;
using office::DispatchState;

class PrintHouse final : public office::Door {
public:
    PrintHouse(std::unique_ptr<Place> place, bool says_when, Join join, Pages pages)
        : place_(std::move(place)), says_when_(says_when), join_(std::move(join)), pages_(std::move(pages)) {}

    [[nodiscard]] std::size_t at_once() const override { return 500; }

    std::vector<Answer> hand_over(const std::string& batch, std::span<const office::Parcel> parcels) override {
        const Outcome handed = fill(batch, parcels);
        return {parcels.size(), handed.ok() ? taken(batch) : Answer{DispatchState::later, frist::text(handed.error())}};
    }

    std::vector<Answer> asked(const std::string& batch, std::span<const std::string> ids, Moment /*begun*/, Moment /*now*/) override {
        const Result<bool> there = place_->has(batch);
        if (!there.ok()) return {ids.size(), Answer{DispatchState::uncertain, frist::text(there.error())}};
        if (*there) return {ids.size(), taken(batch)};
        return {ids.size(), Answer{DispatchState::later, "the batch was not complete when the work stopped"}};
    }

    Result<std::vector<office::Receipt>> receipts() override {
        if (!says_when_) return std::vector<office::Receipt>{};
        return receipts_in(*place_);
    }

private:
    [[nodiscard]] Answer taken(const std::string& batch) const {
        return {says_when_ ? DispatchState::handed : DispatchState::sent, "in batch " + batch};
    }

    Outcome fill(const std::string& batch, std::span<const office::Parcel> parcels) {
        const std::string part = batch + ".part";
        std::vector<std::string> pdfs;
        std::vector<int> pages;
        FRIST_TRY_DONE(place_->make(part));
        for (const office::Parcel& parcel : parcels) {
            FRIST_TRY(const int count, pages_(parcel.pdf));
            pages.push_back(count);
            pdfs.push_back(parcel.pdf);
            FRIST_TRY_DONE(place_->put(part + "/" + parcel.file, parcel.pdf));
        }
        FRIST_TRY(const std::string all, join_(pdfs));
        FRIST_TRY_DONE(place_->put(part + "/all.pdf", all));
        FRIST_TRY_DONE(place_->put(part + "/manifest.csv", manifest(parcels, pages)));
        return place_->rename(part, batch);
    }

    std::unique_ptr<Place> place_;
    bool says_when_;
    Join join_;
    Pages pages_;
};

}  // namespace

Result<std::vector<office::Receipt>> receipts_in(Place& place) {
    std::vector<office::Receipt> all;
    FRIST_TRY(const bool some, place.has("receipts"));
    if (!some) return all;
    FRIST_TRY(std::vector<std::string> files, place.list("receipts"));
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
        if (!file.ends_with(".csv")) continue;
        FRIST_TRY(const std::string bytes, place.read("receipts/" + file));
        FRIST_TRY(std::vector<office::Receipt> told, read_receipts(bytes, file));
        std::move(told.begin(), told.end(), std::back_inserter(all));
    }
    return all;
}

std::unique_ptr<office::Door> print_house(std::unique_ptr<Place> place, bool says_when, Join join, Pages pages) {
    return std::make_unique<PrintHouse>(std::move(place), says_when, std::move(join), std::move(pages));
}

}  // namespace frist::post
