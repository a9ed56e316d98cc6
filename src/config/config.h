#pragma once
// What the author says about the book: book.toml, SUMMARY.md, Obsidian's settings, and what is guessed where
// they say nothing; of a note, its front matter.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/paper.h"
#include "base/span.h"
#include "book/book.h"
#include "diagnostics/diagnostics.h"

namespace octavo::config {

// `[print]`: what only paper has. Lengths in points; margins that are not said follow from the paper.
struct Print {
  std::optional<base::Paper> paper;  // none: the theme's own; `paper` may also stand at the top
  std::optional<float> inside, outside, top, bottom;
  bool has_crop_marks = false;
  std::optional<float> bleed;  // none: 3 mm with crop marks, else nothing
  bool in_grey = false;
  // What is printed several pages a side: the paper, else what is usual; and of booklets.
  std::optional<base::Paper> sheet;
  float creep = 0.1f * base::points_per_millimetre;  // of a sheet within another: the thickness of office paper
  int signature = 0;  // sheets folded into one another; 0: as many as can be stapled or sewn
};

// How the printed book looks before the author's own sheets say more.
enum class Theme { book, handout, technical, manuscript };

// What stands before the bar of [[a|b]]: the name, or the text as in the wikis of GitHub and in Dendron.
enum class WikilinkOrder { name_first, title_first };

struct ChapterChoice {
  // Relative to the book's folder and inside it, in normal form; perhaps nothing is there. "" for a draft
  // and for what could be no note.
  std::string path;
  base::Span where;  // in book.toml or SUMMARY.md
  // What SUMMARY.md says besides.
  std::string title;                                    // of a note without a heading
  book::ChapterKind kind = book::ChapterKind::chapter;  // a preface stands before the list of chapters
  int level = 1;                                        // how deep in the list
  // "2.1"; "" for a chapter before or after the list; nothing where octavo counts.
  std::optional<std::string> number;
};

// A heading of SUMMARY.md above chapters.
struct PartChoice {
  std::string title;             // Markdown taken out; "" above chapters that are in no part
  std::size_t first_choice = 0;  // into Settings::chapters: the first that is no other part's
};

// `[links]`: targets that begin so lead to a place on the net.
struct LinkMapping {
  std::string prefix, url;  // the url takes the place of the prefix
};

struct Settings {
  std::string root;       // the book's folder, as it can be opened
  std::string only_file;  // set if the book is one .md file: its name inside root
  std::string name;       // of the output files, without ending: the stem of the file, the folder's name, or
                          // `name` of book.toml
  book::Metadata metadata;  // title may be "": then resolve takes the first chapter's, or the name
  bool title_given = false;
  std::string
      source;  // the folder of the notes, relative to root: mdBook's `src`; "" where root itself is it
  std::optional<std::vector<ChapterChoice>> chapters;  // `chapters = [...]`, else what SUMMARY.md lists
  std::vector<PartChoice> parts;                       // of SUMMARY.md; a part reaches to the next
  std::string summary;  // the SUMMARY.md that lists them, relative to root; "" if none does
  // Folders and notes in the order of an Obsidian Publish site, relative to root. Where `chapters` says
  // nothing, they come first in their own folder.
  std::vector<std::string> order;
  std::string first_note;          // of such a site, as a link names it; or ""
  std::vector<LinkMapping> links;  // the longest prefix first
  // mdBook's `[output.html.redirect]`: from an address that is gone to the one that took its place, both
  // relative to `source`; sorted.
  std::map<std::string, std::string> redirects;
  std::vector<std::string> player_headings = {"Key Players"};  // compared folded
  bool number_chapters = true;
  bool number_sections = false;       // within chapters: "2.1"; never without their chapters
  std::optional<int> contents_depth;  // 1: chapters, 2: sections, ...; none: as deep as fits a page
  bool lists_figures = false, lists_tables = false;  // after the contents
  Print print;
  Theme theme = Theme::book;
  std::optional<base::Paper> handout_paper;  // none: A4 or letter, whichever is at home where the book's language is
  bool handout_codes = false;                // the addresses of a handout as QR codes too
  // Files inside the root that exist, added to the built-in sheets: first those for both books.
  std::vector<std::string> styles_extra, styles_print, styles_epub;
  bool embeds_fonts = false;      // in the e-book: those of the printed one, with the characters it needs
  bool own_styles_only = false;  // they take the place of the e-book's built-in sheets
  WikilinkOrder wikilinks = WikilinkOrder::name_first;
  bool hard_line_breaks = false;  // a single newline breaks the line
};

// Reads `path` (a .md file, or a folder with or without settings). `chapters` of book.toml goes before
// SUMMARY.md, and book.toml before the settings of Obsidian. Unknown keys are warnings with the nearest known
// one; wrong types and broken TOML are errors with line and column, and the default is kept. What is said of rules goes to
// the sink. Throws Failure
// if the path does not exist or cannot be read.
Settings load(const base::Files& files, const std::string& path, diagnostics::Sink& sink);

// The YAML between the `---` lines at the head of a note.
struct FrontMatter {
  std::string title;
  std::vector<std::string> aliases;  // scalar or list
  std::string type;                  // "person"
  std::string sort;
  std::string language;
  bool index = true;
  std::size_t length = 0;  // bytes of the note it takes up, its fences included; 0 if there is none
};
// Broken YAML is a diagnostic; the fences are still taken for front matter.
FrontMatter front_matter(std::string_view note, base::FileId file, diagnostics::Sink& sink);

// Notes end with ".md" or ".markdown", in any case.
bool is_note(std::string_view path);
// By its name, whether octavo can show it or not.
bool is_picture(std::string_view path);
// Whether `path`, relative to the root, leads to something inside the root when every symbolic link is
// followed.
bool stays_inside(const base::Files& files, const std::string& root, const std::string& path);
// Whether a file of settings is to be read: it is there and inside the root. One that lies outside is
// reported.
bool is_setting(const base::Files& files, const std::string& root, const std::string& path,
                diagnostics::Sink& sink);
// Reads a text of the book and registers it under `path`, relative to the root, without a byte order mark.
// Nothing if it cannot be read or is not UTF-8, which is reported; bad bytes are then registered as U+FFFD.
std::optional<base::FileId> read_text(const base::Files& files, const std::string& root,
                                      const std::string& path, diagnostics::Sink& sink);

}  // namespace octavo::config
