#include "vault/names.h"

#include <array>
#include <unordered_map>

#include "base/paths.h"
#include "base/unicode.h"

namespace octavo::vault {

namespace {

using diagnostics::Rule;

// What the name holds that a link cannot, as the message says it; "" if nothing.
std::string trouble_of(const std::string& name) {
  constexpr auto signs = std::to_array<std::string_view>({"#", "|", "^", ":", "%%", "[[", "]]"});
  std::string held;
  for (const std::string_view sign : signs) {
    if (name.find(sign) == name.npos) continue;
    held += (held.empty() ? "\"" : ", \"") + std::string(sign) + '"';
  }
  if (!held.empty()) return "holds " + held;
  return base::trimmed(name) == name ? "" : "begins or ends with a space";
}

}  // namespace

void report_names(const Vault& vault, diagnostics::Sink& sink) {
  std::unordered_map<std::string, std::string_view> first;  // by path in NFC
  for (const Note& note : vault.notes) {
    const base::Span head{note.file, 0, 0};
    if (const auto trouble = trouble_of(base::stem_of(note.path)); !trouble.empty())
      sink.report({Rule::note_unlinkable_name,
                   head,
                   "the name of this note " + trouble + ", so that links to it may not work; rename the file",
                   "",
                   {},
                   note.path});
    const auto [other, is_new] = first.try_emplace(base::nfc(note.path), note.path);
    if (!is_new)
      sink.report(
          {Rule::note_twin_name,
           head,
           "another note is called \"" + note.path +
               "\" too, with its accents stored otherwise; no link can tell the two apart, rename one",
           "",
           {},
           note.path});
  }
}

}  // namespace octavo::vault
