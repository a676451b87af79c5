#include "base/result.h"

#include <cstdio>
#include <cstdlib>

namespace frist {

std::string text(const Error& error) {
    std::string line;
    if (!error.field.empty()) line += error.field + ": ";
    line += error.message;
    if (!error.remedy.empty()) line += " — " + error.remedy;
    return line;
}

void bug(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "frist: a bug stopped the program: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace frist
