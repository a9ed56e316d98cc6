#pragma once
// The files of a book as its writers see them: pictures that do not fit a book come prepared, each made once for both books.
#include <map>
#include <string>

#include "base/files.h"
#include "book/book.h"
#include "diagnostics/diagnostics.h"

namespace octavo::command {

class PreparedPictures final : public base::Files {
 public:
  // Pictures that are made smaller are reported, where they are first shown.
  PreparedPictures(const base::Files& below, const book::Book& book, const std::string& root, diagnostics::Sink& sink);

  base::FileKind kind(const std::string& path) const override { return below_.kind(path); }
  std::string read(const std::string& path) const override;
  std::vector<base::Entry> list(const std::string& folder) const override { return below_.list(folder); }
  std::optional<std::string> real(const std::string& path) const override { return below_.real(path); }
  using Files::write;
  void write(const std::vector<base::NewFile>& files) override;  // never

 private:
  void report_smaller(const std::string& path, std::string_view before, std::string_view after) const;

  const base::Files& below_;
  const book::Book& book_;
  const std::string& root_;
  diagnostics::Sink& sink_;
  mutable std::map<std::string, std::string> prepared_;  // by path
};

}  // namespace octavo::command
