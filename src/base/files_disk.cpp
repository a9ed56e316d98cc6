#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/failure.h"
#include "base/files.h"
#include "base/paths.h"

namespace octavo::base {

namespace {

[[noreturn]] void fail(std::string_view doing, std::string_view path, std::string reason) {
  if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z') reason[0] += 'a' - 'A';
  throw Failure("cannot " + std::string(doing) + " \"" + std::string(path) + "\": " + reason);
}

[[noreturn]] void fail(std::string_view doing, std::string_view path, int error) {
  fail(doing, path, std::generic_category().message(error));
}

// The empty path is the working folder, as it is for join() and normal(). A path with a null in it would be
// cut there by the system and name another file; the empty one that goes out instead names none.
const char* for_system(const std::string& path) {
  if (path.empty()) return ".";
  return path.find('\0') == std::string::npos ? path.c_str() : "";
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  return S_ISDIR(mode) ? FileKind::folder : FileKind::other;
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  // Some file systems tell only here that the disk is full.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

// Returns 0 or the error.
int write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// What a failed write must take away again: the unfinished file first, then the folders made for it, deepest
// first.
class Traces {
 public:
  Traces() = default;
  Traces(const Traces&) = delete;
  ~Traces() {
    if (!file.empty()) ::unlink(file.c_str());
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) ::rmdir(folder->c_str());
  }
  void forget() {
    file.clear();
    folders.clear();
  }

  std::string file;
  std::vector<std::string> folders;
};

void make_folders(const std::string& folder, Traces& traces) {
  std::vector<std::string> missing;
  struct stat facts;
  for (std::string at = folder; !at.empty() && ::stat(at.c_str(), &facts) != 0 && errno == ENOENT;
       at = folder_of(at)) {
    missing.push_back(at);
  }
  for (auto at = missing.rbegin(); at != missing.rend(); ++at) {
    if (::mkdir(at->c_str(), 0777) == 0) {
      traces.folders.push_back(*at);
    } else if (errno != EEXIST) {  // another process may have been faster
      fail("make the folder", *at, errno);
    }
  }
}

// A file of its own beside the target, so that the rename stays on one file system.
int open_beside(const std::string& target, Traces& traces) {
  for (int number = 0;; ++number) {
    std::string path = join(folder_of(target), ".octavo-" + std::to_string(number) + ".part");
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0) traces.file = std::move(path);
    if (file >= 0 || errno != EEXIST) return file;
  }
}

// A file that is whole but not yet where it belongs.
struct Draft {
  std::string target;
  Traces traces;
};

// A terminal, a pipe, /dev/null: nothing that may be replaced by a file.
void write_to_device(const NewFile& file) {
  Descriptor device(::open(file.path.c_str(), O_WRONLY | O_CLOEXEC));
  const int error = device ? write_all(device, file.bytes) : errno;
  if (error != 0) fail("write", file.path, error);
}

}  // namespace

FileKind Disk::kind(const std::string& path) const {
  struct stat facts;
  return ::stat(for_system(path), &facts) == 0 ? kind_of(facts.st_mode) : FileKind::missing;
}

std::string Disk::read(const std::string& path) const {
  // Without waiting: to open a pipe that nobody writes into would never end.
  const Descriptor file(::open(for_system(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat facts;
  if (!file || ::fstat(file.number(), &facts) != 0) fail("read", path, errno);
  if (S_ISDIR(facts.st_mode)) fail("read", path, EISDIR);
  if (!S_ISREG(facts.st_mode)) fail("read", path, "it is not a regular file");
  std::string bytes(static_cast<std::size_t>(facts.st_size) + 1,
                    '\0');  // one more, to see the end without growing
  std::size_t length = 0;
  while (true) {
    if (length == bytes.size()) bytes.resize(2 * length);
    const ssize_t got = ::read(file.number(), bytes.data() + length, bytes.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", path, errno);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length == static_cast<std::size_t>(facts.st_size)) break;
  }
  bytes.resize(length);
  return bytes;
}

std::vector<Entry> Disk::list(const std::string& folder) const {
  std::vector<Entry> entries;
  std::error_code error;
  for (std::filesystem::directory_iterator at(for_system(folder), error), end; !error && at != end;
       at.increment(error)) {
    // The folder itself mostly says of what kind an entry is; only what a link leads to has to be looked up.
    std::error_code unknown;
    entries.push_back({at->path().filename().string(), FileKind::missing, at->is_symlink(unknown)});
    entries.back().kind = at->is_regular_file(unknown) ? FileKind::file
                          : at->is_directory(unknown)  ? FileKind::folder
                                                       : kind(join(folder, entries.back().name));
  }
  if (error) fail("list", folder, error.message());
  std::sort(entries.begin(), entries.end(),
            [](const Entry& left, const Entry& right) { return left.name < right.name; });
  return entries;
}

std::optional<std::string> Disk::real(const std::string& path) const {
  std::error_code error;
  const std::filesystem::path found = std::filesystem::canonical(for_system(path), error);
  if (error) return std::nullopt;
  return found.string();
}

void Disk::write(const std::vector<NewFile>& files) {
  std::deque<Draft> drafts;  // a failure on the way takes all of them away again
  for (const NewFile& file : files) {
    struct stat facts;
    const bool exists = ::stat(for_system(file.path), &facts) == 0;
    if (exists && S_ISDIR(facts.st_mode)) fail("write", file.path, EISDIR);
    if (exists && !S_ISREG(facts.st_mode)) {
      write_to_device(file);
      continue;
    }
    // To rename over a file takes no right to write it; whoever made it read-only meant to keep it.
    if (exists && (facts.st_mode & 0222) == 0) fail("write", file.path, EACCES);
    // A link stays a link: the file it leads to is the one to replace.
    Draft& draft = drafts.emplace_back();
    draft.target = exists ? real(file.path).value_or(file.path) : file.path;
    make_folders(folder_of(draft.target), draft.traces);
    Descriptor open(open_beside(draft.target, draft.traces));
    if (!open) fail("write", file.path, errno);
    if (const int error = write_all(open, file.bytes)) fail("write", file.path, error);
    // What another owns stays theirs, if the system lets us.
    [[maybe_unused]] const int refused = exists ? ::fchown(open.number(), facts.st_uid, facts.st_gid) : 0;
    const bool same_mode = !exists || ::fchmod(open.number(), facts.st_mode & 07777) == 0;
    if (!same_mode || ::fsync(open.number()) != 0 || !open.close()) fail("write", file.path, errno);
  }
  for (Draft& draft : drafts) {
    if (::rename(draft.traces.file.c_str(), draft.target.c_str()) != 0) fail("write", draft.target, errno);
    draft.traces.forget();
  }
}

}  // namespace octavo::base
