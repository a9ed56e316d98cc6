#pragma once
// Findings as text.
#include <string>

#include "diagnostics/diagnostics.h"

namespace octavo::report {

struct TextOptions {
  bool color = false;
};

// For people: one finding a paragraph: `path:line:column: severity: message [rule]`, the source line, a caret under the exact
// words, the suggestion; then one line that counts them. "" if there is nothing to say.
std::string text(const diagnostics::Sink& sink, TextOptions options = {});

}  // namespace octavo::report
