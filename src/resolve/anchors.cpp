#include "resolve/anchors.h"

#include "base/unicode.h"

namespace octavo::resolve {

using book::Anchor;
using book::AnchorId;
using book::AnchorKind;
using book::ChapterId;
using book::Division;

std::string ascii_slug(std::string_view text, std::string_view fallback) {
  constexpr std::size_t longest = 60;
  const std::string plain = base::unmarked(text);
  std::string result;
  result.reserve(plain.size());
  for (const char byte : plain) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
    if (letter) result += byte;
    // A dash left out between two spaces would leave two hyphens.
    if ((byte == '-' || byte == ' ') && !result.empty() && result.back() != '-') result += '-';
  }
  if (result.size() > longest) {
    const std::size_t word_end = result.rfind('-', longest);
    result.resize(word_end == result.npos || word_end == 0 ? longest : word_end);
  }
  while (result.ends_with('-')) result.pop_back();
  if (result.empty()) return std::string(fallback);
  if (result.front() < 'a' || result.front() > 'z') result.insert(0, std::string(fallback) + '-');
  return result;
}

std::string UniqueNames::take(const std::string& wish) {
  if (add(wish)) return wish;
  for (std::size_t& number = next_[wish];; ++number) {
    std::string name = wish + '-' + std::to_string(number);
    if (!next_.contains(name)) {
      ++number;
      next_.emplace(name, 1);
      return name;
    }
  }
}

UniqueNames& AnchorMaker::names_beside(const Anchor& anchor) {
  const bool in_chapter = anchor.division == Division::chapter;
  const bool is_known = in_chapter ? !in_chapters_.empty() : knows_matter_;
  if (in_chapter)
    in_chapters_.resize(book_.chapters.size());
  else
    knows_matter_ = true;
  if (!is_known) {
    for (const Anchor& other : book_.anchors) {
      if ((other.division == Division::chapter) == in_chapter) names_beside(other).add(other.id);
    }
  }
  switch (anchor.division) {
    case Division::front:
      return in_front_;
    case Division::players:
      return in_players_;
    case Division::index:
      return in_index_;
    case Division::chapter:
      break;
  }
  return in_chapters_[anchor.chapter.index()];
}

AnchorId AnchorMaker::add(Anchor anchor) {
  book_.anchors.push_back(std::move(anchor));
  return AnchorId(book_.anchors.size() - 1);
}

AnchorId AnchorMaker::make(AnchorKind kind, ChapterId chapter, const std::string& wish) {
  Anchor anchor{.kind = kind, .chapter = chapter};
  anchor.id = names_beside(anchor).take(wish);
  return add(std::move(anchor));
}

AnchorId AnchorMaker::make(AnchorKind kind, Division division, const std::string& wish) {
  Anchor anchor{.kind = kind, .division = division};
  anchor.id = names_beside(anchor).take(wish);
  return add(std::move(anchor));
}

AnchorId AnchorMaker::numbered(AnchorKind kind, ChapterId chapter, char letter) {
  Anchor anchor{.kind = kind, .chapter = chapter};
  UniqueNames& names = names_beside(anchor);
  const std::uint64_t series = std::uint64_t{chapter.value} << 8 | static_cast<unsigned char>(letter);
  std::size_t& number = last_number_[series];
  do {
    anchor.id = letter + std::to_string(++number);
  } while (!names.add(anchor.id));
  return add(std::move(anchor));
}

}  // namespace octavo::resolve
