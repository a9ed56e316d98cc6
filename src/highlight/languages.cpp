#include "highlight/languages.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace octavo::highlight {
namespace {

constexpr std::size_t longest_name = 40;

// Words that are neither a grammar's name nor the extension of its files, or the extension of several; in order. Tables in plain
// text and logs have grammars too, but their colours tell a reader nothing.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"apacheconf", "apache configuration"},
    {"asm", "intel x86 (nasm)"},
    {"batch", "ms-dos batch"},
    {"cmd", "ms-dos batch"},
    {"csharp", "c#"},
    {"csv", ""},
    {"dataviewjs", "javascript"},
    {"docker", "dockerfile"},
    {"dos", "ms-dos batch"},
    {"elisp", "common lisp"},
    {"ex", "elixir"},
    {"fortran", "fortran (free format)"},
    {"fs", "fsharp"},
    {"golang", "go"},
    {"gradle", "groovy"},
    {"graphviz", "dot"},
    {"hcl", "terraform"},
    {"htaccess", "apache configuration"},
    {"javascriptreact", "javascript react (jsx)"},
    {"jinja", "django html template"},
    {"jinja2", "django html template"},
    {"json5", "javascript"},
    {"jsonc", "javascript"},
    {"lisp", "common lisp"},
    {"log", ""},
    {"make", "makefile"},
    {"node", "javascript"},
    {"none", ""},
    {"objc", "objective-c"},
    {"objectivec", "objective-c"},
    {"ocaml", "objective caml"},
    {"patch", "diff"},
    {"pl", "perl"},
    {"postgresql", "sql (postgresql)"},
    {"pwsh", "powershell"},
    {"python3", "python"},
    {"r", "r script"},
    {"restructuredtext", "rst"},
    {"sh", "bash"},
    {"sh-session", "console"},
    {"shell", "bash"},
    {"shell-session", "console"},
    {"shellsession", "console"},
    {"svelte", "html"},
    {"terminal", "console"},
    {"tsv", ""},
    {"typescriptreact", "typescript react (tsx)"},
    {"v", "verilog"},
    {"vue", "html"},
};
static_assert(std::is_sorted(std::begin(other_words), std::end(other_words)));

bool is_of_a_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view("+#-_. ").find(c) != std::string_view::npos;
}

}  // namespace

std::string known_as(std::string_view language) {
  if (language.size() > longest_name) return {};
  std::string name(language);
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (!std::all_of(name.begin(), name.end(), is_of_a_name)) return {};
  const auto known = std::lower_bound(std::begin(other_words), std::end(other_words), std::string_view(name),
                                      [](const auto& row, std::string_view word) { return row.first < word; });
  if (known != std::end(other_words) && known->first == name) return std::string(known->second);
  return name;
}

}  // namespace octavo::highlight
