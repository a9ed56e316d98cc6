#include "command/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/paths.h"
#include "base/unicode.h"
#include "config/config.h"

namespace octavo::command {
namespace {

constexpr const char* examples = R"(Examples:
  octavo build                     the folder you are in, to out/
  octavo build notes/ -o ~/books   a folder of notes, to ~/books
  octavo build essay.md --pdf      one note, only typeset
  octavo check --strict            every link, and warnings fail too
  octavo why "[[Ada]]" notes/b.md  what this link means there, and why

Exit codes:
  0  done
  1  something in the book is wrong, with --strict also if it is only a warning
  2  wrong usage, or the machine failed

No configuration is needed; book.toml in the book's folder says what cannot be guessed.)";

constexpr const char* build_examples =
    R"(A book is one .md file, or a folder of them; book.toml may name its title, authors and chapters.
Files appear whole or not at all. Where an error keeps the book from being made, the last one stays.

Examples:
  octavo build
  octavo build notes/ --epub -o ~/books
  octavo build notes/ --handout "Ada Lovelace" --handout engines.md)";

constexpr const char* check_examples =
    R"(Goes the way of build as far as the links and writes nothing: what it finds is what the book would have.
Links that lead nowhere are errors here and warnings in build.

--fix mends what it can without changing what the book says, and proves that: spelling as the file has it, bars
in tables, aliases, punctuation of headings. --dry-run shows the changes and makes none.

Examples:
  octavo check
  octavo check notes/ --strict
  octavo check --format sarif --output octavo.sarif
  octavo check --fix --dry-run
  octavo check --explain link/ambiguous)";

constexpr const char* why_examples =
    R"(Says which note, heading or file the link means, by which rule, and what it was chosen before.

Examples:
  octavo why "[[Ada Lovelace#Life]]" notes/engines.md
  octavo why "../people/ada.md" "The Engine" --book notes)";

const std::map<std::string, report::Format> formats = {{"text", report::Format::text},
                                                       {"json", report::Format::json},
                                                       {"sarif", report::Format::sarif},
                                                       {"github", report::Format::github},
                                                       {"junit", report::Format::junit}};

// What the name of a file says of its format.
std::optional<report::Format> format_of(const std::string& file) {
  const std::string ending = base::extension_of(file);
  if (ending == "xml") return report::Format::junit;
  const auto found = formats.find(ending);
  return found == formats.end() || ending == "text" ? std::nullopt : std::optional(found->second);
}

Answer wrong(std::string message) { return {Exit::failure, "octavo: " + std::move(message) + "\n"}; }

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

// Of an argument nothing takes: an option unknown, or a word too many.
Answer left_over(const CLI::App& app, const std::string& argument) {
  const auto& name = app.get_name();
  const auto help = "; see \"octavo " + (name == "octavo" ? std::string() : name + " ") + "--help\"";
  std::vector<std::string> known;
  if (argument.starts_with('-')) {
    for (const auto* option : app.get_options())
      for (const auto& one : option->get_lnames()) known.push_back("--" + one);
    const auto wanted = argument.substr(0, argument.find('='));
    if (std::ranges::find(known, wanted) != known.end())
      return wrong("write " + in_quotes(argument) + " after the command");
    const auto near = base::nearest(wanted, known, 1);
    return wrong("unknown option " + in_quotes(argument) +
                 (near.empty() ? help : "; did you mean " + in_quotes(near.front()) + "?"));
  }
  if (name != "octavo")
    return wrong(in_quotes(name) + (name == "why" ? " takes a link and a note, so " : " takes one path, so ") +
                 in_quotes(argument) + " is one too many" + help);
  for (const auto* command : app.get_subcommands({})) known.push_back(command->get_name());
  const auto near = base::nearest(argument, known, 1);
  return wrong("unknown command " + in_quotes(argument) +
               (near.empty() ? help : "; did you mean " + in_quotes("octavo " + near.front()) + "?"));
}

// Nothing if they are not known, or cannot be met together.
std::optional<pdf::Standards> standards_of(const std::vector<std::string>& names) {
  pdf::Standards standards{false, pdf::Archive::none};
  bool only_the_format = false;
  for (const std::string& name : names) {
    if (name == "ua-1") {
      standards.is_accessible = true;
    } else if (name == "1.7") {
      only_the_format = true;
    } else if (name == "a-2a" && standards.archive != pdf::Archive::a2u) {
      standards.archive = pdf::Archive::a2a;
    } else if (name == "a-2u" && standards.archive != pdf::Archive::a2a) {
      standards.archive = pdf::Archive::a2u;
    } else {
      return {};
    }
  }
  if (only_the_format && (standards.is_accessible || standards.archive != pdf::Archive::none)) return {};
  return standards;
}

}  // namespace

std::variant<Options, Answer> options(const std::vector<std::string>& arguments) {
  Options result;
  CLI::App app("octavo makes a book from a folder of linked Markdown: an EPUB and a typeset PDF.\n",
               "octavo");
  app.set_help_flag("-h,--help", "Say this and stop");
  app.set_version_flag("--version", "octavo " OCTAVO_VERSION, "Say which version this is and stop");
  app.footer(examples);
  app.require_subcommand(0, 1);
  app.allow_extras();
  app.get_formatter()->column_width(24);

  auto* build = app.add_subcommand("build", "Make the EPUB and the PDF");
  build->footer(build_examples);
  auto* check = app.add_subcommand("check", "Say what is wrong in the book and write nothing");
  check->footer(check_examples);
  bool epub = false, pdf = false, strict = false, quiet = false;
  for (auto* command : {build, check})
    command->add_option("PATH", result.path, "The book: a .md file or a folder [.]")->type_name("");
  build->add_flag("--epub", epub, "Make only the EPUB");
  build->add_flag("--pdf", pdf, "Make only the PDF");
  build->add_option("-o,--output", result.folder, "The folder for the books [out/ in the book's folder]")
      ->type_name("DIR")
      ->take_last();
  build->add_option("--handout", result.handouts, "Make only a PDF of this note, by path or name; may be given again")
      ->type_name("NOTE")
      ->take_all()
      ->allow_extra_args(false);
  std::vector<std::string> standards;
  build->add_option("--pdf-standard", standards, "What the PDF says that it meets: ua-1, a-2a, a-2u, or only 1.7 [ua-1,a-2a]")
      ->type_name("NAMES")
      ->delimiter(',')
      ->take_all()
      ->allow_extra_args(false);
  std::string paper;
  build->add_option("--paper", paper, "The paper of the PDF: octavo, a5, a4, letter, royal, ..., 6x9in, 170x240mm [octavo]")
      ->type_name("SIZE")
      ->take_last();
  build->add_flag("--crop-marks", result.has_crop_marks, "The PDF with marks where it is to be cut, and 3 mm of bleed");
  build->add_flag("--grey,--gray", result.in_grey, "The PDF in shades of grey, pictures too");
  build->add_flag("--booklet", result.booklet, "Also NAME-booklet.pdf: two pages a side, to print on both, fold and staple");
  std::string side_by_side;
  build->add_option("--n-up", side_by_side, "Also NAME-2up.pdf: 2, 4, 6, 8, 9 or 16 pages a side")
      ->type_name("N")
      ->take_last();
  build->add_flag("--page-proofs", result.page_proofs, "Also NAME-page-proofs.pdf: with the grid, and a number beside every line");
  build->add_flag("--proof", result.contact_sheets, "Also NAME-proof.pdf and .png: all spreads, small, with marks where something is to be looked at");
  std::string format;
  for (auto* command : {build, check}) {
    command->add_flag("--strict", strict, "Take warnings for errors");
    command->add_flag("--quiet", quiet, "Say nothing but what is wrong");
    command->add_option("--format", format, "How findings are told: text, json, sarif, github, junit [text]")
        ->type_name("FORMAT")
        ->take_last();
  }
  bool fix = false, dry_run = false, update_baseline = false;
  check->add_option("--output", result.report, "Write that format to a file, and text to the terminal")
      ->type_name("FILE")
      ->take_last();
  check->add_option("--baseline", result.baseline, "Tell only what is not in this file of known findings")
      ->type_name("FILE")
      ->take_last();
  check->add_flag("--update-baseline", update_baseline, "Write what is found now to that file");
  check->add_flag("--fix", fix, "Mend what can be mended without changing the book");
  check->add_flag("--dry-run", dry_run, "With --fix: show the changes and make none");
  check->add_option("--explain", result.rule, "Explain a rule and stop; \"all\" lists them")
      ->type_name("RULE")
      ->take_last();
  auto* why = app.add_subcommand("why", "Say what a link means, and why");
  why->footer(why_examples);
  why->add_option("LINK", result.link, "As it is written: \"[[Note#Heading]]\", \"note.md\"")->type_name("");
  why->add_option("FROM", result.from, "The note it stands in: a path, or its name")->type_name("");
  why->add_option("--book", result.path, "The book: a .md file or a folder [.]")->type_name("PATH")->take_last();

  try {
    app.parse(
        std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // the last first, as CLI11 has it
  } catch (const CLI::CallForVersion& version) {
    return Answer{Exit::done, std::string(version.what()) + "\n"};
  } catch (const CLI::Success&) {
    return Answer{Exit::done, app.help()};
  } catch (const CLI::ParseError& error) {
    const std::string message = error.what();  // begins with the option's name
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
      return wrong(in_quotes(message.substr(0, message.find(':'))) + " needs a value after it");
    return wrong(message);
  }
  const auto& chosen = build->parsed() ? *build : check->parsed() ? *check : why->parsed() ? *why : app;
  auto rest = app.remaining(true);
  std::erase(rest, "--");
  if (!rest.empty()) return left_over(chosen, rest.front());
  if (&chosen == &app) return wrong("say what to do, \"build\" or \"check\"; see \"octavo --help\"");
  result.task = build->parsed() ? Task::build : why->parsed() ? Task::why : Task::check;
  if (result.task == Task::why && result.from.empty())
    return wrong("\"why\" takes a link and the note it stands in: octavo why \"[[Ada]]\" notes/b.md");
  for (const std::string& file : {result.report, result.baseline}) {
    if (config::is_note(file)) return wrong(in_quotes(file) + " is a note by its name; findings are not written there");
  }
  if (!format.empty()) {
    const auto named = formats.find(format);
    if (named == formats.end())
      return wrong("unknown format " + in_quotes(format) + "; write text, json, sarif, github or junit");
    result.format = named->second;
  } else if (!result.report.empty()) {
    const auto meant = format_of(result.report);
    if (!meant) return wrong("say with --format in which format " + in_quotes(result.report) + " is to be");
    result.format = *meant;
  }
  if (!standards.empty()) {
    const auto named = standards_of(standards);
    if (!named) return wrong("--pdf-standard takes ua-1 and one of a-2a and a-2u, with a comma between them, or 1.7 alone");
    result.standards = *named;
  }
  if (!result.handouts.empty() && epub) return wrong("a handout is a PDF, so --epub has no place beside --handout");
  if (!paper.empty()) {
    result.paper = base::read_paper(paper);
    if (!result.paper) {
      const auto near = base::nearest_papers(paper);
      return wrong("--paper takes a name, such as a5 or royal, or a size, such as 6x9in or 170x240mm, and not " + in_quotes(paper) +
                   (near.empty() ? "" : "; did you mean " + in_quotes(near.front()) + "?"));
    }
  }
  if (!side_by_side.empty()) {
    constexpr std::array<std::string_view, 6> counts = {"2", "4", "6", "8", "9", "16"};
    if (std::ranges::find(counts, side_by_side) == counts.end())
      return wrong("--n-up takes 2, 4, 6, 8, 9 or 16, and not " + in_quotes(side_by_side));
    result.side_by_side = std::stoi(side_by_side);
  }
  if (update_baseline && result.baseline.empty()) return wrong("--update-baseline needs --baseline FILE");
  if (update_baseline) result.baseline_use = Baseline::written;
  if (fix && update_baseline) return wrong("--fix mends, --update-baseline records: one after the other");
  if (dry_run && (!format.empty() || !result.report.empty() || !result.baseline.empty()))
    return wrong("--dry-run prints a difference and no findings, so --format, --output and --baseline have no place");
  if (dry_run && !fix) return wrong("--dry-run belongs to --fix");
  if (fix) result.task = Task::fix;
  if (!result.rule.empty()) result.task = Task::explain;
  if (dry_run) result.writing = Writing::difference;
  if (epub != pdf) result.outputs = epub ? Outputs::epub : Outputs::pdf;
  if (result.outputs == Outputs::epub && (result.booklet || result.side_by_side > 0 || result.page_proofs || result.contact_sheets))
    return wrong("--booklet, --n-up, --page-proofs and --proof are of the PDF, and --epub makes none");
  if (strict) result.threshold = Threshold::warning;
  if (quiet) result.loudness = Loudness::quiet;
  return result;
}

}  // namespace octavo::command
