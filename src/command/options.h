#pragma once
// The arguments of the command line to what is to be done.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/paper.h"
#include "command/command.h"
#include "pdf/pdf.h"
#include "report/report.h"

namespace octavo::command {

enum class Task { build, check, fix, explain, why };
enum class Outputs { both, epub, pdf };
enum class Threshold { error, warning };  // from which severity a finding makes the run fail
enum class Loudness { normal, quiet };
enum class Writing { files, difference };       // what `check --fix` does with what it mends
enum class Baseline { compared, written };

struct Options {
  Task task = Task::build;
  std::string path = ".";
  std::string folder;  // of the output; "": `out` inside the book's folder
  Outputs outputs = Outputs::both;
  std::vector<std::string> handouts;  // notes to be printed by themselves, by path or name; then nothing else is made
  pdf::Standards standards;  // of the PDF
  // Instead of what book.toml says:
  std::optional<base::Paper> paper;
  bool has_crop_marks = false;
  bool in_grey = false;
  // Besides the plain PDF:
  bool booklet = false;
  int side_by_side = 0;  // pages a side; 0: none
  bool page_proofs = false;
  bool contact_sheets = false;
  Threshold threshold = Threshold::error;
  Loudness loudness = Loudness::normal;
  report::Format format = report::Format::text;
  std::string report;    // the file that takes the format; then text goes to the terminal. "": the terminal takes the format
  std::string baseline;  // a file of findings that are known; "": none
  Baseline baseline_use = Baseline::compared;
  Writing writing = Writing::files;
  std::string rule;  // to explain; "all" lists them
  std::string link;  // to account for, as written: "[[Note#Heading]]", "note.md"
  std::string from;  // the note it stands in: a path, or its name
};

// Nothing is to be done: the text is what was asked for, or says what is wrong with the question.
struct Answer {
  Exit exit = Exit::done;
  std::string text;
};

std::variant<Options, Answer> options(const std::vector<std::string>& arguments);

}  // namespace octavo::command
