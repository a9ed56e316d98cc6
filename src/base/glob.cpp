#include "base/glob.h"

#include <vector>

#include "base/utf8.h"

namespace octavo::base {

namespace {

enum class Kind { exactly, any, run, long_run, folders };

struct Sign {
  Kind kind;
  char32_t character = 0;
};

std::vector<Sign> signs_of(std::string_view pattern) {
  std::vector<Sign> signs;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    const bool begins_part = at == 0 || pattern[at - 1] == '/';
    if (rest.starts_with("**/") && begins_part) {
      signs.push_back({Kind::folders});
      at += 3;
    } else if (rest.starts_with("**")) {
      signs.push_back({Kind::long_run});
      at += 2;
    } else if (rest.front() == '*' || rest.front() == '?') {
      signs.push_back({rest.front() == '*' ? Kind::run : Kind::any});
      ++at;
    } else {
      if (rest.front() == '\\' && rest.size() > 1) ++at;
      const Decoded decoded = decode(pattern, at);
      signs.push_back({Kind::exactly, decoded.code_point});
      at += decoded.length;
    }
  }
  return signs;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view text) {
  const auto signs = signs_of(pattern);
  // All places of the pattern that the text so far can have led to; what may be nothing leads on at once.
  std::vector<bool> at(signs.size() + 1), next(signs.size() + 1);
  // Behind "**/" a part of the path begins.
  const auto lead_on = [&](std::vector<bool>& places, bool begins_part) {
    for (std::size_t i = 0; i < signs.size(); ++i) {
      const Kind kind = signs[i].kind;
      const bool may_end = kind == Kind::run || kind == Kind::long_run || (kind == Kind::folders && begins_part);
      if (places[i] && may_end) places[i + 1] = true;
    }
  };
  at[0] = true;
  lead_on(at, true);
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded decoded = decode(text, offset);
    const char32_t character = decoded.code_point;
    offset += decoded.length;
    next.assign(next.size(), false);
    for (std::size_t i = 0; i < signs.size(); ++i) {
      if (!at[i]) continue;
      switch (signs[i].kind) {
        case Kind::exactly:
          if (character == signs[i].character) next[i + 1] = true;
          break;
        case Kind::any:
          if (character != '/') next[i + 1] = true;
          break;
        case Kind::run:
          if (character != '/') next[i] = true;
          break;
        case Kind::long_run:
        case Kind::folders:
          next[i] = true;
          break;
      }
    }
    lead_on(next, character == '/');
    at.swap(next);
  }
  return at.back();
}

bool glob_matches_path(std::string_view pattern, std::string_view path) {
  if (pattern.ends_with('/')) pattern.remove_suffix(1);
  for (auto end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1))
    if (glob_matches(pattern, path.substr(0, end))) return true;
  return glob_matches(pattern, path);
}

}  // namespace octavo::base
