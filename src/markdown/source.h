#pragma once
// One note's text while it is read, and where to say what is wrong with it. Offsets are bytes of the whole
// text.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"
#include "diagnostics/diagnostics.h"

namespace octavo::markdown {

using Offset = std::uint32_t;

struct Source {
  std::string_view text;
  base::FileId file;
  diagnostics::Sink& sink;

  base::Span span(Offset begin, Offset end) const {
    const auto size = static_cast<Offset>(text.size());
    return {file, std::min(begin, size), std::min(end, size)};
  }
  void report(diagnostics::Rule rule, base::Span where, std::string message,
              std::string suggestion = "") const {
    sink.report(rule, where, std::move(message), std::move(suggestion));
  }
};

}  // namespace octavo::markdown
