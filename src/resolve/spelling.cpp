#include "resolve/spelling.h"

#include <algorithm>
#include <optional>

#include "base/paths.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "config/config.h"

namespace octavo::resolve {

using book::LinkForm;
using book::ToName;
using diagnostics::Edit;
using diagnostics::Sources;

namespace {

std::string_view without_space(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == text.npos ? text.substr(0, 0) : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// The parts of a target in the text of its file.
struct Written {
  std::string_view note, heading, block;
  std::string_view text_goes_here = {};  // an empty stretch of a wikilink: what it shows can be written there
  bool has_bar = false;                  // before that
  bool in_angles = false;                // of an address

  std::string_view part(Part part) const {
    return part == Part::note ? note : part == Part::heading ? heading : block;
  }
};

std::optional<Written> written_wikilink(std::string_view source, const ToName& to) {
  if (source.starts_with('!')) source.remove_prefix(1);
  if (source.size() < 4 || !source.starts_with("[[") || !source.ends_with("]]")) return {};
  const std::string_view inside = source.substr(2, source.size() - 4);
  const auto bar = inside.find('|');
  Written written;
  written.has_bar = bar != inside.npos;
  written.text_goes_here = inside.substr(written.has_bar ? bar + 1 : inside.size(), 0);
  std::string_view target = inside.substr(0, bar);
  if (written.has_bar && target.ends_with('\\')) target.remove_suffix(1);
  const auto mark = std::min(target.find('#'), target.size());
  written.note = without_space(target.substr(0, mark));
  std::vector<std::string_view> headings;
  for (std::size_t at = mark; at < target.size();) {
    const auto end = std::min(target.find('#', at + 1), target.size());
    const std::string_view part = without_space(target.substr(at + 1, end - at - 1));
    if (part.starts_with('^'))
      written.block = part.substr(1);
    else if (!part.empty())
      headings.push_back(part);
    at = end;
  }
  if (!headings.empty()) written.heading = headings.back();
  if (written.note != to.note || written.block != to.block || !std::ranges::equal(headings, to.headings)) return {};
  return written;
}

// "[text](address "title")", the address perhaps between angle brackets.
std::optional<Written> written_address(std::string_view source, const ToName& to) {
  const auto open = source.rfind("](");
  if (!source.starts_with('[') || !source.ends_with(')') || open == source.npos) return {};
  std::string_view address = without_space(source.substr(open + 2, source.size() - open - 3));
  Written written;
  written.in_angles = address.starts_with('<');
  if (written.in_angles)
    address = address.substr(1, std::min(address.find('>'), address.size()) - 1);
  else
    address = address.substr(0, address.find(' '));
  const auto mark = std::min(address.find('#'), address.size());
  written.note = address.substr(0, mark);
  const std::string_view fragment = address.substr(std::min(mark + 1, address.size()));
  if (fragment.starts_with('^'))
    written.block = fragment.substr(1);
  else
    written.heading = fragment;
  const bool is_heading = to.headings.size() == (written.heading.empty() ? 0 : 1) &&
                          (to.headings.empty() || base::percent_decoded(written.heading) == to.headings.back());
  if (!is_heading || base::percent_decoded(written.note) != to.note || base::percent_decoded(written.block) != to.block)
    return {};
  return written;
}

// Text that Markdown would make something else of, were it the text of a link.
bool holds_markup(std::string_view text) {
  const auto is_word = [&](std::size_t at) {
    return at < text.size() && text[at] != ' ' && static_cast<unsigned char>(text[at]) > '.';
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '_' ? at == 0 || !is_word(at - 1) || !is_word(at + 1)
                        : std::string_view("*`~=<&$\\^[]|%#").find(text[at]) != std::string_view::npos)
      return true;
  }
  return false;
}

// Whether the address may hold the byte as it is. What is beyond ASCII is written as the rest of the address has it.
bool stays_in_address(char byte, std::string_view before, bool in_angles) {
  const bool has_escapes = before.find('%') != before.npos;
  if (byte == ' ') return in_angles && !has_escapes;
  if (static_cast<unsigned char>(byte) < 0x80) return std::string_view("!$'*+,/:;=?@").find(byte) != std::string_view::npos;
  return !has_escapes ||
         std::ranges::any_of(before, [](char other) { return static_cast<unsigned char>(other) >= 0x80; });
}

std::string as_address(std::string_view text, std::string_view before, bool in_angles) {
  std::string address;
  for (const char byte : text) {
    if (stays_in_address(byte, before, in_angles))
      address += byte;
    else
      address += base::percent_encoded(std::string_view(&byte, 1));
  }
  return address;
}

// A letter as it is written: "%C3%A4" is one too.
struct Letter {
  std::string_view source;
  char32_t code_point;
  bool is_escaped;
};

Letter letter_at(std::string_view written, std::size_t at, LinkForm form) {
  if (form == LinkForm::markdown && written[at] == '%') {
    for (const std::size_t length : {3, 6, 9, 12}) {
      const std::string decoded = base::percent_decoded(written.substr(at, length));
      if (decoded.size() == length / 3 && !base::first_bad_byte(decoded))
        return {written.substr(at, length), base::decode(decoded, 0).code_point, true};
    }
  }
  const base::Decoded decoded = base::decode(written, at);
  return {written.substr(at, decoded.length), decoded.code_point, false};
}

bool differ_in_case(char32_t left, char32_t right) {
  const std::string one = base::folded(base::encoded({&left, 1}));
  return !one.empty() && one == base::folded(base::encoded({&right, 1}));
}

std::optional<std::string> with_capitals(std::string_view written, std::string_view text, LinkForm form) {
  std::string result;
  std::size_t at = 0;
  for (const char32_t wanted : base::code_points(text)) {
    if (at >= written.size()) return {};
    const Letter letter = letter_at(written, at, form);
    at += letter.source.size();
    const std::string spelled = base::encoded({&wanted, 1});
    if (letter.code_point == wanted)
      result += letter.source;
    else if (differ_in_case(letter.code_point, wanted))
      result += letter.is_escaped ? base::percent_encoded(spelled) : spelled;
    else
      return {};
  }
  if (at < written.size()) return {};
  return result;
}

std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> steps;
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    steps.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return steps;
}

// What "x/.." passes through is no folder of the path.
std::optional<std::string> path_with_capitals(std::string_view written, std::string_view path, LinkForm form) {
  std::vector<std::string_view> named;
  for (std::string_view step : steps_of(written)) {
    step = without_space(step);
    if (step == ".." && !named.empty())
      named.pop_back();
    else if (step != "." && step != ".." && !step.empty())
      named.push_back(step);
  }
  const auto real = steps_of(path);
  if (named.empty() || named.size() > real.size()) return {};
  std::string result(written);
  for (std::size_t back = 1; back <= named.size(); ++back) {
    const std::string_view step = named[named.size() - back], other = real[real.size() - back];
    auto spelled = with_capitals(step, other, form);
    if (!spelled && back == 1 && config::is_note(other))
      spelled = with_capitals(step, other.substr(0, other.rfind('.')), form);
    // A letter may be longer than its capital; the folders are gone through from the last, so that this shifts none.
    if (!spelled) return {};
    result.replace(static_cast<std::size_t>(step.data() - written.data()), step.size(), *spelled);
  }
  return result;
}

// Edits of one link.
class Speller {
 public:
  Speller(const Sources& sources, const Wording& link) : link_(link) {
    const base::Span where = link.where;
    if (!where.file || where.begin >= where.end) return;
    text_ = sources.of(where.file).text;
    if (where.end > text_.size()) return;
    source_ = text_.substr(where.begin, where.end - where.begin);
    if (source_.find_first_of("\r\n") != source_.npos && link.to.form == LinkForm::wikilink) return;
    written_ = link.to.form == LinkForm::wikilink ? written_wikilink(source_, link.to)
                                                  : written_address(source_, link.to);
  }

  const std::optional<Written>& written() const { return written_; }

  // `source` is how the part is to be written, `meant` what that says.
  Spelling with(Part part, const std::string& source, std::string_view meant) const {
    const std::string_view before = written_->part(part);
    if (before.empty() || before == source) return {};
    Spelling spelling{{{span(before), source}}, {}};
    if (!keep_text(part, meant, spelling)) return {};
    std::size_t at = 0;
    for (const Edit& edit : spelling.edits) {
      spelling.whole.append(source_, at, edit.where.begin - link_.where.begin - at).append(edit.text);
      at = edit.where.end - link_.where.begin;
    }
    spelling.whole.append(source_, at);
    return spelling;
  }

 private:
  base::Span span(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
    return {link_.where.file, begin, begin + static_cast<std::uint32_t>(part.size())};
  }

  // A wikilink without a text shows what it names. False if that cannot be written as a text.
  bool keep_text(Part part, std::string_view meant, Spelling& spelling) const {
    if (link_.to.form == LinkForm::markdown || link_.to.has_alias || source_.starts_with('!')) return true;
    ToName changed = link_.to;
    (part == Part::note ? changed.note : part == Part::heading ? changed.headings.back() : changed.block) = meant;
    const std::string shown = book::shown_name(link_.to);
    if (book::shown_name(changed) == shown) return true;
    if (holds_markup(shown)) return false;
    const std::string_view bar = written_->has_bar ? "" : link_.to.in_cell ? "\\|" : "|";
    spelling.edits.push_back({span(written_->text_goes_here), std::string(bar) + shown});
    return true;
  }

  const Wording& link_;
  std::string_view text_, source_;
  std::optional<Written> written_;
};

Spelling recased_to(const Speller& speller, Part part, const std::optional<std::string>& source, LinkForm form) {
  if (!source) return {};
  return speller.with(part, *source, form == LinkForm::markdown ? base::percent_decoded(*source) : *source);
}

}  // namespace

Spelling renamed(const Sources& sources, const Wording& link, Part part, std::string_view text) {
  const Speller speller(sources, link);
  if (!speller.written()) return {};
  const Written& written = *speller.written();
  return speller.with(part,
                      link.to.form == LinkForm::wikilink ? std::string(text)
                                                         : as_address(text, written.part(part), written.in_angles),
                      text);
}

Spelling recased(const Sources& sources, const Wording& link, Part part, std::string_view text) {
  const Speller speller(sources, link);
  if (!speller.written()) return {};
  return recased_to(speller, part, with_capitals(speller.written()->part(part), text, link.to.form), link.to.form);
}

Spelling recased_note(const Sources& sources, const Wording& link, std::string_view path) {
  const Speller speller(sources, link);
  if (!speller.written()) return {};
  return recased_to(speller, Part::note, path_with_capitals(speller.written()->note, path, link.to.form), link.to.form);
}

}  // namespace octavo::resolve
