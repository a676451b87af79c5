// An engine is a place where a Store keeps things, with what a test needs besides the Store itself: to open it anew, to
// look at everything in it, to change it behind the Store's back, and to hold it as another writer would.
#pragma once
#include "office/ports.h"

#include <memory>
#include <string>
#include <vector>

namespace frist::test {

class Engine {
public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    // A Store on this place, which is empty the first time. Never waits long for another writer.
    virtual Result<std::unique_ptr<office::Store>> open() = 0;
    // What Connection::open is told.
    [[nodiscard]] virtual std::string place() const = 0;
    // Every row of every table as text, in an order of its own that is always the same.
    virtual std::string dump() = 0;
    // Behind the Store's back.
    virtual void execute(const std::string& sql) = 0;
    virtual void make_newer() = 0;
    // Another process that writes, as long as the value lives.
    virtual std::shared_ptr<void> other_writer() = 0;
};

struct EngineKind {
    std::string name;
    std::unique_ptr<Engine> (*fresh)();
};
// The engines that the contract is asked of. One more engine is one more line here.
std::vector<EngineKind> engines();

}  // namespace frist::test
