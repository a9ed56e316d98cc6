#include "report/sarif_rules.h"

#include <string>

#include "diagnostics/diagnostics.h"

namespace octavo::report {

namespace {

using base::JsonWriter;
using diagnostics::Rule;
using diagnostics::RuleFacts;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
char upper(char c) { return is_letter(c) ? static_cast<char>(c - 'a' + 'A') : c; }

// "link/missing-note" is LinkMissingNote.
std::string name(std::string_view id) {
  std::string result;
  bool is_first = true;
  for (const char c : id) {
    if (is_letter(c)) result += is_first ? upper(c) : c;
    is_first = !is_letter(c);
  }
  return result;
}

std::string sentence(std::string_view title) {
  std::string result(title);
  result.front() = upper(result.front());
  return result + ".";
}

// Explanations are plain text but for code between backticks; links and tags in them are meant as they stand.
std::string markdown(std::string_view explanation) {
  std::string result;
  bool is_code = false;
  for (const char c : explanation) {
    if (c == '`') is_code = !is_code;
    if (!is_code && std::string_view("\\[]<>*_|!#").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string help(const RuleFacts& rule) {
  std::string text = markdown(rule.explanation);
  if (prevents_book(rule.rule)) return text + "\n\nThere is no book while this is so.";
  const std::string id(rule.id);
  return text + "\n\nHow severe this is can be said in `book.toml`:\n\n```toml\n[rules]\n\"" + id +
         "\" = \"off\"  # or \"note\", \"warning\", \"error\"\n```\n\nOne place is left out by a comment in "
         "the note, "
         "before a block or at a line's end: `<!-- octavo: ignore " +
         id + " -->`";
}

void text(JsonWriter& json, std::string_view key, std::string_view value) {
  json.open_table(key);
  json.text("text", value);
  json.close();
}

void write_rule(JsonWriter& json, const RuleFacts& rule) {
  json.open_table();
  json.text("id", rule.id);
  json.text("name", name(rule.id));
  text(json, "shortDescription", sentence(rule.title));
  text(json, "fullDescription", rule.explanation);
  json.open_table("help");
  json.text("text", rule.explanation);
  json.text("markdown", help(rule));
  json.close();
  const std::string_view level = rule.raised_by_check ? "error" : word(rule.severity);
  json.open_table("defaultConfiguration");
  json.text("level", level);
  json.close();
  json.open_table("properties");
  json.open_list("tags");
  json.text("documentation");
  json.text(rule.id.substr(0, rule.id.find('/')));
  json.close();
  json.text("precision", "very-high");
  json.text("problem.severity", level == "note" ? "recommendation" : level);
  json.close();
  json.close();
}

}  // namespace

void write_sarif_tool(JsonWriter& json) {
  json.open_table("tool");
  json.open_table("driver");
  json.text("name", "octavo");
  json.text("semanticVersion", OCTAVO_VERSION);
  json.open_list("rules");
  for (int i = 0; i < static_cast<int>(Rule::count); ++i)
    write_rule(json, diagnostics::facts(static_cast<Rule>(i)));
  json.close();
  json.close();
  json.close();
}

}  // namespace octavo::report
