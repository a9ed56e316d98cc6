#pragma once
// The registry of everything octavo can find wrong. A rule's id is what users write in settings and see in reports;
// it never changes once it has been released.
#include <optional>
#include <string_view>

namespace octavo::diagnostics {

enum class Severity { note, warning, error };

// Kept in the order of the table in rules.cpp. A test proves that each appears in an expected report.
enum class Rule {
  link_missing_note,       // link/missing-note      [[Name]] and nothing of that name
  link_missing_heading,    // link/missing-heading   [[Note#Heading]]
  link_missing_block,      // link/missing-block     [[Note#^id]]
  link_ambiguous,          // link/ambiguous         several notes of that name; says which was taken
  link_case,               // link/case              found only by ignoring case
  link_punctuation,        // link/punctuation       a heading found only by ignoring its signs
  link_alias_target,       // link/alias-target      found only as an alias of a note
  link_outside_book,       // link/outside-book      the note exists but is no chapter
  link_outside_folder,     // link/outside-folder    leads out of the book's folder, which octavo never reads
  link_outside_site,       // link/outside-site      ../std/x.html: a page beside the book where it is published
  link_url_in_brackets,    // link/url-in-brackets   [[https://...]]
  link_unclosed,           // link/unclosed          [[ without ]]
  link_empty,              // link/empty             [[]] or [[|]]
  link_escaped_pipe,       // link/escaped-pipe      [[a\|b]] outside a table
  link_unescaped_pipe,     // link/unescaped-pipe    [[a|b]] in a table cell, repaired
  link_nested,             // link/nested            [[Note#See [[Other]]]]
  link_search_form,        // link/search-form       [[## Heading]], [[^^text]]
  link_folder_target,      // link/folder-target     [[folder]], led to its index.md or README.md
  link_title_target,       // link/title-target      found only by the title of a note
  link_title_first,        // link/title-first       [[Text|Note]]
  link_space_in_address,   // link/space-in-address  [text](My Note.md)
  link_unusable_address,   // link/unusable-address  [text](obsidian://open)
  link_in_comment,         // link/in-comment        %%[[Missing]]%%
  block_invalid_id,        // block/invalid-id       ^bad_id at the end of a block
  embed_missing,           // embed/missing
  embed_cycle,             // embed/cycle
  include_missing,         // include/missing        {{#include}} of a file, lines or an anchor that are not there
  include_cycle,           // include/cycle
  image_missing,           // image/missing
  image_unreadable,        // image/unreadable
  image_remote,            // image/remote
  image_no_alt,            // image/no-alt
  image_too_fine,          // image/too-fine
  image_too_coarse,        // image/too-coarse
  note_unlinkable_name,    // note/unlinkable-name   a file's name that links cannot hold
  note_twin_name,          // note/twin-name         two names that only their bytes tell apart
  note_undefined_footnote, // note/undefined-footnote
  note_unused_footnote,    // note/unused-footnote
  heading_duplicate_id,    // heading/duplicate-id   two {#id} alike in one note
  heading_duplicate,       // heading/duplicate      a second heading of one text under one heading
  heading_ambiguous,       // heading/ambiguous      [[#Dup]] and two headings of that text
  players_doubtful_merge,  // players/doubtful-merge
  text_not_utf8,           // text/not-utf8
  text_hostile,            // text/hostile           input that would hold the parser for minutes, defused
  text_missing_glyph,      // text/missing-glyph
  text_no_hyphenation,     // text/no-hyphenation
  pdf_standard,            // pdf/standard           one that the book does not let its PDF meet
  html_dropped,            // html/dropped           raw HTML that a book cannot hold
  html_unknown_element,    // html/unknown-element   <name>, meant as text and kept as such
  content_unsupported,     // content/unsupported    Mermaid, queries, canvas: shown as source
  content_math,            // content/math           formulas, shown as their source; told once a book
  front_matter_invalid,    // front-matter/invalid
  config_invalid,          // config/invalid         wrong types, broken TOML
  config_unknown_key,      // config/unknown-key
  config_unknown_rule,     // config/unknown-rule
  config_missing_chapter,  // config/missing-chapter
  book_draft_chapter,      // book/draft-chapter     SUMMARY.md: [Title]()
  book_orphan_note,        // book/orphan-note       a note that no way leads to
  book_empty,              // book/empty             nothing to make a book of
  file_unreadable,         // file/unreadable
  style_unknown,           // style/unknown          a property or selector that print does not know
  pages_unsettled,         // pages/unsettled        page numbers did not settle
  pages_overfull,          // pages/overfull         something does not fit the measure
  count
};

struct RuleFacts {
  Rule rule;
  std::string_view id;
  Severity severity;           // in a build; raised to error by `check` where the next field says so
  bool raised_by_check;        // build warns, check fails
  std::string_view title;      // a few words
  std::string_view explanation;  // a paragraph for who wants to know more
};

const RuleFacts& facts(Rule rule);
std::optional<Rule> rule_of(std::string_view id);
// Whether there is no book where this was found, or one that lacks pages nobody chose to leave out. Such a rule is
// always an error.
bool prevents_book(Rule rule);
std::string_view word(Severity severity);  // "note", "warning", "error"

}  // namespace octavo::diagnostics
