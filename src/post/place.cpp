#include "base/pch.h"
#include "post/print_house.h"

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace frist::post {
namespace {

namespace fs = std::filesystem;

Error disk_error(const std::string& what) {
    return Error{"door.disk", what, "cannot be written or read", "Look at the folder, its rights and the free space, then dispatch again."};
}

// On the disk, not only on its way there.
bool flushed(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool good = ::fsync(file) == 0;
    ::close(file);
    return good;
}

class LocalPlace final : public Place {
public:
    explicit LocalPlace(fs::path folder) : folder_(std::move(folder)) {}

    Result<bool> has(const std::string& name) override {
        std::error_code wrong;
        const bool there = fs::exists(folder_ / name, wrong);
        if (wrong) return disk_error(name);
        return there;
    }
    Outcome make(const std::string& folder) override {
        std::error_code wrong;
        fs::create_directories(folder_ / folder, wrong);
        if (wrong) return disk_error(folder);
        return done;
    }
    Outcome put(const std::string& file, const std::string& bytes) override {
        const fs::path path = folder_ / file;
        const int handle = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
        if (handle < 0) return disk_error(file);
        std::string_view rest = bytes;
        while (!rest.empty()) {
            const ssize_t n = ::write(handle, rest.data(), rest.size());
            if (n <= 0) break;
            rest.remove_prefix(static_cast<std::size_t>(n));
        }
        const bool good = rest.empty() && ::fsync(handle) == 0;
        ::close(handle);
        if (!good) return disk_error(file);
        return done;
    }
    Outcome rename(const std::string& from, const std::string& to) override {
        std::error_code wrong;
        if (!flushed(folder_ / from)) return disk_error(from);
        fs::rename(folder_ / from, folder_ / to, wrong);
        if (wrong || !flushed(folder_)) return disk_error(to);
        return done;
    }
    Result<std::vector<std::string>> list(const std::string& folder) override {
        std::error_code wrong;
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_ / folder, wrong)) names.push_back(entry.path().filename().string());
        if (wrong) return disk_error(folder);
        return names;
    }
    Result<std::string> read(const std::string& file) override {
        std::ifstream in(folder_ / file, std::ios::binary);
        if (!in) return disk_error(file);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }

private:
    fs::path folder_;
};

class SftpPlace final : public Place {
public:
    SftpPlace(Host host, std::string folder) : host_(std::move(host)), folder_(std::move(folder)) {}

    Result<bool> has(const std::string& name) override {
        FRIST_TRY(const std::vector<std::string> names, list_files(host_, folder_));
        return std::find(names.begin(), names.end(), name) != names.end();
    }
    Outcome make(const std::string& folder) override {
        FRIST_TRY(const bool there, has(folder));
        return there ? done : make_folder(host_, folder_ + "/" + folder);
    }
    Outcome put(const std::string& file, const std::string& bytes) override { return put_file(host_, folder_ + "/" + file, bytes); }
    Outcome rename(const std::string& from, const std::string& to) override { return rename_file(host_, folder_ + "/" + from, folder_ + "/" + to); }
    Result<std::vector<std::string>> list(const std::string& folder) override { return list_files(host_, folder_ + "/" + folder); }
    Result<std::string> read(const std::string& file) override { return read_file(host_, folder_ + "/" + file); }

private:
    Host host_;
    std::string folder_;
};

}  // namespace

std::unique_ptr<Place> local_place(const std::string& folder) { return std::make_unique<LocalPlace>(folder); }
std::unique_ptr<Place> sftp_place(const Host& host, const std::string& folder) { return std::make_unique<SftpPlace>(host, folder); }

}  // namespace frist::post
