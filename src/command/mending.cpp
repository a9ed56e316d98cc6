#include "command/mending.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "book/book.h"
#include "command/edits.h"
#include "command/pipeline.h"

namespace octavo::command {
namespace {

constexpr int most_rounds = 8;     // one fix may make room for another: two parts of a link, say
constexpr int most_readings = 80;  // of the whole book, to find the fixes that change it

// What the writers see of a book: the dump, and the ids of all places with whether something leads there.
std::string all_of(const book::Book& book) {
  std::string text = book::dump(book);
  for (const book::Anchor& anchor : book.anchors) {
    text += '#' + anchor.id + (anchor.is_target ? " target" : "") + " in " +
            std::to_string(static_cast<int>(anchor.division)) + ' ' +
            (anchor.chapter ? std::to_string(anchor.chapter.index()) : "") + '\n';
  }
  return text;
}

std::map<diagnostics::Rule, std::size_t> counts(const std::vector<diagnostics::Diagnostic>& findings) {
  std::map<diagnostics::Rule, std::size_t> result;
  for (const auto& one : findings) ++result[one.rule];
  return result;
}

bool has_more(const std::vector<diagnostics::Diagnostic>& findings, const std::vector<diagnostics::Diagnostic>& before) {
  auto known = counts(before);
  return std::ranges::any_of(counts(findings), [&](const auto& one) { return one.second > known[one.first]; });
}

class Mender {
 public:
  Mender(const Options& options, const World& world, Progress& progress)
      : options_(options), world_(world), progress_(progress), files_(world.files) {}

  Mended mend() {
    Mended result;
    result.before = read(files_);
    latest_ = read_again(result.before);
    for (int round = 0; round < most_rounds; ++round) {
      auto fixes = fixes_of(latest_.findings, latest_.sink.sources, files_, latest_.root);
      std::erase_if(fixes, [&](const Fix& fix) { return refused_.contains(fix.finding); });
      if (fixes.empty()) break;
      std::vector<const Fix*> order;  // by file, so that halves of them are whole files as long as may be
      for (const Fix& fix : fixes) order.push_back(&fix);
      std::ranges::stable_sort(order, {}, [](const Fix* fix) { return fix->changes.front().path; });
      const Reading start = read_again(latest_);
      const base::Overlay files = files_;
      const auto kept = proven({}, order, {start, files});
      result.findings += kept.size();
      for (const Fix* fix : order) {
        if (std::ranges::find(kept, fix) == kept.end()) refused_.insert(fix->finding);
      }
      if (kept.empty()) break;
    }
    for (const auto& [path, bytes] : files_.written()) result.files[path] = {world_.files.read(path), bytes};
    result.after = std::move(latest_);
    result.left_alone.assign(refused_.begin(), refused_.end());
    return result;
  }

 private:
  const Options& options_;
  const World& world_;
  Progress& progress_;
  base::Overlay files_;
  Reading latest_;
  std::set<std::string> refused_;
};

}  // namespace
}  // namespace octavo::command
