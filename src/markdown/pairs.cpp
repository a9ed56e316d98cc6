#include "markdown/pairs.h"

#include <algorithm>
#include <map>

#include "base/bytes.h"
#include "markdown/disguise.h"
#include "markdown/html_inlines.h"

namespace octavo::markdown {

namespace {

constexpr std::size_t deepest = 32;  // pairs inside each other; those further in are not joined

struct Frame {
  Piece opener;
  book::Inlines content;
};

void add(book::Inlines& run, book::Inline one) {
  auto* text = get_if<book::Text>(&one.value);
  if (text != nullptr && text->text.empty()) return;
  auto* last = run.empty() ? nullptr : get_if<book::Text>(&run.back().value);
  if (text == nullptr || last == nullptr) {
    run.push_back(std::move(one));
    return;
  }
  if (last->text.ends_with(' ') && text->text.starts_with(' ')) text->text.erase(0, 1);
  last->text += text->text;
  run.back().where = base::through(run.back().where, one.where);
}

class Joiner {
 public:
  book::Inlines run(std::vector<Piece> pieces) {
    frames_.emplace_back();
    for (Piece& piece : pieces) {
      if (piece.tag && piece.tag->can_close && open_[piece.tag->name] > 0) {
        close(piece);
      } else if (piece.tag && piece.tag->can_open && frames_.size() <= deepest) {
        ++open_[piece.tag->name];
        frames_.push_back({std::move(piece), {}});
      } else {
        add(frames_.back().content, std::move(piece.value));
      }
    }
    while (frames_.size() > 1) dissolve();
    return std::move(frames_.front().content);
  }

 private:
  // The innermost one never closed: what it was written as, then its content.
  void dissolve() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    --open_[frame.opener.tag->name];
    add(frames_.back().content, std::move(frame.opener.value));
    for (book::Inline& one : frame.content) add(frames_.back().content, std::move(one));
  }

  void close(const Piece& closer) {
    while (frames_.back().opener.tag->name != closer.tag->name) dissolve();
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    --open_[closer.tag->name];
    const base::Span where = base::through(frame.opener.value.where, closer.value.where);
    for (book::Inline& one : enclosed(*frame.opener.tag, std::move(frame.content), where)) {
      add(frames_.back().content, std::move(one));
    }
  }

  std::vector<Frame> frames_;
  std::map<std::string, int> open_;
};

}  // namespace

const std::string* Tag::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return &value;
  }
  return nullptr;
}

void append_text(std::vector<Piece>& pieces, std::string_view text, base::Span where) {
  if (text.empty()) return;
  // Mostly there is nothing but words with one space between them.
  const auto is_odd = [](char left, char right) {
    return (right == '\t') | (right == inside_comment) | ((left == ' ') & (right == ' '));
  };
  const bool is_plain = !base::any_pair(text, is_odd);
  auto* last = pieces.empty() || pieces.back().is_tag() ? nullptr
                                                        : get_if<book::Text>(&pieces.back().value.value);
  if (last == nullptr && is_plain) {
    pieces.push_back({{book::Text{std::string(text)}, where}, {}});
    return;
  }
  if (last == nullptr) {
    pieces.push_back({{book::Text{}, where}, {}});
    last = &get<book::Text>(pieces.back().value.value);
  }
  if (is_plain) {
    last->text.append(text.substr(text.front() == ' ' && last->text.ends_with(' ') ? 1 : 0));
  } else {
    const auto separates = [](char c) { return c == ' ' || c == '\t' || c == inside_comment; };
    for (auto at = text.begin(); at != text.end();) {
      const auto end = std::find_if(at, text.end(), separates);
      last->text.append(at, end);
      if (end == text.end()) break;
      if (*end != inside_comment && !last->text.ends_with(' ')) last->text += ' ';
      at = end + 1;
    }
  }
  pieces.back().value.where = base::through(pieces.back().value.where, where);
}

book::Inlines joined(std::vector<Piece> pieces) {
  if (std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.is_tag(); }))
    return Joiner().run(std::move(pieces));
  book::Inlines run;
  run.reserve(pieces.size());
  for (Piece& piece : pieces) add(run, std::move(piece.value));
  return run;
}

book::Inlines unlinked(book::Inlines run) {
  book::Inlines result;
  for (book::Inline& one : run) {
    if (auto* link = get_if<book::Link>(&one.value)) {
      for (book::Inline& inner : link->content) add(result, std::move(inner));
      continue;
    }
    if (auto* marked = get_if<book::Marked>(&one.value))
      marked->content = unlinked(std::move(marked->content));
    if (auto* passage = get_if<book::Passage>(&one.value))
      passage->content = unlinked(std::move(passage->content));
    add(result, std::move(one));
  }
  return result;
}

namespace {

// The first inline that prints something, from one end; a named place does not.
template <class Iterator>
Iterator first_printed(Iterator begin, Iterator end) {
  return std::find_if(begin, end, [](const book::Inline& one) {
    return !holds_alternative<book::NamedPlace>(one.value);
  });
}

}  // namespace

void trim(book::Inlines& run) {
  const auto first = first_printed(run.begin(), run.end());
  if (auto* text = first == run.end() ? nullptr : get_if<book::Text>(&first->value)) {
    text->text.erase(0, std::min(text->text.find_first_not_of(' '), text->text.size()));
    if (text->text.empty()) run.erase(first);
  }
  const auto last = first_printed(run.rbegin(), run.rend());
  if (auto* text = last == run.rend() ? nullptr : get_if<book::Text>(&last->value)) {
    text->text.erase(text->text.find_last_not_of(' ') + 1);
    if (text->text.empty()) run.erase(std::next(last).base());
  }
}

void trim_lines(book::Inlines& run) {
  const auto is_break = [](const book::Inline& one) {
    return holds_alternative<book::LineBreak>(one.value);
  };
  trim(run);
  while (true) {
    const auto first = first_printed(run.begin(), run.end());
    if (first == run.end()) return;
    const auto last = std::prev(first_printed(run.rbegin(), run.rend()).base());
    if (is_break(*last)) {
      run.erase(last);
    } else if (is_break(*first)) {
      run.erase(first);
    } else {
      return;
    }
    trim(run);
  }
}

}  // namespace octavo::markdown
