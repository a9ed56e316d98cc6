// Where a link leads out of the book, paper cannot follow: its address becomes a note, once a section for each address, so that it
// stands on the page or the one before. Notes have no notes, and neither has the appendix: there the address stands behind the link, in parentheses.
#include <map>

#include "base/unicode.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

// Nothing where the link is no address or says it itself.
std::string address_of(const Inline& one, Codes codes) {
  const auto* link = get_if<Link>(&one.value);
  const auto* to = link ? std::get_if<ToUrl>(&link->target) : nullptr;
  if (!to || !is_web_address(to->url)) return {};
  const std::string words = plain_text(link->content);
  const std::size_t scheme = to->url.find(':') + 1;
  std::string_view bare = std::string_view(to->url).substr(scheme);
  if (bare.starts_with("//")) bare.remove_prefix(2);
  const bool is_said = words == to->url || words == bare || words + '/' == to->url || words + '/' == bare;
  return is_said && codes == Codes::none ? std::string() : to->url;
}

// As people write it: "a@example.org"; all of it where nobody is named.
std::string said(const std::string& url) {
  for (const std::string_view scheme : {"mailto:", "tel:", "sms:"}) {
    if (base::folded(url.substr(0, scheme.size())) != scheme) continue;
    const std::string whom = url.substr(scheme.size(), url.find('?') - scheme.size());
    return whom.empty() ? url : whom;
  }
  return url;
}

class Addresses {
 public:
  Addresses(Chapter& chapter, Codes codes) : chapter_(chapter), codes_(codes) {}

  void become_notes() {
    const std::size_t written = chapter_.notes.size();
    const auto in_run = [this](Inlines& run) { follow_addresses(run, codes_, [this](const std::string& url) { return NoteCall{.label = label_of(url)}; }); };
    in_run(chapter_.title);
    each_block(chapter_.blocks, [&](Block& block) {
      if (holds_alternative<Heading>(block.value)) labels_.clear();
      each_run(block, in_run);
      return true;
    });
    // Those of the notes themselves.
    for (std::size_t i = 0; i < written; ++i) {
      each_block(chapter_.notes[i].blocks, [this](Block& block) {
        each_run(block, [this](Inlines& run) { say_addresses(run, codes_); });
        return true;
      });
    }
  }

  static void say_addresses(Inlines& run, Codes codes) {
    follow_addresses(run, codes, [](const std::string& url) { return Text{" (" + said(url) + ")"}; });
  }

 private:
  // Puts what is made of an address behind its link, in the run and in what marks and passages in it hold; links stay whole.
  template <class Make>
  static void follow_addresses(Inlines& run, Codes codes, const Make& make) {
    for (std::size_t i = 0; i < run.size(); ++i) {
      if (auto* marked = get_if<Marked>(&run[i].value)) follow_addresses(marked->content, codes, make);
      if (auto* passage = get_if<Passage>(&run[i].value)) follow_addresses(passage->content, codes, make);
      const std::string url = address_of(run[i], codes);
      if (url.empty()) continue;
      const base::Span where = run[i].where;
      run.insert(run.begin() + static_cast<std::ptrdiff_t>(++i), {make(url), where});
    }
  }

  // No label of an author's own has a bracket in it.
  const std::string& label_of(const std::string& url) {
    const auto [known, is_new] = labels_.try_emplace(url, "]" + std::to_string(chapter_.notes.size()));
    if (!is_new) return known->second;
    const bool is_code = codes_ == Codes::qr;
    Note& note = chapter_.notes.emplace_back();
    note.label = known->second;
    note.blocks = {Block{Paragraph{{Inline{Link{.target = ToUrl{url}, .content = {Inline{Text{said(url)}, {}}}}, {}}}}, {}}};
    if (is_code) note.code = url;
    return known->second;
  }

  Chapter& chapter_;
  Codes codes_;
  std::map<std::string, std::string> labels_;  // of this section, by address
};

}  // namespace

Book with_addresses(Book book, Codes codes) {
  for (Chapter& chapter : book.chapters) Addresses(chapter, codes).become_notes();
  for (Player& player : book.players)
    for (Description& description : player.descriptions) Addresses::say_addresses(description.content, codes);
  return book;
}

}  // namespace octavo::resolve
