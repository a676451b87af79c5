// store: where everything is kept. One SQLite file (WAL, one writer), forward-only migrations, every SQL
// statement in src/store/sql. The store knows no rule: it keeps what the office hands it, or nothing.
#pragma once
#include "office/ports.h"

#include <memory>

namespace frist::store {

enum class Open { make, existing };

// Opens the file and brings it to the newest shape. Errors store.missing, store.open, store.newer (the file was written
// by a newer version), store.foreign (by another program), store.empty, store.damaged, store.busy, store.full. Another writer is waited for `patience_ms` milliseconds.
Result<std::unique_ptr<office::Store>> open_sqlite(const std::string& file, Open how, int patience_ms = 5000);

}  // namespace frist::store
