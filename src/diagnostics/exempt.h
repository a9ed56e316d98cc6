#pragma once
// Whether the author does not want to hear of a finding. Private to the room.
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
  std::unordered_map<base::FileId, std::vector<Stretch>> silenced_;  // by offset
};

}  // namespace octavo::diagnostics
