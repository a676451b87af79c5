// store: where everything is kept: in one SQLite file (WAL, one writer), or in a database of a PostgreSQL server. Forward-only
// migrations, every SQL statement once, in src/store/sql. The store knows no rule: it keeps what the office hands it, or nothing.
#pragma once
#include "access/answers.h"
#include "access/jobs.h"
#include "access/ports.h"
#include "office/forgetting.h"
#include "office/register.h"
#include "reports/saved_exports.h"
#include "reports/source.h"
#include "store/connection.h"

#include <memory>

namespace frist::store {

// One open database with every store that stands on it; what one of them writes inside change() of another is part of
// the same transaction. For one thread at a time: each worker opens rooms of its own.
struct Rooms {
    std::shared_ptr<Connection> connection;
    std::unique_ptr<office::Store> office;
    std::unique_ptr<office::RegisterSource> index;
    std::unique_ptr<reports::Source> reports;
    std::unique_ptr<access::Store> access;
    std::unique_ptr<access::Answers> answers;
    std::unique_ptr<access::Jobs> jobs;
    std::unique_ptr<reports::Exports> exports;
    std::unique_ptr<office::PersonalData> personal;
};

// Errors are those of Connection::open.
Result<Rooms> open_rooms(const std::string& file, Open how, int patience_ms = 5000);

// The office's store on a connection that is open.
std::unique_ptr<office::Store> office_on(std::shared_ptr<Connection> connection);

// What reports read from beside the office's store, on a connection that is open.
std::unique_ptr<reports::Source> reports_on(std::shared_ptr<Connection> connection);

// What the register reads from, on a connection that is open.
std::unique_ptr<office::RegisterSource> register_on(std::shared_ptr<Connection> connection);

// The register of all threads of a program, with a connection of its own. Errors are those of Connection::open.
Result<std::shared_ptr<office::Register>> open_register(const std::string& file, const rules::Country& country,
                                                        int patience_ms = 5000);

// The office's store alone. Errors are those of Connection::open.
Result<std::unique_ptr<office::Store>> open_office(const std::string& file, Open how, int patience_ms = 5000);

}  // namespace frist::store
