#include "book/metadata.h"

#include <algorithm>
#include <string_view>

#include "base/unicode.h"
#include "book/terms.h"
#include "book/text.h"

namespace octavo::book {
namespace {

using Names = std::vector<std::string_view>;

Names with_role(const std::vector<Contributor>& contributors, std::string_view role) {
  Names names;
  for (const Contributor& contributor : contributors)
    if (contributor.role == role) names.push_back(contributor.name);
  return names;
}

}  // namespace

std::string Metadata::authors() const { return joined(with_role(contributors, "aut"), terms(language).conjunction); }

std::vector<std::string> Metadata::credits() const {
  const Terms& words = terms(language);
  const std::pair<std::string_view, std::string_view> known[] = {
      {"edt", words.edited_by}, {"trl", words.translated_by}, {"ill", words.illustrated_by}};
  std::vector<std::string> lines;
  for (const auto& [role, did] : known)
    if (const Names names = with_role(contributors, role); !names.empty())
      lines.push_back(std::string(did) + " " + joined(names, words.conjunction));
  Names others;
  for (const Contributor& contributor : contributors) {
    const bool is_known = std::ranges::any_of(known, [&](const auto& one) { return one.first == contributor.role; });
    if (contributor.role != "aut" && !is_known) others.push_back(contributor.name);
  }
  if (!others.empty()) lines.push_back(joined(others, words.conjunction));
  return lines;
}

std::string Metadata::copyright() const {
  constexpr std::string_view said_or_given_up[] = {"\u00A9", "(c)", "copyright", "public domain", "cc0", "no rights reserved", "gemeinfrei",
                                                   "domaine public", "dominio público", "pubblico dominio", "publiek domein"};
  const std::string says = base::folded(rights);
  for (const std::string_view words : said_or_given_up)
    if (says.find(words) != says.npos) return {};
  const std::string holders = authors().empty() ? publisher : authors();
  constexpr std::size_t year = 4;  // digits
  if (date.size() < year || holders.empty()) return {};
  return "\u00A9\u00A0" + date.substr(0, year) + " " + holders;
}

}  // namespace octavo::book
