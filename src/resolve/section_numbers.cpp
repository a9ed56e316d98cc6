// Sections get numbers below their chapter's, where the author asks for them: "2.1", "2.1.3". In a book of one chapter, which bears no number,
// they are "1", "1.3".
#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

constexpr int deepest_numbered = 3;  // of levels: a number of more figures says less than the heading

// Headings in quotes, lists and callouts are no sections of the book.
class Sections {
 public:
  Sections(const Chapter& chapter, const std::set<std::string>& left_out) : level_(chapter.level), number_(chapter.number), left_out_(left_out) {}

  void number(Blocks& blocks) {
    for (Block& block : blocks) {
      if (auto* heading = get_if<Heading>(&block.value)) number(*heading);
      if (auto* group = get_if<Group>(&block.value)) number(group->blocks);
    }
  }

 private:
  void number(Heading& heading) {
    if (heading.level > std::max(deepest_numbered, level_ + 1) || left_out_.contains(base::folded(plain_text(heading.content)))) return;
    counts_.resize(static_cast<std::size_t>(heading.level - level_));
    ++counts_.back();
    heading.number = number_;
    for (const int count : counts_) heading.number += (heading.number.empty() ? "" : ".") + std::to_string(count);
  }

  int level_;
  std::string number_;
  const std::set<std::string>& left_out_;
  std::vector<int> counts_;  // by depth below the chapter
};

}  // namespace

Book with_section_numbers(Book book, const config::Settings& settings) {
  if (!settings.number_sections) return book;
  // The chapters' lists of key players are no sections of the contents either.
  std::set<std::string> left_out;
  for (const std::string& heading : settings.player_headings) left_out.insert(base::folded(heading));
  for (std::size_t index = 0; index < book.chapters.size(); ++index) {
    Chapter& chapter = book.chapters[index];
    if (chapter.number.empty() && book.chapters.size() > 1) continue;
    // Chapters nested in this one are its sections, and have their numbers already.
    const bool has_nested = index + 1 < book.chapters.size() && book.chapters[index + 1].level > chapter.level;
    if (!has_nested) Sections(chapter, left_out).number(chapter.blocks);
  }
  return book;
}

}  // namespace octavo::resolve
