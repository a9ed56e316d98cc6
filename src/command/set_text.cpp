#include "command/set_text.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::command {
namespace {

using book::Overloaded;

// What every reading system does before any sheet (HTML, 15.3), as far as octavo writes such elements.
constexpr std::string_view before_any_sheet = "em { font-style: italic } strong, th, h1, h2, h3, h4, h5, h6 { font-weight: bold }";

// What octavo and reading systems set without being asked: ornaments, marks of lists and tasks, quotes, dashes, spaces, and the hyphen at
// the end of a line.
constexpr std::u32string_view always =
    U"\u00A0«»·‐‑‒–—―‘’‚“”„•‣…′″‹›◦▪☐☑\u2002\u2003\u2009\u202F";

// Bold weights are those that are nearer to a bold face where there are only two (CSS Fonts 4, 5.2).
constexpr int heaviest_regular = 500;

// An element with all it stands in. It is never moved: those within point to it.
struct Place {
  SetText& kind;
  style::Element element;
  style::Computed style;
};

class Reader {
 public:
  Reader(std::string_view css, TextByKind& result) : result_(result) {
    diagnostics::Sink unheard;  // what is to be said of the sheet is said where it is read
    sheet_.add(before_any_sheet, {}, unheard);
    sheet_.add(css, {}, unheard);
  }

  void read(const book::Book& book) {
    const style::Element html{.name = "html"};
    const style::Computed root = sheet_.style(html, {});
    const style::Element element{.name = "body", .parent = &html};
    const Place body{result_.words, element, sheet_.style(element, root)};
    words(body, base::encoded(always));
    front(body, book);
    for (const book::Part& part : book.parts) run(within(body, "h1"), part.title);
    for (const book::Chapter& chapter : book.chapters) {
      above_ = chapter.level - 1;
      const Place title = within(body, "h1");
      words(within(title, "span", {"chapter-number"}), chapter.number);
      run(title, chapter.title);
      blocks(body, chapter.blocks);
      const Place note = within(body, "aside", {"footnote"});
      for (const book::Note& one : chapter.notes) {
        words(note, one.number);
        blocks(note, one.blocks);
      }
    }
    back(body, book);
  }

 private:
  Place within(const Place& outer, std::string_view name, std::vector<std::string_view> classes = {}) const {
    return within(outer, outer.kind, name, std::move(classes));
  }
  Place within(const Place& outer, SetText& kind, std::string_view name, std::vector<std::string_view> classes = {}) const {
    const style::Element element{.name = name, .classes = std::move(classes), .parent = &outer.element};
    return {kind, element, sheet_.style(element, outer.style)};
  }

  void words(const Place& place, std::string_view text) {
    if (text.empty()) return;
    place.kind.looks.insert({place.style.weight > heaviest_regular, place.style.italic});
    if (base::ascii_length(text) == text.size()) return;
    add(place.kind, text);
    add(place.kind, base::nfc(text));  // the letters with marks that a shaper makes of two characters
  }

  static void add(SetText& kind, std::string_view text) {
    for (std::size_t at = base::ascii_length(text); at < text.size(); at += base::ascii_length(text, at)) {
      const auto [c, length] = base::decode(text, at);
      kind.characters.insert(c);
      at += length;
    }
  }

  // ---- inlines ----

  void run(const Place& place, const book::Inlines& inlines) {
    for (const book::Inline& one : inlines) {
      visit(Overloaded{
                [&](const book::Text& text) { words(place, text.text); },
                [&](const book::Code& code) { words(within(place, result_.code, "code"), code.text); },
                [&](const book::Math& math) { words(within(place, result_.code, "code", {"math"}), math.source); },
                [&](const book::Marked& marked) { run(within_mark(place, marked.mark), marked.content); },
                [&](const book::Passage& passage) { run(within(place, "span", views(passage.classes)), passage.content); },
                [&](const book::Link& link) { run(within(place, "a"), link.content); },
                [&](const book::Image& image) { words(place, image.alt); },
                [&](const book::Tag& tag) { words(place, tag.name); },
                [](const auto&) {},
            },
            one.value);
    }
  }

  Place within_mark(const Place& outer, book::Mark mark) const {
    if (mark == book::Mark::small_caps) return within(outer, "span", {"small-caps"});
    return within(outer, mark == book::Mark::keyboard ? result_.keys : outer.kind, book::element_name(mark));
  }

  static std::vector<std::string_view> views(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

  // ---- blocks ----

  void blocks(const Place& outer, const book::Blocks& blocks) {
    for (const book::Block& block : blocks)
      visit([&](const auto& value) { read(outer, value); }, block.value);
  }

  void read(const Place& outer, const book::Paragraph& paragraph) {
    run(within(outer, "p", {book::class_name(paragraph.role)}), paragraph.content);
  }
  void read(const Place& outer, const book::Heading& heading) {
    const Place place = within(outer, book::heading_name(heading.level - above_));
    words(place, heading.number);
    run(place, heading.content);
  }
  void read(const Place& outer, const book::List& list) {
    const Place place = within(outer, list.ordered ? "ol" : "ul");
    const Place item = within(place, "li");
    for (const book::ListItem& one : list.items) blocks(item, one.blocks);
  }
  void read(const Place& outer, const book::Quote& quote) { blocks(within(outer, "blockquote"), quote.blocks); }
  void read(const Place& outer, const book::Callout& callout) {
    const Place place = within(outer, "aside", {"callout", callout.kind});
    run(within(place, "p", {"callout-title"}), callout.title);
    blocks(place, callout.blocks);
  }
  void read(const Place& outer, const book::CodeBlock& code) {
    const Place frame = within(outer, result_.code, "pre");
    const Place place = within(frame, "code");
    words(place, code.text);
    for (const book::Token& token : code.tokens)
      words(within(place, "span", {book::class_name(token.kind)}), std::string_view(code.text).substr(token.begin, token.end - token.begin));
  }
  void read(const Place& outer, const book::MathBlock& math) {
    const Place frame = within(outer, result_.code, "pre", {"math"});
    words(within(frame, "code"), math.source);
  }
  void read(const Place& outer, const book::Table& table) {
    const Place place = within(outer, "table");
    run(within(place, "caption"), table.caption);
    const Place head = within(place, "th"), plain = within(place, "td");
    for (const book::Cell& cell : table.head) run(head, cell.content);
    for (const book::Row& row : table.rows)
      for (const book::Cell& cell : row) run(cell.is_head ? head : plain, cell.content);
  }
  void read(const Place& outer, const book::Figure& figure) {
    const Place place = within(outer, "figure");
    if (!figure.image.asset) words(within(place, "p", {"missing-picture"}), figure.image.alt);
    run(within(place, "figcaption"), figure.caption);
  }
  void read(const Place& outer, const book::Captioned& captioned) {
    const Place place = within(outer, "figure", views(captioned.classes));
    blocks(place, captioned.blocks);
    run(within(place, "figcaption"), captioned.caption);
  }
  void read(const Place& outer, const book::DefinitionList& list) {
    const Place place = within(outer, "dl");
    const Place term = within(place, "dt"), said = within(place, "dd");
    for (const book::Definition& item : list.items) {
      for (const book::Inlines& one : item.terms) run(term, one);
      blocks(said, item.blocks);
    }
  }
  void read(const Place& outer, const book::Group& group) { blocks(within(outer, "div", views(group.classes)), group.blocks); }
  void read(const Place&, const book::SectionBreak&) {}  // its ornament is there always
  void read(const Place&, const book::Embed&) {}         // no finished book holds one

  // ---- front and back matter ----

  void front(const Place& body, const book::Book& book) {
    const book::Metadata& metadata = book.metadata;
    words(within(body, "h1", {"title"}), metadata.title);
    words(within(body, "p", {"author"}), metadata.authors());
    words(within(body, "p", {"subtitle"}), metadata.subtitle);
    words(within(body, "p", {"publisher"}), metadata.publisher);
    words(within(body, "p", {"rights"}), metadata.rights);
    const book::Terms& terms = book::terms(metadata.language);
    for (const auto& term : {terms.contents, terms.figures, terms.tables, terms.key_players, terms.index, terms.notes, terms.page, terms.pages, terms.see,
                             terms.see_also})
      words(body, term);
  }

  // Where a place is named by a chapter's title or a page, a digit stands for it: those are read already.
  void back(const Place& body, const book::Book& book) {
    const Place main = within(body, "a", {"main-place"}), see = within(body, "em", {"see"});
    const auto places = [&](const auto& one) {
      if (std::ranges::any_of(one.mentions, &book::Mention::is_main)) words(main, "1");
      if (!one.related.empty()) words(see, "1");
    };
    const Place entry = within(body, "section", {"player"});
    const Place name = within(entry, "h2"), origin = within(entry, "a", {"origin"});
    for (const book::Player& player : book.players) {
      run(name, player.name);
      for (const book::Description& description : player.descriptions) {
        words(origin, "1");
        run(entry, description.content);
      }
      places(player);
    }
    const Place initial = within(body, "h2", {"initial"});
    for (const book::IndexEntry& one : book.index) {
      words(initial, one.initial);
      words(body, one.term);
      places(one);
    }
  }

  TextByKind& result_;
  style::Cascade sheet_;
  int above_ = 0;  // levels above the chapter, which is a file of its own
};

}  // namespace

TextByKind set_text(const book::Book& book, std::string_view css) {
  TextByKind result;
  Reader(css, result).read(book);
  for (SetText* kind : {&result.words, &result.code, &result.keys})
    for (char32_t c = U' '; c <= U'~'; ++c) kind->characters.insert(c);
  // Capitals, of which reading systems make the small ones that a face lacks.
  const auto& small = result.words.characters;
  const auto capitals = base::code_points(base::upper(base::encoded(std::u32string(small.begin(), small.end())), book.metadata.language));
  result.words.characters.insert(capitals.begin(), capitals.end());
  return result;
}

}  // namespace octavo::command
