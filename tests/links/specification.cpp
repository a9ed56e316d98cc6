#include "links/specification.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace octavo::links {

namespace {

namespace fs = std::filesystem;

// "\u{301}" stands for what could not be seen.
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto close = text.substr(at).starts_with("\\u{") ? text.find('}', at) : text.npos;
    if (close == text.npos) {
      result += text[at++];
    } else {
      base::append(result, static_cast<char32_t>(
                               std::stoul(std::string(text.substr(at + 3, close - at - 3)), nullptr, 16)));
      at = close + 1;
    }
  }
  return result;
}

// The code spans of a line: as many back ticks close one as opened it, and a space at both ends is not meant.
std::vector<std::string> code_spans(std::string_view line) {
  std::vector<std::string> spans;
  for (std::size_t at = 0; (at = line.find('`', at)) != line.npos;) {
    const auto begin = std::min(line.find_first_not_of('`', at), line.size());
    const std::string ticks(line.substr(at, begin - at));
    const auto end = line.find(ticks, begin);
    if (end == line.npos) break;
    std::string text(line.substr(begin, end - begin));
    if (text.size() > 2 && text.starts_with(' ') && text.ends_with(' '))
      text = text.substr(1, text.size() - 2);
    spans.push_back(unescaped(text));
    at = end + ticks.size();
  }
  return spans;
}

class PageReader {
 public:
  PageReader(const std::string& name, std::istream& page) : name_(name), stream_(page) {}

  std::vector<Case> run() {
    std::string line;
    while (next(line)) read(line);
    finish();
    return std::move(cases_);
  }

 private:
  void read(const std::string& line) {
    if (line.starts_with("### "))
      head(line.substr(4));
    else if (line.starts_with("#"))
      finish();  // a chapter, with words of its own
    else if (current_)
      part(line);
  }

  bool next(std::string& line) {
    ++number_;
    return static_cast<bool>(std::getline(stream_, line));
  }

  void head(const std::string& text) {
    finish();
    const auto space = text.find(' ');
    current_ = Case{.id = text.substr(0, space),
                    .sentence = space == text.npos ? "" : text.substr(space + 1),
                    .where = name_ + ':' + std::to_string(number_),
                    .from = "Start.md"};
  }

  void part(const std::string& line) {
    const auto spans = code_spans(line);
    if (line.starts_with("    ")) return block(line);
    if (line.starts_with("- ")) {
      if (line != "- nothing to say") current_->expected.push_back(unescaped(line.substr(2)));
      has_expectation_ = true;
    } else if (line.starts_with("Beside it: ")) {
      for (const std::string& path : spans) current_->notes.try_emplace(path, "Text.\n");
    } else if (line.ends_with(':') && line.starts_with('`') && spans.size() == 1) {
      path_ = spans.front();
    }
  }

  // An indented block is the text of the note that the line above it names, else of the one that is looked
  // at.
  void block(std::string line) {
    std::string text;
    std::size_t blank = 0;
    do {
      if (line.find_first_not_of(' ') == line.npos) {
        ++blank;
        continue;
      }
      if (!line.starts_with("    ")) break;
      text += std::string(std::exchange(blank, 0), '\n') + unescaped(line.substr(4)) + '\n';
    } while (next(line));
    const std::string path = path_.value_or("Start.md");
    current_->notes[path] = text;
    if (!path.ends_with(".toml")) current_->from = path;
    path_.reset();
    if (stream_) read(line);
  }

  void finish() {
    if (!current_) return;
    if (current_->sentence.empty()) current_->mistake = "it has no sentence that says what is expected";
    if (!has_expectation_) current_->mistake = "it expects nothing, so that it could not fail";
    if (!current_->notes.contains(current_->from)) current_->mistake = "it has no text to look at";
    cases_.push_back(std::move(*current_));
    current_.reset();
    path_.reset();
    has_expectation_ = false;
  }

  std::string name_;
  std::istream& stream_;
  std::size_t number_ = 0;
  std::vector<Case> cases_;
  std::optional<Case> current_;
  std::optional<std::string> path_;  // of the block to come
  bool has_expectation_ = false;
};

}  // namespace

std::vector<Case> cases_of(const std::string& name, std::istream& page) {
  return PageReader(name, page).run();
}

std::vector<Case> cases(const fs::path& folder) {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md")
      pages.push_back(entry.path());
  }
  std::ranges::sort(pages);
  std::vector<Case> all;
  for (const fs::path& page : pages) {
    std::ifstream stream(page);
    std::ranges::move(cases_of(page.filename().string(), stream), std::back_inserter(all));
  }
  return all;
}

}  // namespace octavo::links
