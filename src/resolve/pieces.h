#pragma once
// Which stretch of which note an embed names.
#include <optional>
#include <unordered_map>

#include "resolve/destination.h"
#include "resolve/outline.h"
#include "resolve/stand_ins.h"

namespace octavo::resolve {

struct Piece {
  const book::Chapter* note = nullptr;
  const book::Block *first = nullptr, *last = nullptr;  // blocks of the note, the last not included
  bool is_whole = false;
};

// Points into the chapters and the shelf of the draft, which must stay as they are.
class Pieces {
 public:
  Pieces(const book::Book& draft, const vault::Vault& notes, const config::Settings& settings, diagnostics::Sink& sink);

  // W41 to W43. Nothing if the book has no such text, which is reported.
  std::optional<Piece> find(const book::ToName& target, base::Span where, const book::Chapter& source);

 private:
  struct Asked {
    const book::ToName& target;
    base::Span where;
  };
  const book::Chapter* note_of(const Asked& asked, const book::Chapter& source);
  void report(const Asked& asked, diagnostics::Rule rule, std::string message);
  struct Missing {
    std::string situation, name;  // `name` is what the nearest ones stand for
    std::vector<std::string> near;
    Part part = Part::note;
  };
  void report_missing(const Asked& asked, const Missing& missing);

  const vault::Vault& notes_;
  Finder finder_;
  diagnostics::Sink& sink_;
  StandIns stand_ins_;
  std::optional<NearNames> near_notes_, near_files_;  // made when first asked for
  std::unordered_map<base::FileId, const book::Chapter*> by_file_;
  std::unordered_map<const book::Chapter*, Outline> outlines_;
};

}  // namespace octavo::resolve
