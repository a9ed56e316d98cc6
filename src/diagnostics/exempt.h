#pragma once
// Whether the author does not want to hear of a finding. Private to the room.
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostics.h"

namespace octavo::diagnostics {

class Exempt {
 public:
  Exempt(const RuleSettings& settings, const std::vector<Silence>& silences, const Sources& sources);

  bool operator()(const Diagnostic& finding) const;

 private:
  // From an offset to the next one, these rules are silenced.
  struct Stretch {
    std::uint32_t begin;
    RuleSet rules;
  };

  const RuleSettings& settings_;
  const Sources& sources_;
  // By path, because a note that is also included is read twice; in the order of offsets.
  std::unordered_map<std::string_view, std::vector<Stretch>> silenced_;
};

}  // namespace octavo::diagnostics
