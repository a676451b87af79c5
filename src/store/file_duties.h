// Duties of the processes that work on one file: locks on bytes of a file beside it, which the system lets go with its holder.
#pragma once
#include "base/result.h"

#include <cstdint>
#include <string>

namespace frist::store {

class FileDuties {
public:
    // Nothing is made before the first duty is taken. A database in memory has no others.
    explicit FileDuties(const std::string& database);
    FileDuties(const FileDuties&) = delete;
    FileDuties& operator=(const FileDuties&) = delete;
    ~FileDuties();

    // Whether the lock on this byte is ours now. Error store.open.
    Result<bool> take(std::int64_t place);
    void end(std::int64_t place);

private:
    std::string file_;   // empty: in memory
    int handle_ = -1;
};

}  // namespace frist::store
