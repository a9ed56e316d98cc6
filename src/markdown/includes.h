#pragma once
// A note's text with what its directives include in their places, as mdBook has it. Paths are relative to the
// file that the directive stands in; nothing outside the book's folder is read.
#include <map>
#include <optional>
#include <string>

#include "base/files.h"
#include "diagnostics/diagnostics.h"
#include "markdown/included_file.h"
#include "markdown/origins.h"
#include "vault/vault.h"

namespace octavo::markdown {

struct Expanded {
  std::string text;
  Origins origins;
  std::string title;  // {{#title ...}}, or ""
  base::Span title_where;
};

// Of one book: what its notes include is read once, and there is a bound to what they may include together.
class Includes {
 public:
  Includes(const base::Files& files, std::string root, diagnostics::Sink& sink)
      : files_(files), root_(std::move(root)), sink_(sink) {}

  // The first `body` bytes of the note are its front matter, which includes nothing. A directive that cannot
  // be followed is reported and stays as it is.
  Expanded expanded(const vault::Note& note, std::size_t body);

 private:
  friend class Expansion;

  struct Known {
    std::optional<IncludedFile> file;
    diagnostics::Rule rule{};  // else what is wrong with it
    std::string trouble;       // "" if that has been reported already
  };
  const Known& known(const std::string& path);
  Known read(const std::string& path) const;

  const base::Files& files_;
  std::string root_;
  diagnostics::Sink& sink_;
  std::map<std::string, Known> known_;  // by path relative to the root
  std::size_t spent_ = 0;               // bytes
  bool reported_size_ = false;
};

}  // namespace octavo::markdown
