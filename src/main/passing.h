// Where files lie that are there for a while only.
#pragma once
#include "office/passing_file.h"

namespace frist::program {

// A new one in the machine's folder for passing files. Error file.write.
Result<office::PassingFile> passing_file();

}  // namespace frist::program
