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
// To find the fixes that change a book it is read again and again: so often, or until so much of it was read.
constexpr std::size_t most_readings = 200;
constexpr std::size_t most_text = 64'000'000;  // bytes of the dump

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

using Counts = std::map<diagnostics::Rule, std::size_t>;

Counts counts(const std::vector<diagnostics::Diagnostic>& findings) {
  Counts result;
  for (const auto& one : findings) ++result[one.rule];
  return result;
}

class Mender {
 public:
  Mender(const Options& options, const World& world, Progress& progress)
      : options_(options), world_(world), progress_(progress), files_(world.files) {}

  Mended mend() {
    Mended result;
    result.before = read(files_);
    book_ = result.before.book;
    const Reading* now = &result.before;
    for (int round = 0; round < most_rounds && mend_once(*now); ++round) now = &latest_;
    for (const auto& [path, bytes] : files_.written()) result.files[path] = {originals_.at(path), bytes};
    result.findings = mended_;
    result.left_alone.assign(refused_.begin(), refused_.end());
    result.after = now == &latest_ ? std::move(latest_) : result.before;
    return result;
  }

 private:
  Reading read(const base::Overlay& files) {
    Reading reading;
    base::Overlay seen = files;  // nothing is written there
    const World world{.files = seen, .out = world_.out, .error = world_.error, .source_date_epoch = world_.source_date_epoch};
    const auto book = resolved(options_.path, world, reading.sink, progress_);
    reading.findings = reading.sink.sorted();
    reading.root = book.settings.root;
    reading.book = all_of(book.book);
    return reading;
  }

  // Whether there was anything to mend. Afterwards `latest_` is the book as `files_` have it.
  bool mend_once(const Reading& now) {
    round_ = fixes_of(now.findings, now.sink.sources, files_, now.root);
    std::erase_if(round_.fixes, [&](const Fix& fix) { return refused_.contains(fix.finding); });
    std::vector<const Fix*> fixes;
    for (const Fix& fix : round_.fixes) fixes.push_back(&fix);
    // Half of them is then a number of whole files, as long as there is more than one.
    std::ranges::stable_sort(fixes, {}, [](const Fix* fix) -> const std::string& { return fix->changes.front().path; });
    counts_ = counts(now.findings);
    kept_.clear();
    prove(fixes);
    mended_ += kept_.size();
    const std::set<const Fix*> kept(kept_.begin(), kept_.end());
    for (const Fix* fix : fixes) {
      if (!kept.contains(fix)) refused_.insert(fix->finding);
    }
    return !kept_.empty();
  }

  // Keeps of these what changes nothing, beside what is kept already: all, or what either half has of it.
  void prove(std::span<const Fix* const> fixes) {
    if (fixes.empty() || readings_ > most_readings || readings_ * book_.size() > most_text) return;
    std::vector<const Fix*> all = kept_;
    all.insert(all.end(), fixes.begin(), fixes.end());
    base::Overlay files = files_;  // what is kept is among all
    const auto texts = files_after(all, round_.files);
    for (const auto& [path, text] : texts) files.base::Files::write(path, text);
    Reading reading = read(files);
    ++readings_;
    if (reading.book == book_ && !has_more(reading)) {
      kept_ = std::move(all);
      for (const auto& [path, text] : texts) originals_.emplace(path, round_.files.at(path));
      files_ = std::move(files);
      latest_ = std::move(reading);
    } else if (fixes.size() > 1) {
      reading = {};
      prove(fixes.first(fixes.size() / 2));
      prove(fixes.subspan(fixes.size() / 2));
    }
  }

  bool has_more(const Reading& reading) const {
    return std::ranges::any_of(counts(reading.findings), [&](const auto& one) {
      const auto known = counts_.find(one.first);
      return known == counts_.end() || one.second > known->second;
    });
  }

  const Options& options_;
  const World& world_;
  Progress& progress_;
  std::string book_;
  base::Overlay files_;
  Reading latest_;
  std::map<std::string, std::string> originals_;
  std::set<std::string> refused_;
  std::size_t mended_ = 0;
  std::size_t readings_ = 0;
  // Of the round under way.
  Fixes round_;
  Counts counts_;  // of findings
  std::vector<const Fix*> kept_;
};

}  // namespace

Mended mended(const Options& options, const World& world, Progress& progress) {
  return Mender(options, world, progress).mend();
}

}  // namespace octavo::command
