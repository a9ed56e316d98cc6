#include "diagnostics/fingerprint.h"

#include <algorithm>
#include <unordered_map>

#include "base/digest.h"
#include "diagnostics/diagnostics.h"

namespace octavo::diagnostics {

namespace {

constexpr std::size_t bytes_of_words = 300;  // a listing stays the same one when its end is edited
constexpr std::size_t digits = 32;

// A paragraph that is wrapped anew, or indented, is the same one.
std::string folded(std::string_view text) {
  std::string result;
  bool is_after_space = true;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space) result += c;
    if (is_space && !is_after_space) result += ' ';
    is_after_space = is_space;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace

std::vector<std::string> fingerprints(const std::vector<Diagnostic>& sorted, const Sources& sources) {
  std::vector<std::string> result;
  result.reserve(sorted.size());
  std::unordered_map<std::string, std::size_t> seen;  // how many there were of what is alike
  const std::string separator(1, '\0');               // in no id and no path
  for (const Diagnostic& one : sorted) {
    const std::string about = folded(sources.text(one.where).substr(0, bytes_of_words));
    std::string key(facts(one.rule).id);
    key += separator;
    if (one.where.file) key += sources.of(one.where.file).path;
    key += separator + (about.empty() ? one.message : about);
    const std::size_t number = seen[key]++;
    result.push_back(base::sha256_hex(std::to_string(number) + separator + key).substr(0, digits));
  }
  return result;
}

}  // namespace octavo::diagnostics
