// A zip of files in memory: the same files are the same bytes. minizip stays here.
#pragma once
#include "base/result.h"

#include <string>
#include <vector>

namespace frist::post {

struct Packed {
    std::string name;     // with / between folders
    std::string bytes;
};

// Writes the whole zip in its place, or nothing. Error file.write.
Outcome write_zip(const std::string& file, const std::vector<Packed>& files);

}  // namespace frist::post
