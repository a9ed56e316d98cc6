#include "glyphs/dictionaries.h"

#include <algorithm>
#include <vector>

#include "base/bytes.h"
#include "base/files.h"
#include "base/word_list.h"

namespace octavo::glyphs {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The parts as the files spell them: "sr", "Latn", "RS".
struct Tag {
  std::string language, script, region;
};

Tag tag_of(std::string_view text) {
  Tag tag;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("-_", begin), text.size());
    std::string part(text.substr(begin, end - begin));
    if (!std::ranges::all_of(part, [](char c) { return base::is_ascii_letter(c) || is_digit(c); })) return {};  // perhaps a path
    std::ranges::transform(part, part.begin(), lower);
    if (begin == 0) {
      tag.language = part;
    } else if (part.size() == 4 && tag.script.empty() && tag.region.empty()) {
      part.front() = upper(part.front());
      tag.script = part;
    } else if ((part.size() == 2 || part.size() == 3) && tag.region.empty()) {
      std::ranges::transform(part, part.begin(), upper);
      tag.region = part;
    }
    begin = end + 1;
  }
  if (tag.language == "no") tag.language = "nb";
  return tag;
}

// Whether English is divided by sound, as in America, and not by the parts of the word.
bool is_american(const Tag& tag) { return tag.region.empty() || base::is_among(tag.region, "CA PH US"); }

// The region whose patterns stand for the language where none, or one without its own, is named.
std::string home(const Tag& tag) {
  if (tag.language == "en") return is_american(tag) ? "US" : "GB";
  std::string region = tag.language;
  std::ranges::transform(region, region.begin(), upper);
  return region;
}

}  // namespace

std::optional<std::string> dictionary_path(const std::string& folder, std::string_view language) {
  const base::Disk disk;
  const Tag tag = tag_of(language);
  if (tag.language.empty() || disk.kind(folder) != base::FileKind::folder) return std::nullopt;
  std::vector<std::string> names;
  for (const base::Entry& entry : disk.list(folder))
    if (entry.kind == base::FileKind::file && entry.name.ends_with(".dic")) names.push_back(entry.name);
  std::ranges::sort(names);

  const std::string all = "hyph_" + tag.language;
  std::vector<std::string> wanted;  // beginnings of names; whole ones end in a full stop
  if (!tag.script.empty())
    for (const char* between : {"-", "_"}) {
      const std::string written = all + between + tag.script;
      if (!tag.region.empty()) wanted.push_back(written + '_' + tag.region + '.');
      wanted.insert(wanted.end(), {written + '.', written + '_'});
    }
  if (!tag.region.empty()) wanted.push_back(all + '_' + tag.region + '.');
  if (tag.language == "en") wanted.push_back(all + '_' + home(tag) + '.');
  wanted.insert(wanted.end(), {all + '.', all + '_' + home(tag) + '.', all + '_'});
  for (const std::string& beginning : wanted) {
    const auto found = std::ranges::find_if(names, [&](const std::string& name) { return name.starts_with(beginning); });
    if (found != names.end()) return folder + *found;
  }
  return std::nullopt;
}

std::string dictionary_package(std::string_view language) {
  const Tag tag = tag_of(language);
  if (tag.language == "en") return is_american(tag) ? "hyphen-en-us" : "hyphen-en-gb";
  if (tag.language == "pt") return tag.region == "BR" ? "hyphen-pt-br" : "hyphen-pt-pt";
  if (tag.language == "nb" || tag.language == "nn") return "hyphen-no";
  constexpr std::string_view others =
      "af as be bg bn ca cs da de el es fr gl gu hi hr hu id is it kn lt lv ml mn mr nl or pa pl ro ru sk sl sr sv ta te th uk zu";
  return base::is_among(tag.language, others) ? "hyphen-" + tag.language : "";
}

}  // namespace octavo::glyphs
