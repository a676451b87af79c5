// A print house, or our own printer, that takes whole batches from a folder, here or over SFTP.
//   BATCH.part/     while it is being filled; nobody reads it
//   BATCH/          the PDFs, all.pdf and manifest.csv; complete from the moment the folder has this name
//   receipts/*.csv  what the print house tells
// The print house lets BATCH lie until its receipt is written: so a batch that was begun before a stop can be asked for.
#pragma once
#include "office/doors.h"
#include "post/transfer.h"

#include <functional>
#include <memory>

namespace frist::post {

// Where the folders are.
class Place {
public:
    Place() = default;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    virtual ~Place() = default;
    // Whether it is there; an error when nobody can say. Errors door.*, sftp.*.
    virtual Result<bool> has(const std::string& name) = 0;
    virtual Outcome make(const std::string& folder) = 0;
    virtual Outcome put(const std::string& file, const std::string& bytes) = 0;
    virtual Outcome rename(const std::string& from, const std::string& to) = 0;
    virtual Result<std::vector<std::string>> list(const std::string& folder) = 0;
    virtual Result<std::string> read(const std::string& file) = 0;
};
std::unique_ptr<Place> local_place(const std::string& folder);
std::unique_ptr<Place> sftp_place(const Host& host, const std::string& folder);

// All of receipts/*.csv, in the order of their names. Errors door.*, sftp.*, receipt.*.
Result<std::vector<office::Receipt>> receipts_in(Place& place);

using Join = std::function<Result<std::string>(std::span<const std::string>)>;
using Pages = std::function<Result<int>(const std::string&)>;

// `says_when`: a letter is only sent when a receipt, or a person, says so; else it left when the batch was complete.
std::unique_ptr<office::Door> print_house(std::unique_ptr<Place> place, bool says_when, Join join, Pages pages);

}  // namespace frist::post
