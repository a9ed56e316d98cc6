#pragma once
// The specification of links, read from the Markdown of this folder. README.md there says how a case is
// written.
#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace octavo::links {

struct Case {
  std::string id;                            // "W66a"
  std::string sentence;                      // what is expected
  std::string where;                         // "resolving.md:12", for whoever must find it
  std::map<std::string, std::string> notes;  // by path; what is only named has one line of text
  std::string from;                          // the path of the note that is looked at
  std::vector<std::string> expected;         // as came_out() words it
  std::string mistake;                       // why the case is none, or ""
};

// Of one page, which is called `name`.
std::vector<Case> cases_of(const std::string& name, std::istream& page);
// Of every page but README.md, in the order of their names.
std::vector<Case> cases(const std::filesystem::path& folder);

// What the case's notes come to: a line for each link of the note `from`, picture and finding, and what the
// note reads. "reads" is left out unless the case says it.
std::vector<std::string> came_out(const Case& one);

}  // namespace octavo::links
