#include "diagnostics/exempt.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/glob.h"

namespace octavo::diagnostics {

Exempt::Exempt(const RuleSettings& settings, const std::vector<Silence>& silences, const Sources& sources)
    : settings_(settings), sources_(sources) {
  // Where each begins and ends, in order; between two such places nothing changes.
  struct Turn {
    std::uint32_t at;
    const RuleSet* rules;
    int by;
  };
  std::unordered_map<std::string_view, std::vector<Turn>> turns;
  for (const Silence& one : silences) {
    auto& in_file = turns[sources.of(one.where.file).path];
    in_file.push_back({one.where.begin, &one.rules, 1});
    in_file.push_back({one.where.end, &one.rules, -1});
  }
  for (auto& [path, in_file] : turns) {
    std::ranges::sort(in_file, {}, &Turn::at);
    std::array<int, static_cast<std::size_t>(Rule::count)> depths = {};
    auto& stretches = silenced_[path];
    for (const Turn& turn : in_file) {
      if (stretches.empty() || stretches.back().begin != turn.at) stretches.push_back({turn.at, {}});
      for (std::size_t i = 0; i < depths.size(); ++i) {
        depths[i] += (*turn.rules)[i] ? turn.by : 0;
        stretches.back().rules[i] = depths[i] > 0;
      }
    }
  }
}

bool Exempt::operator()(const Diagnostic& finding) const {
  if (prevents_book(finding.rule)) return false;
  const auto in_file = finding.where.file ? silenced_.find(sources_.of(finding.where.file).path) : silenced_.end();
  if (in_file != silenced_.end()) {
    const auto& stretches = in_file->second;
    const auto after = std::ranges::upper_bound(stretches, finding.where.begin, {}, &Stretch::begin);
    if (after != stretches.begin() && has(std::prev(after)->rules, finding.rule)) return true;
  }
  return std::ranges::any_of(settings_.exemptions, [&](const Exemption& one) {
    if (!has(one.rules, finding.rule)) return false;
    const auto any = [](const std::vector<std::string>& globs, auto matches) {
      return globs.empty() || std::ranges::any_of(globs, matches);
    };
    return any(one.files,
               [&](const std::string& glob) {
                 return finding.where.file && base::glob_matches_path(glob, sources_.of(finding.where.file).path);
               }) &&
           any(one.targets, [&](const std::string& glob) {
             return !finding.target.empty() && base::glob_matches(glob, finding.target);
           });
  });
}

}  // namespace octavo::diagnostics
