#include "vault/walk.h"

#include <algorithm>
#include <unordered_map>

#include "base/failure.h"
#include "base/paths.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "config/config.h"

namespace octavo::vault {

namespace {

using base::FileKind;
using diagnostics::Rule;

constexpr int deepest_folder = 64;
constexpr int deepest_around_note = 3;

enum class Place { front_page, numbered, note, folder };

struct Sibling {
  std::string name;
  FileKind kind;
  std::size_t rank;  // in the author's order; behind all of it for what it leaves out
  Place place;
};

bool is_front_page(std::string_view name) {
  const auto stem = base::folded(base::stem_of(name));
  return stem == "readme" || stem == "index";
}

Place place_of(const std::string& name, FileKind kind) {
  if (kind == FileKind::file && is_front_page(name)) return Place::front_page;
  if (name.front() >= '0' && name.front() <= '9') return Place::numbered;
  return kind == FileKind::file ? Place::note : Place::folder;
}

bool reads_before(const Sibling& left, const Sibling& right) {
  if (left.rank != right.rank) return left.rank < right.rank;
  if (left.place != right.place) return left.place < right.place;
  return base::natural_less(left.name, right.name);
}

class Walk {
 public:
  Walk(const base::Files& files, const std::string& root, int depth, diagnostics::Sink* sink)
      : files_(files), root_(root), deepest_(depth), sink_(sink) {}

  void set_order(const std::vector<std::string>& order) {
    for (const std::string& path : order) ranks_.try_emplace(base::nfc(path), ranks_.size());
  }

  // Throws Failure if the folder itself cannot be read.
  void folder(const std::string& path, int depth) {
    std::vector<Sibling> siblings;
    for (auto& entry : files_.list(base::join(root_, path))) {
      if (is_skipped(path, entry)) continue;
      if (entry.kind == FileKind::folder || config::is_note(entry.name)) {
        siblings.push_back({entry.name, entry.kind, rank_of(base::join(path, entry.name)),
                            place_of(entry.name, entry.kind)});
      } else {
        paths.files.push_back(base::join(path, entry.name));
      }
    }
    std::ranges::sort(siblings, reads_before);
    for (const auto& sibling : siblings) {
      auto below = base::join(path, sibling.name);
      if (sibling.kind == FileKind::file) {
        paths.notes.push_back(std::move(below));
      } else {
        subfolder(below, depth + 1);
      }
    }
  }

  void subfolder(const std::string& path, int depth) {
    if (depth > deepest_) {
      return report(Rule::file_unreadable,
                    "the folder \"" + path + "\" lies too deep for octavo; move it nearer to the top");
    }
    try {
      folder(path, depth);
    } catch (const base::Failure& failure) {
      report(Rule::file_unreadable, failure.what());
    }
  }

  Paths paths;

 private:
  std::size_t rank_of(const std::string& path) const {
    if (ranks_.empty()) return 0;
    const auto found = ranks_.find(base::nfc(path));
    return found == ranks_.end() ? ranks_.size() : found->second;
  }

  bool is_skipped(const std::string& path, const base::Entry& entry) {
    if (entry.kind != FileKind::file && entry.kind != FileKind::folder) return true;
    if (entry.name.starts_with('.') || entry.name == "node_modules" || (path.empty() && entry.name == "out"))
      return true;
    if (base::first_bad_byte(entry.name)) {
      report(Rule::text_not_utf8, "the name of \"" +
                                      base::encoded(base::code_points(base::join(path, entry.name))) +
                                      "\" is not UTF-8; rename it to have it in the book");
      return true;
    }
    if (!entry.is_link) return false;
    // A link to a folder of the book would show its notes twice, or lead round in a circle.
    if (entry.kind == FileKind::folder) return true;
    const std::string whole = base::join(path, entry.name);
    if (config::stays_inside(files_, root_, whole)) return false;
    if (config::is_note(entry.name))
      report(Rule::link_outside_folder,
             "the note \"" + whole + "\" is a symbolic link out of the book's folder, where octavo reads nothing; copy it here");
    return true;
  }

  void report(Rule rule, const std::string& message) {
    if (sink_) sink_->report(rule, {}, message);
  }

  const base::Files& files_;
  const std::string& root_;
  int deepest_;
  diagnostics::Sink* sink_;
  std::unordered_map<std::string, std::size_t> ranks_;  // by path
};

Paths finished(Walk walk) {
  std::ranges::sort(walk.paths.files);
  return std::move(walk.paths);
}

}  // namespace

Paths walk_book(const base::Files& files, const std::string& root, const std::vector<std::string>& order,
                diagnostics::Sink& sink) {
  Walk walk(files, root, deepest_folder, &sink);
  walk.set_order(order);
  walk.folder("", 0);
  return finished(std::move(walk));
}

Paths walk_around_note(const base::Files& files, const std::string& root) {
  Walk walk(files, root, deepest_around_note, nullptr);
  walk.subfolder("", 0);
  return finished(std::move(walk));
}

}  // namespace octavo::vault
