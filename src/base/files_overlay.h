#pragma once
// Files as they would be: what is written stays in memory and is read in place of what lies below.
#include <map>
#include <string>

#include "base/files.h"

namespace octavo::base {

class Overlay final : public Files {
 public:
  explicit Overlay(const Files& below) : below_(&below) {}

  // By real path, so that a file is one under all its names.
  const std::map<std::string, std::string>& written() const { return written_; }

  FileKind kind(const std::string& path) const override { return below_->kind(path); }
  std::string read(const std::string& path) const override;
  std::vector<Entry> list(const std::string& folder) const override { return below_->list(folder); }
  std::optional<std::string> real(const std::string& path) const override { return below_->real(path); }
  using Files::write;
  // Takes the place of files that exist; throws Failure of others.
  void write(const std::vector<NewFile>& files) override;

 private:
  const Files* below_;
  std::map<std::string, std::string> written_;
};

}  // namespace octavo::base
