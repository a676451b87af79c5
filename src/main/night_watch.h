// The server's own night: once a day, at its minute, every creditor's cases take their next step.
#pragma once
#include "office/night.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace frist::program {

class NightWatch {
public:
    // `now` is the creditor's clock; `play` plays the night of a day and says what went wrong. What is played twice
    // finds nothing the second time, so that a restart needs no memory of it. `between` is called every ten minutes.
    NightWatch(std::function<Moment()> now, int minute_of_night, std::function<bool(Date)> play, std::function<void()> between);
    NightWatch(const NightWatch&) = delete;
    NightWatch& operator=(const NightWatch&) = delete;
    // Waits for a night that is being played.
    ~NightWatch();

private:
    void watch();

    std::function<Moment()> now_;
    int minute_of_night_;
    std::function<bool(Date)> play_;
    std::function<void()> between_;
    std::mutex mutex_;
    std::condition_variable ending_;
    bool end_ = false;
    std::thread thread_;
};

// "04:00" as a minute of the day. Error serve.night.
Result<int> minute_of_day(const std::string& text);

}  // namespace frist::program
