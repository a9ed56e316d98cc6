#pragma once
// Setting one section: blocks of the model go in, strips come out. The composer holds what setting any block needs: the style
// cascade, the fonts, the page numbers of the round before, and the section being filled.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/book.h"
#include "glyphs/glyphs.h"
#include "lines/lines.h"
#include "pages/counters.h"
#include "pages/flow.h"
#include "pages/forecast.h"
#include "pages/set_lines.h"
#include "style/style.h"

namespace octavo::pages {

// What every section is set with.
struct Workshop {
  const book::Book& book;
  const style::Cascade& sheet;
  glyphs::Fonts& fonts;
  glyphs::Hyphenation& hyphenation;
  lines::LineRules& rules;
  const Forecast* forecast = nullptr;    // of the first round
  const book::Folios* folios = nullptr;  // of the round before; null in the first
  int round = 0;
  std::vector<std::string> numbers;      // by AnchorId of a chapter or section: "ch. 3", where sections bear numbers
  float page_height = 0;                 // of the body of a page
  float grid = 0;                        // the leading of the text
  std::string colophon = {};             // of the round before
  SetLines set_lines = {};               // of all sections and rounds
  Counters counters = {};                // after the section that was set last

  lines::Tools tools() { return {fonts, hyphenation, rules}; }
};

Rule rule_of(style::LineStyle style);

// A rule or tint that runs down beside or behind everything in a block.
struct Band {
  Fill fill;          // of no height yet
  bool open = false;  // it has begun: the gap before the next strip is filled too
};

// The body of the book to the style sheet.
struct Body {
  explicit Body(const Workshop& workshop);
  Body(const Body&) = delete;

  style::Element html{"html"}, element{"body", {}, {}, &html};
  style::Computed style;
};

// Where on the measure a block stands, and what it hangs under.
struct Place {
  const style::Element* element = nullptr;    // the enclosing element
  const style::Computed* style = nullptr;     // and its style
  float left = 0, right = 0;                  // kept free on both sides
  StructureId structure;
  std::string language;
};

std::string transformed(std::string text, style::Transform transform, std::string_view language);

// How large a picture is asked to be, points: by its author, as a share of so much room or in CSS pixels, else by itself.
base::Size asked_size(const book::Image& image, const book::Asset& asset, float room);

// What a tag given to `lines` stands for.
struct TagFacts {
  StructureId structure;
  std::optional<std::uint32_t> link;  // into Composer::links_
  PictureId picture;                  // of a picture in a line
  std::optional<std::uint32_t> reference;  // into Section::references
  bool is_initial = false;                 // a drop capital
};
struct LinkFacts {
  std::variant<book::AnchorId, std::string> target;
  std::string description;
  StructureId structure;
};
// What a mark given to `lines` stands for.
struct MarkFacts {
  book::AnchorId anchor;
  std::optional<std::uint32_t> note;
  std::optional<std::uint32_t> reference;  // into Section::references: it stands here, or would
};

// What a paragraph is besides its words.
struct ParagraphFacts {
  book::BlockId block;
  book::AnchorId anchor;
  Role role = Role::paragraph;
  int level = 0;                          // of a heading
  std::uint32_t text_before = 0;          // bytes of the block's text before the paragraph's
  std::string_view number = {};           // of a heading: stands before its words
};

class Composer {
 public:
  Composer(Workshop& workshop, Section& section) : workshop_(workshop), section_(section), counters_(section.counters) {}

  // ---- blocks (blocks.cpp, lists.cpp, tables.cpp, code.cpp, figures.cpp)
  // `before`: the element they follow.
  void set_blocks(const book::Blocks& blocks, const Place& place, const style::Element* before = nullptr);
  void set_block(const book::Block& block, const style::Element& element, const Place& place);
  // One paragraph of any kind; returns the strips it became.
  StripRange set_paragraph(const book::Inlines& content, const style::Element& element, const Place& place,
                       const ParagraphFacts& facts = {});

  void set_heading(const book::Heading& heading, book::BlockId block, const style::Element& element, const Place& place);

  // The notes of the chapter that are called in it, each a galley of its own (notes.cpp).
  void set_notes(const Place& place);

  // ---- the frame of a block (frame.cpp)
  // Opens a block: collapses margins, keeps the padding, starts its bands. Close with leave(). The place for what is inside comes back.
  struct Frame {
    style::Computed style;
    Place inside;                // without its style: place() gives the whole
    std::size_t bands = 0;       // how many this block added
    std::size_t first_strip = 0;
    Place place() const {
      Place whole = inside;
      whole.style = &style;
      return whole;
    }
  };
  Frame enter(const style::Element& element, const Place& place, Role role);
  void leave(Frame& frame);
  void end_bands(std::size_t count, Strip& strip) const;
  // As enter() and leave(), for what has its own structure already.
  Frame enter(const style::Element& element, const Place& place, StructureId structure);

  // What the next strip will have over it, or with it.
  struct Pending {
    float space = 0;
    float under_figure = 0;  // which a figure asks for, as long as it stands there
    bool spread = false;
    int break_before = cost::free;
    bool snap = false;
    std::vector<book::AnchorId> anchors;  // of blocks that have set no strip yet
    std::vector<std::uint32_t> strings;   // the same
  };
  const Pending& pending() const { return pending_; }
  void expect(Pending pending) { pending_ = std::move(pending); }  // after a trial that was taken back
  void anchor_next(book::AnchorId anchor) { pending_.anchors.push_back(anchor); }  // placed with the next strip
  enum class Spread { no, may };  // whether the space may be more, to fill a page
  void space(float points, Spread spread = Spread::no) {
    pending_.space = std::max(pending_.space, points);
    pending_.spread = pending_.spread || (spread == Spread::may && points > 0);
  }
  // The strongest wish counts; a page that must begin begins, whatever would be avoided.
  void add_break(int cost) {
    if (pending_.break_before != cost::always) pending_.break_before = cost == cost::always ? cost : std::max(pending_.break_before, cost);
  }
  Strip& add_strip(float height);

  // ---- inlines (inlines.cpp, text_styles.cpp, page_references.cpp)
  struct Collected {
    lines::Paragraph paragraph;
    style::Computed style;
    float raised = 0;  // how far its first letter reaches above the first baseline
    struct Restyled { std::size_t piece = 0; std::string text; std::uint32_t style = 0; };
    std::vector<Restyled> first_line = {};  // words as they are there
  };
  // A paragraph of `lines` with the style's alignment and indents, empty of pieces.
  Collected begin_paragraph(const style::Element& element, const Place& place);
  Collected begin_paragraph(const style::Computed& style, const Place& place);  // where the style is known, as inside enter()
  void collect(Collected& into, const book::Inlines& content, const style::Element& element, const style::Computed& style,
               const Place& place, StructureId structure);
  void add_words(Collected& into, std::string text, const style::Computed& style, std::string_view language, lines::Tag tag,
                 bool counts = true);
  // What a paragraph needs to know of a style; where it is used again and again, it is looked up once.
  struct Look {
    std::uint32_t index = 0;  // into lines::Paragraph::styles
    style::Transform transform = style::Transform::none;
  };
  Look look(lines::Paragraph& paragraph, const style::Computed& style, std::string_view language);
  void add_words(Collected& into, std::string text, Look look, std::string_view language, lines::Tag tag, bool counts = true);
  lines::Tag tag(StructureId structure, std::optional<std::uint32_t> link = {});
  std::uint32_t link(LinkFacts facts);
  std::uint32_t mark(MarkFacts facts);
  StructureId structure(Role role, StructureId parent, int level = 0);
  // None for decoration: it is an artifact.
  StructureId figure(const book::Image& image, StructureId parent);

  // ---- what rules put into the text, or keep of it (generated.cpp)
  enum class Made { before, after };
  void add_made(Made which, Collected& into, const style::Element& element, const style::Computed& style, std::string_view language,
                lines::Tag tag);
  // Takes the first letter off the words, set as rules for it say; what is left comes back, transformed (first_letter.cpp).
  // `around`: the style that the letter inherits from.
  std::string set_first_letter(Collected& into, std::string words, const style::Computed& around, const style::Computed& style,
                               const Place& place, lines::Tag tag);
  // How the words that are added next are set in the first line, and which of them come to stand in it (first_line.cpp). `is_begun`: the
  // first of them has lost its first letter.
  void restyle(Collected& into, const std::string& words, const style::Element& element, bool is_begun, std::string_view language) const;
  void set_first_line(Collected& collected, const Place& place);
  // Before or after blocks: a paragraph of its own.
  void set_made(Made which, const style::Element& element, const Place& inside);
  std::string made_words(const std::vector<style::ContentPart>& parts, const style::Element& element, const style::Computed& style,
                       std::string_view language, std::string_view own = {});
  Counters& counters() { return counters_; }

  // ---- lines to strips (strips.cpp)
  // Sets the paragraph to the measure left by the place and adds its strips.
  StripRange add_lines(const Collected& collected, const Place& place, const ParagraphFacts& facts);
  // A paragraph of Section::elastic so many lines longer or shorter, at the end of the galley; no strip if it cannot be.
  StripRange set_again(std::size_t elastic, int by);
  // Of its lines, from their tops (CSS 2.1, 10.8): the leading is shared out above and below the font's own height.
  float baseline(const Collected& collected) const;
  // Draws a line's runs into a strip at an offset.
  void draw(const lines::Line& line, float x, float baseline, const Collected& collected, Strip& strip);
  // A drop capital is drawn here, and said beside its word, if that stands in its line (first_letter.cpp).
  bool has_word(const lines::Line& line, const lines::PlacedRun& initial) const;
  void draw_unsaid(const GlyphRun& initial, Strip& strip);
  void say_beside(const std::vector<GlyphRun>& initial, const GlyphRun& word, Strip& strip);
  // What stands beside the text of the strip and is read before it.
  void draw_beside(const lines::Line& line, float x, const Collected& collected, Strip& strip);
  const std::vector<lines::Line>& break_lines(const lines::Paragraph& paragraph, float measure);
  std::vector<lines::Line> balanced_lines(const lines::Paragraph& paragraph, float measure);

  style::Computed style_of(const style::Element& element, const style::Computed& parent) const {
    return workshop_.sheet.style(element, parent);
  }
  // A reference from a link to a place, worded by the pages of the round before.
  PageReference refer(book::AnchorId from, book::AnchorId target);
  // The label of the page a place of the book was printed on, kept in mind for the next round.
  std::string page_label(book::AnchorId target);

  const book::Book& book() const { return workshop_.book; }
  Section& section() { return section_; }
  Workshop& workshop() { return workshop_; }
  // What follows is this chapter's: its opening, its notes.
  void begin_chapter(const book::Chapter& chapter) {
    chapter_ = &chapter;
    first_note_ = section_.notes.size();
    anchor_next(chapter.anchor);
  }
  void open_with(book::BlockId paragraph) { opening_ = paragraph; }

 private:
  // One of each kind of block.
  void set(const book::Paragraph&, const book::Block&, const style::Element&, const Place&);
  void set(const book::Heading&, const book::Block&, const style::Element&, const Place&);
  void set(const book::List&, const book::Block&, const style::Element&, const Place&);
  void set(const book::Quote&, const book::Block&, const style::Element&, const Place&);
  void set(const book::Callout&, const book::Block&, const style::Element&, const Place&);
  void set(const book::CodeBlock&, const book::Block&, const style::Element&, const Place&);
  void set(const book::Table&, const book::Block&, const style::Element&, const Place&);
  void set(const book::Figure&, const book::Block&, const style::Element&, const Place&);
  void set(const book::SectionBreak&, const book::Block&, const style::Element&, const Place&);
  void set(const book::MathBlock&, const book::Block&, const style::Element&, const Place&);
  void set(const book::Captioned&, const book::Block&, const style::Element&, const Place&);
  void set(const book::DefinitionList&, const book::Block&, const style::Element&, const Place&);
  void set(const book::Group&, const book::Block&, const style::Element&, const Place&);
  void set(const book::Embed&, const book::Block&, const style::Element&, const Place&) {}  // gone after resolve

  struct Code {
    std::string_view text;
    std::span<const book::Token> tokens;
  };
  void set_code(const Code& code, const book::Block& block, const style::Element& element, const Place& place);
  struct Marker { std::size_t number = 0, strip = 0; StructureId label; };
  // Where a marker so wide begins: before the text, a gap away; at its right where the language is read from the right.
  float marker_start(const Place& place, float width, float gap) const;
  void add_marker(const book::List& list, const Marker& which, const style::Element& element, const Place& place);
  lines::TextStyle text_style(const style::Computed& style, std::string_view language) const;
  std::uint32_t style_index(lines::Paragraph& paragraph, const style::Computed& style, std::string_view language);
  static std::uint32_t style_index(lines::Paragraph& paragraph, lines::TextStyle style);
  // The element whose rules for `made`, its first letter or line, are this one's, which may be its parent; null if there are none.
  const style::Element* owner_of(std::string_view made, const style::Element& element) const;
  style::Computed first_line_style(const Collected& of, const style::Element& element) const;
  void number_page_references(Collected& into, const book::Link& link, const style::Element& element,
                              const style::Computed& style, const Place& place, StructureId structure);

  Workshop& workshop_;
  Section& section_;
  const book::Chapter* chapter_ = nullptr;       // whose notes are called
  book::BlockId opening_;                        // its first paragraph, if it begins with prose
  std::size_t first_note_ = 0;                   // of the chapter, into Section::notes
  // What it takes to set a paragraph of Section::elastic again.
  struct SetParagraph {
    Collected collected;
    float left = 0, measure = 0;
    ParagraphFacts facts;
    std::vector<book::AnchorId> anchors;  // that were waiting for its first strip
    std::vector<std::uint32_t> strings;
  };
  // Lines, set to some measure, to strips.
  void add_strips(const std::vector<lines::Line>& set, const Collected& collected, float left, const ParagraphFacts& facts);
  void add_notes_called_in_notes(Strip& strip) const;
  // What string-set says, where it needs the words of the block, or where it does not.
  void keep_strings(const style::Computed& style, const style::Element& element, std::string_view language, const std::string* own);
  // In the text itself, with nothing beside it that runs along.
  bool stands_free() const { return bands_.empty() && !in_note_; }

  std::vector<SetParagraph> elastic_;
  std::vector<Band> bands_;
  Pending pending_;
  bool in_note_ = false;
  Counters counters_;
  int quotes_ = 0;                               // open ones, of `open-quote`
  struct Waiting {
    const style::Element* element = nullptr;
    const style::Computed* style = nullptr;
  };
  const style::Element* first_letter_of_ = nullptr;  // whose is yet to come
  struct FirstLine { const style::Element *paragraph = nullptr, *owner = nullptr; };
  FirstLine first_line_;                             // of the paragraph that is collected; null if no rule is of it
  struct ItemEnd {
    book::BlockId block;
    Waiting item;
  };
  ItemEnd ends_item_;                            // the paragraph that an item ends with, and so with its `::after`
  Waiting waiting_;                              // an item whose `::before` its first paragraph begins with
  std::vector<TagFacts> tags_;
  std::vector<LinkFacts> links_;
  std::vector<MarkFacts> marks_;
  std::size_t next_before_ = 0;                  // into Section::before: where the next reference's is looked for
  std::vector<book::AnchorId> referred_;         // targets whose page this paragraph has said already
};

}  // namespace octavo::pages
