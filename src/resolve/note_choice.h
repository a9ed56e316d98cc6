#pragma once
// Which of several notes a name means, and what there is to say about it.
#include <string>

#include "resolve/destination.h"
#include "resolve/spelling.h"

namespace octavo::resolve {

inline std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// The winner among candidates, which must not be empty. Reports link/ambiguous (W57 to W61), link/case and
// link/alias-target.
vault::Candidate chosen(const std::vector<vault::Candidate>& candidates, const Wording& link,
                        const vault::Vault& notes, diagnostics::Sink& sink);

// The target as it could be written: "Note#Heading", "#^id".
std::string written(const book::ToName& target);

// What a wikilink in the note at `from` can call the winner: its name, or its path where the name would mean another or be
// doubtful. "" if neither will do.
std::string name_leading_to(const vault::Candidate& winner, std::string_view from, const vault::Vault& notes);

// The path of the note or file.
const std::string& path_of(const vault::Candidate& candidate, const vault::Vault& notes);

// What is written there with the first `old_text` of that part of the link replaced: what to write instead. "" if it is not there.
std::string rewritten(const diagnostics::Sink& sink, base::Span where, std::string_view old_text,
                      std::string_view new_text, Part part = Part::note);

// The finding with its edits, if there are any; else a suggestion by rewritten() at least.
void report_spelling(diagnostics::Sink& sink, const Wording& link, diagnostics::Rule rule, std::string message,
                     Spelling spelling, std::string_view old_text, std::string_view new_text);

}  // namespace octavo::resolve
