#pragma once
// The file system, as an interface: the disk in the program, memory in the tests. Nothing else in octavo opens a file.
// Paths are UTF-8 with forward slashes; what is given to the functions may be absolute or relative to the working folder.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::base {

enum class FileKind { missing, file, folder, other };

struct Entry {
  std::string name;  // the last part of the path
  FileKind kind = FileKind::missing;  // of what a symbolic link leads to
  bool is_link = false;
};

// A file to be: bytes live with the caller until it is written.
struct NewFile {
  std::string path;
  std::string_view bytes;
};

class Files {
 public:
  virtual ~Files() = default;

  virtual FileKind kind(const std::string& path) const = 0;  // follows links; never throws
  // The whole file. Throws Failure ("cannot read "x": permission denied").
  virtual std::string read(const std::string& path) const = 0;
  // The entries of a folder sorted by bytes, "." and ".." left out. Throws Failure.
  virtual std::vector<Entry> list(const std::string& folder) const = 0;
  // The path with every link and ".." followed, or nothing if it does not exist. Tells whether a file lies inside a folder.
  virtual std::optional<std::string> real(const std::string& path) const = 0;
  // Makes missing folders, writes every file beside its target and syncs it; only when all are whole are they renamed. So each
  // target is there whole or as it was before, and no failure to write one (a full disk) lets the others through. A file
  // that is replaced keeps its mode and its owner, and links to it; one that nobody may write is not replaced.
  // Throws Failure (with the system's reason) and leaves nothing behind.
  virtual void write(const std::vector<NewFile>& files) = 0;
  void write(const std::string& path, std::string_view bytes) { write({NewFile{path, bytes}}); }
};

class Disk final : public Files {
 public:
  FileKind kind(const std::string& path) const override;
  std::string read(const std::string& path) const override;
  std::vector<Entry> list(const std::string& folder) const override;
  std::optional<std::string> real(const std::string& path) const override;
  using Files::write;
  void write(const std::vector<NewFile>& files) override;
};

// The twin for tests. Folders exist where files lie below them.
class Memory final : public Files {
 public:
  std::map<std::string, std::string> contents;  // path to bytes
  mutable std::vector<std::string> was_read;    // every path given to read(), in order

  FileKind kind(const std::string& path) const override;
  std::string read(const std::string& path) const override;
  std::vector<Entry> list(const std::string& folder) const override;
  std::optional<std::string> real(const std::string& path) const override;
  using Files::write;
  void write(const std::vector<NewFile>& files) override;
};

}  // namespace octavo::base
