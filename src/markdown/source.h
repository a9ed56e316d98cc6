#pragma once
// One note's text while it is read, and where to say what is wrong with it. Offsets are bytes of the text
// with all that it includes; spans point into the files in which it was written.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"
#include "diagnostics/diagnostics.h"
#include "markdown/origins.h"

namespace octavo::markdown {

using Offset = std::uint32_t;

struct Source {
  std::string_view text;
  const Origins& origins;
  diagnostics::Sink& sink;

  base::Span span(Offset begin, Offset end) const { return origins.span(begin, end); }
  void report(diagnostics::Rule rule, base::Span where, std::string message,
              std::string suggestion = "") const {
    sink.report(rule, where, std::move(message), std::move(suggestion));
  }
};

}  // namespace octavo::markdown
