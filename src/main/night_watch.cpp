#include "main/night_watch.h"

#include "base/pch.h"

#include <chrono>

namespace frist::program {
namespace {

constexpr std::chrono::seconds between_looks{30};
constexpr int looks_between = 20;   // of these: ten minutes

}  // namespace

NightWatch::NightWatch(std::function<Moment()> now, int minute_of_night, std::function<bool(Date)> play, std::function<void()> between)
    : now_(std::move(now)), minute_of_night_(minute_of_night), play_(std::move(play)), between_(std::move(between)), thread_([this] { watch(); }) {}

NightWatch::~NightWatch() {
    {
        const std::lock_guard lock(mutex_);
        end_ = true;
    }
    ending_.notify_all();
    thread_.join();
}

void NightWatch::watch() {
    std::optional<Date> last;
    int looks = 0;
    std::unique_lock lock(mutex_);
    while (!end_) {
        const Moment now = now_();
        if (office::night_is_due(now, minute_of_night_, last)) {
            lock.unlock();
            const bool played = play_(now.day);
            lock.lock();
            if (played) {
                last = now.day;
                continue;
            }
        }
        if (++looks >= looks_between) {
            looks = 0;
            lock.unlock();
            between_();
            lock.lock();
        }
        ending_.wait_for(lock, between_looks, [this] { return end_; });
    }
}

Result<int> minute_of_day(const std::string& text) {
    const Result<Moment> moment = Moment::parse("2000-01-01T" + text);
    if (moment.ok()) return moment->minute;
    return Error{"serve.night", "--night", "\"" + text + "\" is no time of day", "Write it as 04:00, or say never."};
}

}  // namespace frist::program
