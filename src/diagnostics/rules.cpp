#include "diagnostics/rules.h"

#include <array>
#include <cassert>

namespace octavo::diagnostics {

namespace {

// In the order of the enumeration, so that a rule is its own index.
constexpr std::array<RuleFacts, static_cast<std::size_t>(Rule::count)> table = {{
    {Rule::link_missing_note, "link/missing-note", Severity::warning, true,
     "a link to a note that does not exist",
     "A link names a note, and no note of the book's folder has that name, that path or that alias. The text "
     "of the link stays "
     "in the book as plain text and its name is kept in the index, so nothing is lost and nothing leads "
     "nowhere. Correct the "
     "name (the nearest ones are suggested), write the note, or take the brackets away."},
    {Rule::link_missing_heading, "link/missing-heading", Severity::warning, true,
     "a link to a heading that does not exist",
     "The note of a link like [[Note#Heading]] exists, but it has no such heading. Headings are compared "
     "without regard to "
     "case and to signs such as \":\" and \"/\", and then by the form they take in an address. A path of "
     "headings, "
     "[[Note#Part#Section]], looks for the section below the part. The text stays without a link until "
     "the heading is "
     "corrected."},
    {Rule::link_missing_block, "link/missing-block", Severity::warning, true,
     "a link to a block that does not exist",
     "The note of a link like [[Note#^id]] exists, but no block in it ends in ^id. Block ids are made of "
     "Latin letters, digits "
     "and dashes and stand at the end of a paragraph, behind a space, or on a line of their own below a list, "
     "quote or table. "
     "The text stays without a link until the id is corrected."},
    {Rule::link_ambiguous, "link/ambiguous", Severity::warning, false, "a name that several notes have",
     "More than one note could be meant. The one that was taken is named in the message. Write more of the path, as in [[people/Ada]], to make the link mean one note whatever is added "
     "later."},
    {Rule::link_case, "link/case", Severity::note, false, "a name written in another case",
     "The note was found only by ignoring the difference between capitals and small letters. That works in "
     "octavo, but not in "
     "every tool and not on every disk. Write the name as the file has it."},
    {Rule::link_punctuation, "link/punctuation", Severity::warning, false,
     "a heading written with other signs",
     "The heading was found only by ignoring its punctuation, as for [[Note#Whats new]] where it reads \"What's new?\", or by "
     "taking one dash or quotation mark for another. No other heading of the note fits, so the link leads there; other "
     "programs would not follow it. Write the heading as the note has it."},
    {Rule::link_alias_target, "link/alias-target", Severity::note, false, "a link to an alias",
     "No note has this name, but one lists it among its aliases, and the link leads there. Other programs "
     "follow a link only "
     "to the name of a file; [[Name|alias]] works in all of them."},
    {Rule::link_outside_book, "link/outside-book", Severity::warning, false,
     "a link to what is not in the book",
     "The note or file exists, but it is none of the book's chapters, so the link has nowhere to lead. Its text "
     "stays without a link. "
     "Add the note to `chapters` in book.toml or to SUMMARY.md, or take the brackets away."},
    {Rule::link_outside_folder, "link/outside-folder", Severity::error, false,
     "a path that leaves the book's folder",
     "A link, an embed or a picture leads out of the book's folder: by \"..\", by an absolute path, or "
     "through a symbolic link. "
     "octavo never reads there, so that a book cannot carry off files it has no business with. Move the file "
     "into the folder "
     "of the book."},
    {Rule::link_outside_site, "link/outside-site", Severity::note, false,
     "a link to a page beside the published book",
     "A book that is published on the net has neighbours there, and a link such as ../std/index.html leads to one of "
     "them. In an e-book or in print there is nothing beside the book, so the text stays without a link. Where such "
     "pages stand is said under [links] in book.toml: \"../std/\" = \"https://doc.rust-lang.org/std/\" makes an address "
     "on the net of every link that begins so."},
    {Rule::link_url_in_brackets, "link/url-in-brackets", Severity::warning, false,
     "an address between double brackets",
     "Double brackets are for names of notes. The address was taken as an ordinary link out of the book. "
     "Write it as "
     "[text](https://...) or between angle brackets, <https://...>."},
    {Rule::link_unclosed, "link/unclosed", Severity::warning, false,
     "two opening brackets without closing ones",
     "A link that begins with [[ must end with ]] on the same line. The brackets were printed as they stand. "
     "Close the link, "
     "or write \\[\\[ if brackets are what you want to print."},
    {Rule::link_empty, "link/empty", Severity::warning, false, "a link without a name",
     "There is nothing between the double brackets that could name a note. They were printed as they stand. "
     "Put a name between "
     "them or take them away."},
    {Rule::link_escaped_pipe, "link/escaped-pipe", Severity::warning, false, "an escaped bar outside a table",
     "In a table the bar of [[Note|text]] must be written as \\|, because a bar alone ends the cell. Outside "
     "of tables the "
     "backslash is not needed, and other programs take it for a part of the name. It was understood; take it "
     "away."},
    {Rule::link_unescaped_pipe, "link/unescaped-pipe", Severity::warning, false,
     "a bar within a link in a table",
     "A bar alone ends a table's cell, so that most programs cut [[Note|text]] in two. octavo has kept the "
     "link whole. Write "
     "[[Note\\|text]] so that all of them do."},
    {Rule::link_nested, "link/nested", Severity::warning, false, "a link within a link",
     "Two double brackets are opened before the first are closed, as in [[Note#See [[Other]]]]. Only the innermost is a "
     "link; the outer brackets were printed as they stand. To lead to a heading that holds a link, write the words "
     "that the heading shows: [[Note#See Other]]."},
    {Rule::link_search_form, "link/search-form", Severity::warning, true, "a search in place of a link",
     "While a link is typed, [[## and [[^^ search all notes for a heading or a block, and the program then writes the "
     "link. What stands here is the search itself. It was taken for a heading of the same note where there is one, "
     "else the text stays without a link. Name the note: [[Note#Heading]], [[Note#^block]]."},
    {Rule::link_folder_target, "link/folder-target", Severity::note, false, "a link to a folder",
     "No note has this name, but a folder has, and it holds an index.md or README.md: the link leads there. Not every "
     "program does that, and a note of that name would take the folder's place. Write [[folder/index]] to be sure."},
    {Rule::link_title_target, "link/title-target", Severity::note, false, "a link to the title of a note",
     "No file and no alias has this name, but one note is titled so, by its front matter or its first heading, and the "
     "link leads there. Obsidian knows notes by the names of their files only; [[file|Title]] works in every program."},
    {Rule::link_title_first, "link/title-first", Severity::warning, true, "a link with its text before the bar",
     "In [[Note|text]] the note comes first. Here nothing has the name before the bar, and a note has the one behind "
     "it, as the wikis of GitHub and Dendron write links. Turn the two round, or put wikilinks = \"title-first\" into "
     "book.toml if all links are written so."},
    {Rule::link_space_in_address, "link/space-in-address", Severity::warning, true, "an address with a space in it",
     "Markdown takes [text](My Note.md) for plain text, because an address ends at the first space; it was printed as it "
     "stands. Write [text](<My Note.md>) or [text](My%20Note.md)."},
    {Rule::link_unusable_address, "link/unusable-address", Severity::note, false,
     "an address that readers cannot open",
     "Addresses such as obsidian://open or zotero://select open one program on the author's own machine, and an address "
     "without a host opens nothing. A book is read elsewhere, so the text stays without a link. Link to the note, or to a "
     "page on the net."},
    {Rule::link_in_comment, "link/in-comment", Severity::note, false, "a link in a comment that leads nowhere",
     "What stands between %% and %% is not printed, so the book lacks nothing. But Obsidian counts such links, and the "
     "comment may become text again. Correct the link; or set \"link/in-comment\" = \"off\" under [rules] in book.toml, and "
     "comments are not looked into."},
    {Rule::block_invalid_id, "block/invalid-id", Severity::warning, false, "a block id with signs that ids cannot have",
     "The block ends like one that has an id, ^name, but ids are made of Latin letters, digits and dashes. No link can "
     "name it, and it was printed as text. Write the id with those, and the links to it."},
    {Rule::embed_missing, "embed/missing", Severity::warning, true,
     "an embed of something that does not exist",
     "The note, heading, block or file between ![[ and ]] cannot be found. Its name stays in the book as "
     "text, so that the gap "
     "is seen. Correct the name or take the embed away."},
    {Rule::embed_cycle, "embed/cycle", Severity::error, false, "notes that embed each other",
     "A note embeds another one that embeds it in turn, directly or by way of more notes, so the text would "
     "never end. The "
     "chain is listed with the finding. Make one of the embeds a link by taking its exclamation mark away."},
    {Rule::include_missing, "include/missing", Severity::warning, true,
     "an include of something that does not exist",
     "The file that the directive names, its lines or its anchor are not there, so the directive stays in the "
     "book as text. The path is taken from the folder of the file that the directive stands in. An anchor is "
     "a line of the included file that holds ANCHOR: and a name; it reaches to the line with ANCHOR_END: and "
     "the same name."},
    {Rule::include_cycle, "include/cycle", Severity::error, false, "files that include each other",
     "A file includes another one that includes it in turn, directly or by way of more files, so the text "
     "would never end. The chain is listed with the finding, and the directive stays as text. Take one of "
     "the directives away, or include only lines that do not hold the other."},
    {Rule::image_missing, "image/missing", Severity::warning, true, "a picture that does not exist",
     "There is no such file in the book's folder. The alternative text stands in its place. Correct the "
     "path; it is taken from "
     "the folder of the note first, then by name from the whole book."},
    {Rule::image_unreadable, "image/unreadable", Severity::warning, false, "a picture that cannot be read",
     "The file exists, but it is damaged, empty, too large, or of a kind that octavo does not know. It knows "
     "PNG, JPEG, GIF, "
     "WebP and SVG. The alternative text stands in its place. A check reads only how a picture begins; whether its data is damaged further on "
     "is told when a book is built. Export the picture again."},
    {Rule::image_remote, "image/remote", Severity::warning, false, "a picture that lies on the net",
     "A book holds its pictures itself, and octavo fetches nothing while it builds. The alternative text "
     "stands in the "
     "picture's place. Save the picture in the book's folder and link to it there."},
    {Rule::image_no_alt, "image/no-alt", Severity::note, false, "a picture without alternative text",
     "Readers who cannot see the picture hear its alternative text instead, and stores ask for it. Say in a "
     "few words what the "
     "picture shows: ![two people at a desk](desk.jpg) or ![[desk.jpg|two people at a desk]]."},
    {Rule::image_too_fine, "image/too-fine", Severity::note, false, "a picture with more dots than any page can show",
     "A picture of more than 50 million pixels is made smaller for both books: a page of A4 at 600 dots an inch, finer than anything is "
     "printed, has 35 million. Nothing is lost that could be seen, but reading it takes time in every build. Only a build can know; a check "
     "decodes no picture. Save the picture smaller."},
    {Rule::image_too_coarse, "image/too-coarse", Severity::note, false, "a picture with too few dots for its width in print",
     "Where a picture is widest in the printed book it has fewer than 150 pixels to the inch, so that its dots can be seen on paper. On a "
     "screen it may look well. The message says how many pixels it would need there and how wide it could be shown with what it has. "
     "Drawings (SVG) have no dots, and icons within a line are small enough to be let be. Only a build of the PDF knows how wide a picture "
     "becomes, so a check does not tell."},
    {Rule::note_unlinkable_name, "note/unlinkable-name", Severity::note, false, "a file's name that links cannot hold",
     "Between double brackets, # and | and ^ begin what follows the name, a colon and %% and brackets mean other things, "
     "and spaces at the ends do not count. A note with such a name is in the book, but links to it may not work. "
     "Rename the file; a title with any sign in it can stand in the front matter."},
    {Rule::note_twin_name, "note/twin-name", Severity::warning, false, "two names that look the same",
     "The names of two files are the same letters in different bytes: an accent may be part of its letter or follow it. "
     "No link can tell the two apart, and some disks cannot either. Rename or remove one of them."},
    {Rule::note_undefined_footnote, "note/undefined-footnote", Severity::warning, false,
     "a footnote call without its note",
     "The text calls a footnote, [^label], but the same file has no line that begins with [^label]: to say "
     "what it is. The call "
     "was printed as it stands. Write the note or take the call away."},
    {Rule::note_unused_footnote, "note/unused-footnote", Severity::warning, false,
     "a footnote that nothing calls",
     "A note is defined with [^label]: but the text never calls it, so it has no place in the book and was "
     "left out. Call it "
     "where it belongs, or take it away."},
    {Rule::heading_duplicate_id, "heading/duplicate-id", Severity::warning, false,
     "two headings with the same id",
     "Two headings of one note were given the same {#id}. Links to it lead to the first. Give each heading "
     "an id of its own."},
    {Rule::heading_duplicate, "heading/duplicate", Severity::note, false,
     "a heading whose text occurs twice in one section",
     "Two headings of one note have the same text and stand under the same heading, so that [[Note#Heading]] always means "
     "the first and nothing can mean the second. Change one of them, or give the second an id: {#another} or ^another. What "
     "an embed brings along is not counted."},
    {Rule::heading_ambiguous, "heading/ambiguous", Severity::warning, false,
     "a heading's text that occurs twice",
     "The note has more than one heading of this text, and the link leads to the first. Name the heading "
     "above it too, as in "
     "[[Note#Part#Section]], or change one of the headings."},
    {Rule::players_doubtful_merge, "players/doubtful-merge", Severity::warning, false,
     "two names that may be one person",
     "Two key players have names that are nearly the same, or one name leads to two notes. octavo never "
     "merges two people on a "
     "guess, so each has an entry of their own. If they are one person, give them one name or link both to "
     "the same note."},
    {Rule::text_not_utf8, "text/not-utf8", Severity::error, false, "a file that is not UTF-8",
     "The file holds bytes that are no UTF-8 text. Guessing another encoding would print wrong letters, so "
     "the file was left "
     "out. Save it as UTF-8; most editors offer that when they save."},
    {Rule::text_hostile, "text/hostile", Severity::warning, false, "text that would hold the parser up",
     "Some text, such as thousands of brackets or elements inside each other, takes a parser minutes and "
     "means nothing to a "
     "reader. It was defused: the text is kept, its markup is not."},
    {Rule::text_missing_glyph, "text/missing-glyph", Severity::warning, false,
     "a character that no font can print",
     "None of the fonts found on this machine has the character, so the printed book shows a replacement. "
     "Install a font that "
     "has it (the finding names Debian's packages; fonts-noto-core, fonts-noto-cjk and fonts-symbola cover nearly everything), or "
     "write it otherwise. Emoji are printed in one colour; fonts that have them in several cannot be used."},
    {Rule::text_no_hyphenation, "text/no-hyphenation", Severity::note, false, "a language whose words are not divided",
     "Where lines end words are divided by the rules of their language, that of the book, the note, or the passage (lang). Debian has those of "
     "more than forty in packages named hyphen-*; the one for this language is not installed, so its words stay whole and its lines are looser "
     "for it. Install the package, or choose the language that the text is in. Of languages that Debian has no rules for, and where no line is the better for it, nothing is said."},
    {Rule::pdf_standard, "pdf/standard", Severity::note, false, "a standard that the PDF does not meet",
     "The PDF says of itself which standards it meets: PDF/UA-1, so that it can be read by those who do not see it, and PDF/A-2a, so that it "
     "can still be read in fifty years. Something in the book does not allow for it, so the file does not say so; it is as good as "
     "it can be otherwise. image/no-alt tells each picture without a text, text/missing-glyph each character without a font. --pdf-standard "
     "chooses what the PDF is to say; with [rules] pdf/standard = \"error\" in book.toml a build fails that cannot."},
    {Rule::html_dropped, "html/dropped", Severity::note, false, "HTML that a book cannot hold",
     "Raw HTML is kept only where a book can show it: text, links, pictures, tables, a few attributes. "
     "Scripts, forms, frames "
     "and styles were left out; the text within was kept where there is one."},
    {Rule::html_unknown_element, "html/unknown-element", Severity::note, false,
     "a name between angle brackets that is no element of HTML",
     "Markdown takes <name> for HTML, and HTML has no such element. It has no attributes and is never closed, so it was "
     "surely meant as text, as in Vec<T>, and was kept. Other programs leave it out without a word: write it as code, "
     "`<name>`, or put a backslash before it, \\<name>."},
    {Rule::content_unsupported, "content/unsupported", Severity::warning, false,
     "content that cannot be printed",
     "Diagrams in Mermaid, queries, canvases and bases are drawn by the program they were written for. A "
     "book shows their "
     "source, or nothing where there is none. Export a picture from that program and show the picture "
     "instead."},
    {Rule::content_math, "content/math", Severity::note, false, "formulas that are shown as their source",
     "octavo does not set mathematics: what stands between dollar signs, or in a block of code called math, "
     "is printed as it was written. Nothing in it is taken for a link or for emphasis. The finding stands at "
     "the first formula of the book and tells how many there are. Where a formula must be set, show a picture "
     "of it."},
    {Rule::front_matter_invalid, "front-matter/invalid", Severity::warning, false,
     "front matter that cannot be understood",
     "The lines between the two --- at the head of the note are not valid YAML, or a key has a value of the "
     "wrong kind. What "
     "was not understood is ignored; the rest of the note is in the book."},
    {Rule::config_invalid, "config/invalid", Severity::error, false, "settings that cannot be understood",
     "book.toml is not valid TOML, or a key has a value of the wrong type. The default is used in its place, "
     "which is hardly "
     "what was meant. Correct the line."},
    {Rule::config_unknown_key, "config/unknown-key", Severity::warning, false,
     "a setting that octavo does not know",
     "No setting of this name exists, so it has no effect. Perhaps it is misspelled: the nearest known name "
     "is suggested."},
    {Rule::config_unknown_rule, "config/unknown-rule", Severity::warning, false, "a rule that octavo does not know",
     "No rule has this name, so the setting or the comment that names it has no effect. The nearest known name is "
     "suggested; \"octavo check --explain all\" lists every rule."},
    {Rule::config_missing_chapter, "config/missing-chapter", Severity::warning, true,
     "a chapter that does not exist",
     "book.toml or SUMMARY.md lists a chapter whose file is not in the book's folder. The book is made "
     "without it. Correct the "
     "path or take the line out."},
    {Rule::book_draft_chapter, "book/draft-chapter", Severity::note, false, "a chapter that is not written yet",
     "SUMMARY.md lists a chapter without a file, as [Title](), which is mdBook's way to announce it. The book is made "
     "without it, and the numbers of the chapters after it count it. Give it a file when it is written."},
    {Rule::book_orphan_note, "book/orphan-note", Severity::note, false,
     "a note that no way leads to",
     "Where chapters are chosen, by SUMMARY.md or by `chapters` in book.toml: a note in the folder of the notes that is no "
     "chapter and that no chapter links to, embeds or includes, so that it has most likely been forgotten. Elsewhere: a note "
     "that neither links to another nor is linked to, embedded or included. Nothing is said of key players, of templates and "
     "of what is about the folder, such as README, LICENSE, CHANGELOG and CONTRIBUTING; nor where more than a quarter of "
     "the notes would be told. Choose the note as a chapter, link to it, or take it out of the folder."},
    {Rule::book_empty, "book/empty", Severity::error, false, "nothing to make a book of",
     "The folder has no note that could be a chapter, or all of them were left out for reasons reported "
     "above. Add a file that "
     "ends in .md, or check `chapters` in book.toml."},
    {Rule::file_unreadable, "file/unreadable", Severity::error, false, "a file or folder that cannot be read",
     "The system refuses to hand out the file or the folder, or a note is larger than any book; the message gives the reason. The "
     "book would lack it "
     "without a word, so this is an error. Correct the permissions, divide the note, or move the file out of the book's "
     "folder."},
    {Rule::style_unknown, "style/unknown", Severity::warning, false, "a style that octavo does not know",
     "octavo prints with the part of CSS that a book needs. This property, value or selector is not in it "
     "and has no effect on "
     "the printed book; in the EPUB the reading system decides. Fonts and pictures that a sheet names must be files of the book's folder "
     "that a book can hold; of a font the message says why it is not used, and its text is set in the next family."},
    {Rule::pages_unsettled, "pages/unsettled", Severity::warning, false, "page numbers that would not settle",
     "Page references change the length of lines, and lines change the pages. After several rounds they "
     "still moved, so a few "
     "page numbers may be off by one. Any small change of the text near the place usually ends it."},
    {Rule::pages_overfull, "pages/overfull", Severity::warning, false, "something wider than the page allows",
     "A word, a line of code, a table or a picture does not fit the measure even after breaking and "
     "shrinking, and stands out "
     "into the margin. Shorten it, allow it to break, or choose a larger paper."},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].rule != static_cast<Rule>(i)) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

const RuleFacts& facts(Rule rule) {
  assert(rule < Rule::count);
  return table[static_cast<std::size_t>(rule)];
}

std::optional<Rule> rule_of(std::string_view id) {
  for (const RuleFacts& one : table) {
    if (one.id == id) return one.rule;
  }
  return std::nullopt;
}

bool prevents_book(Rule rule) {
  using enum Rule;
  return rule == book_empty || rule == config_invalid || rule == text_not_utf8 || rule == file_unreadable;
}

std::string_view word(Severity severity) {
  constexpr std::array<std::string_view, 3> words = {"note", "warning", "error"};
  return words[static_cast<std::size_t>(severity)];
}

}  // namespace octavo::diagnostics
