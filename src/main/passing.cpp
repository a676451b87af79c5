#include "main/passing.h"

#include "base/pch.h"

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace frist::program {

Result<office::PassingFile> passing_file() {
    std::string name = (std::filesystem::temp_directory_path() / "frist-XXXXXX").string();
    const int made = ::mkstemp(name.data());
    if (made < 0) return Error{"file.write", name, "no file can be made there", "Check the rights and the free space of the folder for passing files."};
    ::close(made);
    return office::PassingFile(std::move(name));
}

}  // namespace frist::program
