// How far long work has come, told to whoever listens, who may ask it to stop.
#pragma once
#include <cstdint>

namespace frist::office {

class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;
    // So many of so many are done. False: stop here, and leave nothing half done.
    virtual bool go_on(std::int64_t count, std::int64_t total) = 0;
};

}  // namespace frist::office
