#pragma once
// Which of several notes a name means, and what there is to say about it.
#include <string>

#include "resolve/destination.h"

namespace octavo::resolve {

inline std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// A name in the text: where it stands and how it is written there.
struct Wording {
  base::Span where;  // of the whole link or embed
  std::string name;  // of the note, as written
  book::LinkForm form = book::LinkForm::wikilink;
  std::string target;  // the whole of what it names
};

// The winner among candidates, which must not be empty. Reports link/ambiguous (W57 to W61), link/case and
// link/alias-target.
vault::Candidate chosen(const std::vector<vault::Candidate>& candidates, const Wording& wording,
                        const vault::Vault& notes, diagnostics::Sink& sink);

// The target as it could be written: "Note#Heading", "#^id".
std::string written(const book::ToName& target);

// The path of the note or file.
const std::string& path_of(const vault::Candidate& candidate, const vault::Vault& notes);

// The source at `where` with the first `old_text` replaced: what to write instead. "" if it is not there.
std::string rewritten(const diagnostics::Sink& sink, base::Span where, std::string_view old_text,
                      std::string_view new_text);

// The same; where the old text is all that the link shows, it goes on being shown: "[[formulas]]" ->
// "[[Formulas|formulas]]".
std::string respelled(const diagnostics::Sink& sink, base::Span where, std::string_view old_text,
                      std::string_view new_text);

}  // namespace octavo::resolve
