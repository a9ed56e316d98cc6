#include "markdown/exemptions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/unicode.h"

namespace octavo::markdown {

namespace {

using diagnostics::Rule;
using diagnostics::RuleSet;
using Source = diagnostics::Sources::Source;

constexpr std::string_view opening = "<!--", closing = "-->", address = "octavo:";
constexpr std::string_view white_space = " \t\r\n";
constexpr std::size_t longest_word = 60;  // bytes; beyond it nobody meant a rule

// What the comment says, without its marks and the address; nothing where it is for others.
std::string_view message_of(std::string_view comment) {
  if (!comment.starts_with(opening) || !comment.ends_with(closing) ||
      comment.size() < opening.size() + closing.size())
    return {};
  comment = comment.substr(opening.size(), comment.size() - opening.size() - closing.size());
  comment.remove_prefix(std::min(comment.find_first_not_of(white_space), comment.size()));
  return comment.starts_with(address) ? comment : std::string_view();
}

// The next word of the text, which it is taken from.
std::string_view word_of(std::string_view& text, std::string_view separators) {
  text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
  const auto word = text.substr(0, text.find_first_of(separators));
  text.remove_prefix(word.size());
  return word;
}

// The lines of a file as far as comments reach over them, counted from 0.
class Lines {
 public:
  explicit Lines(const Source& source) : text_(source.text), starts_(source.line_starts()) {
    const std::size_t count = starts_.size();
    is_comment_.resize(count);
    next_.resize(count + 1, count);
    block_end_.resize(count + 1, count);
    run_end_.resize(count + 1, count);
    for (std::size_t i = count; i-- > 0;) {
      const bool is_blank = without_marks(i).empty();
      is_comment_[i] = line(i).find(opening) != std::string_view::npos && !has_text(line(i));
      next_[i] = is_blank || is_comment_[i] ? next_[i + 1] : i;
      run_end_[i] = is_blank ? i : run_end_[i + 1];
      const bool is_last = is_blank || is_heading(i) || i + 1 == count || is_heading(i + 1);
      block_end_[i] = is_last ? i + !is_blank : block_end_[i + 1];
    }
  }

  std::size_t of(std::uint32_t offset) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin()) - 1;
  }
  std::uint32_t begin(std::size_t number) const {
    return number < starts_.size() ? starts_[number] : static_cast<std::uint32_t>(text_.size());
  }
  std::uint32_t end(std::size_t number) const { return begin(number + 1); }

  // Whether anything but comments stands on the lines that the comment begins and ends on.
  bool shares_line(base::Span comment) const {
    const std::size_t first = of(comment.begin), last = of(comment.end - 1);
    return !is_comment_[first] ||
           (last > first && has_text(std::string_view(text_).substr(comment.end, end(last) - comment.end)));
  }
  // The block that follows the line, as [first line, end).
  std::pair<std::size_t, std::size_t> block_below(std::size_t number) const {
    const std::size_t first = next_[number + 1];
    return {first, is_fence(first) ? run_end_[first] : block_end_[first]};
  }

 private:
  std::string_view line(std::size_t number) const {
    return std::string_view(text_).substr(begin(number), end(number) - begin(number));
  }
  // Without white space and the marks of quotes.
  std::string_view without_marks(std::size_t number) const {
    auto text = line(number);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n>"), text.size()));
    return text;
  }
  // Anything but comments, white space and the marks of quotes and items.
  static bool has_text(std::string_view text) {
    for (std::size_t at = 0; (at = text.find_first_not_of(" \t\r\n>*+-", at)) != text.npos;) {
      if (!text.substr(at).starts_with(opening)) return true;
      const std::size_t close = text.find(closing, at + opening.size());
      if (close == text.npos) return false;
      at = close + closing.size();
    }
    return false;
  }
  bool is_heading(std::size_t number) const {
    const auto text = without_marks(number);
    const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
    return level > 0 && level <= 6 &&
           (level == text.size() || white_space.find(text[level]) != white_space.npos);
  }
  bool is_fence(std::size_t number) const {
    const auto text = without_marks(number);
    return text.starts_with("```") || text.starts_with("~~~");
  }

  const std::string& text_;
  const std::vector<std::uint32_t>& starts_;
  std::vector<bool> is_comment_;  // nothing else
  // By line: the first from there on that holds text; the end of the block, and of all up to a blank line.
  std::vector<std::size_t> next_, block_end_, run_end_;
};

}  // namespace

bool is_for_octavo(std::string_view comment) { return !message_of(comment).empty(); }

void Exemptions::add(std::string_view comment, base::Span where) {
  static constexpr std::array<std::pair<std::string_view, Verb>, 4> verbs = {{{"ignore", Verb::ignore},
                                                                              {"ignore-file", Verb::file},
                                                                              {"ignore-start", Verb::start},
                                                                              {"ignore-end", Verb::end}}};
  std::string_view words = message_of(comment).substr(address.size());
  const std::string_view said = word_of(words, white_space);
  const auto verb = std::ranges::find(verbs, said, &std::pair<std::string_view, Verb>::first);
  if (verb != verbs.end()) {
    comments_.push_back({where, verb->second, rules_of(words, where)});
    return;
  }
  std::vector<std::string> names;
  for (const auto& [name, meaning] : verbs) names.emplace_back(name);
  const auto near = base::nearest(said.substr(0, longest_word), names, 1);
  sink_.report(Rule::config_unknown_rule, where,
               "a comment for octavo says \"ignore\", \"ignore-file\", \"ignore-start\" or \"ignore-end\", "
               "and then the rules, not \"" +
                   std::string(said.substr(0, longest_word)) + '"' +
                   (near.empty() ? "" : "; did you mean \"" + near.front() + "\"?"));
}

RuleSet Exemptions::rules_of(std::string_view names, base::Span where) const {
  const auto text = std::string_view(sink_.sources.of(where.file).text).substr(0, where.end);
  std::size_t from = where.begin + opening.size();
  RuleSet rules;
  bool has_names = false;
  for (auto name = word_of(names, " ,\t\r\n"); !name.empty(); name = word_of(names, " ,\t\r\n")) {
    // Behind them may stand a reason: "link/case: it is a quotation", "link/case -- it is a quotation".
    if (name == "--" || name == "\u2013" || name == "\u2014") break;
    has_names = true;
    const bool is_last = name.ends_with(':');
    if (is_last) {
      name.remove_suffix(1);
      names = {};
    }
    const RuleSet named = diagnostics::rules_named(name);
    rules |= named;
    const std::size_t at = text.find(name, from);
    const bool is_there = at != text.npos;
    if (is_there) from = at + name.size();
    if (named.any()) continue;
    const auto begin = static_cast<std::uint32_t>(at), end = static_cast<std::uint32_t>(from);
    auto unknown = diagnostics::no_such_rule(name.substr(0, longest_word));
    sink_.report(Rule::config_unknown_rule, is_there ? base::Span{where.file, begin, end} : where,
                 std::move(unknown.message), is_there ? std::move(unknown.nearest) : "");
  }
  return has_names ? rules : diagnostics::rules_named("*");
}

void Exemptions::apply() {
  std::ranges::sort(comments_, {}, &Comment::where);
  const auto repeats = std::ranges::unique(comments_, {}, &Comment::where);
  comments_.erase(repeats.begin(), repeats.end());
  for (auto first = comments_.begin(); first != comments_.end();) {
    const auto end = std::ranges::find_if(
        first, comments_.end(), [&](const Comment& one) { return one.where.file != first->where.file; });
    apply(&*first, &*first + (end - first));
    first = end;
  }
}

void Exemptions::apply(const Comment* first, const Comment* end) {
  const base::FileId file = first->where.file;
  const Source& source = sink_.sources.of(file);
  const Lines lines(source);
  const auto size = static_cast<std::uint32_t>(source.text.size());
  const auto silence = [&](const RuleSet& rules, std::uint32_t from, std::uint32_t to) {
    // What is found at the end of all has no byte to begin on.
    if (rules.any()) sink_.silence(rules, {file, from, to == size ? to + 1 : to});
  };
  RuleSet started;
  std::uint32_t since = 0;
  for (const Comment* one = first; one != end; ++one) {
    const base::Span where = one->where;
    switch (one->verb) {
      case Verb::ignore:
        if (lines.shares_line(where)) {
          silence(one->rules, lines.begin(lines.of(where.begin)), lines.end(lines.of(where.end - 1)));
        } else {
          const auto [line, behind] = lines.block_below(lines.of(where.end - 1));
          silence(one->rules, lines.begin(line), lines.begin(behind));
        }
        break;
      case Verb::file:
        silence(one->rules, 0, size);
        break;
      case Verb::start:
      case Verb::end:
        silence(started, since, where.begin);
        started = one->verb == Verb::start ? started | one->rules : started & ~one->rules;
        since = where.begin;
        break;
    }
  }
  silence(started, since, size);
}

}  // namespace octavo::markdown
