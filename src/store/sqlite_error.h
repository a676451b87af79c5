// What went wrong in SQLite, in our words.
#pragma once
#include "base/result.h"

#include <sqlite3.h>

namespace frist::store {

Error sqlite_error(sqlite3* database, int code);

}  // namespace frist::store
