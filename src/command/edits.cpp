#include "command/edits.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/failure.h"
#include "base/paths.h"

namespace octavo::command {

using diagnostics::Diagnostic;
using diagnostics::Edit;
using diagnostics::Sources;

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t mark_length(std::string_view bytes) { return bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; }

bool overlap(const Change& left, const Change& right) {
  if (left.path != right.path || left == right) return false;
  const bool are_both_insertions = left.begin == left.end && right.begin == right.end;
  return are_both_insertions ? left.begin == right.begin : left.begin < right.end && right.begin < left.end;
}

// Changes of which none overlaps another.
class Accepted {
 public:
  bool take(const std::vector<Change>& changes) {
    if (!std::ranges::all_of(changes, [&](const Change& one) { return fits(one); })) return false;
    changes_.insert(changes.begin(), changes.end());
    return true;
  }

 private:
  bool fits(const Change& change) const {
    const auto next = changes_.lower_bound(change);
    return (next == changes_.end() || !overlap(*next, change)) &&
           (next == changes_.begin() || !overlap(*std::prev(next), change));
  }

  std::set<Change> changes_;
};

// The sources by their real paths.
class RealPaths {
 public:
  RealPaths(const Sources& sources, const base::Files& files, const std::string& root)
      : sources_(sources), files_(files), root_(root) {}

  const std::string& of(base::FileId file) {
    const auto [known, is_new] = known_.try_emplace(file);
    if (is_new) known->second = looked_up(sources_.of(file));
    return known->second;
  }
  std::map<std::string, std::string> take_files() { return std::move(bytes_); }

 private:
  std::string looked_up(const Sources::Source& source) {
    const std::string path = base::join(root_, source.path);
    std::string bytes = files_.read(path);
    const auto real = files_.real(path);
    if (!real || std::string_view(bytes).substr(mark_length(bytes)) != source.text)
      throw base::Failure('"' + source.path + "\" changed while octavo was reading it; nothing was written, begin again");
    bytes_.emplace(*real, std::move(bytes));
    return *real;
  }

  const Sources& sources_;
  const base::Files& files_;
  const std::string& root_;
  std::unordered_map<base::FileId, std::string> known_;
  std::map<std::string, std::string> bytes_;
};

bool keeps_lines(const Edit& edit, const Sources& sources) {
  if (!edit.where.file || edit.where.begin > edit.where.end) return false;
  const std::string_view text = sources.of(edit.where.file).text;
  if (edit.where.end > text.size()) return false;
  const auto has_end = [](std::string_view part) { return part.find_first_of("\r\n") != part.npos; };
  return !has_end(edit.text) && !has_end(text.substr(edit.where.begin, edit.where.end - edit.where.begin));
}

}  // namespace

Fixes fixes_of(const std::vector<Diagnostic>& findings, const Sources& sources, const base::Files& files,
               const std::string& root) {
  Fixes result;
  RealPaths paths(sources, files, root);
  Accepted accepted;
  for (const Diagnostic& finding : findings) {
    const bool is_fixable = !finding.fix.empty() && std::ranges::all_of(finding.fix, [&](const Edit& edit) {
      return keeps_lines(edit, sources);
    });
    if (!is_fixable) continue;
    const auto line = std::to_string(sources.position(finding.where.file, finding.where.begin).line);
    Fix fix{sources.of(finding.where.file).path + ':' + line + ": " + finding.message, {}};
    for (const Edit& edit : finding.fix)
      fix.changes.push_back({paths.of(edit.where.file), edit.where.begin, edit.where.end, edit.text});
    if (accepted.take(fix.changes)) result.fixes.push_back(std::move(fix));
  }
  result.files = paths.take_files();
  return result;
}

std::map<std::string, std::string> files_after(const std::vector<const Fix*>& fixes,
                                               const std::map<std::string, std::string>& files) {
  std::set<Change> changes;
  for (const Fix* fix : fixes) changes.insert(fix->changes.begin(), fix->changes.end());
  std::map<std::string, std::string> result;
  for (auto change = changes.begin(); change != changes.end();) {
    const std::string& path = change->path;
    const std::string& bytes = files.at(path);
    const std::size_t mark = mark_length(bytes);
    std::string& after = result[path];
    std::size_t at = 0;
    for (; change != changes.end() && change->path == path; ++change) {
      after.append(bytes, at, mark + change->begin - at).append(change->text);
      at = mark + change->end;
    }
    after.append(bytes, at);
  }
  return result;
}

}  // namespace octavo::command
