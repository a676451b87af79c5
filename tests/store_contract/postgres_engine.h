#pragma once
#include "store_contract/engine.h"

#include <string>

namespace frist::test {

// The server that the tests work on (tests/postgres/server starts one and says its address in FRIST_TEST_POSTGRES, a URL without a
// database); empty when there is none.
std::string server_for_tests();

// A database of its own on that server, gone with the value.
class PostgresEngine final : public Engine {
public:
    PostgresEngine();
    PostgresEngine(const PostgresEngine&) = delete;
    PostgresEngine& operator=(const PostgresEngine&) = delete;
    ~PostgresEngine() override;
    Result<std::unique_ptr<office::Store>> open() override;
    [[nodiscard]] std::string place() const override { return url_; }
    std::string dump() override;
    void execute(const std::string& sql) override;
    void make_newer() override;
    std::shared_ptr<void> other_writer() override;
    // The server lets go of everybody who is connected.
    void cut_links();

private:
    std::string name_;
    std::string url_;
};

}  // namespace frist::test
