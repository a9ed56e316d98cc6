#include "pages/sections.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace octavo::pages {
namespace {

std::string_view class_of(SectionKind kind) {
  switch (kind) {
    case SectionKind::half_title: return "half-title";
    case SectionKind::title: return "title-page";
    case SectionKind::imprint: return "imprint";
    case SectionKind::contents:
    case SectionKind::figures:
    case SectionKind::tables: return "contents";
    case SectionKind::part: return "part";
    case SectionKind::chapter: return "chapter";
    case SectionKind::players: return "players";
    case SectionKind::index: return "index";
    case SectionKind::handout: return "handout";
  }
  return {};
}

// A section as the style sheet sees it.
struct Elements {
  Elements(const SectionPlan& section, const Body& body) : before{"section", {}, {}, &body.element}, element{"section", {}, {}, &body.element} {
    element.classes = {class_of(section.kind)};
    if (section.begins_numbering) element.classes.push_back("first");
    if (section.is_divided) element.classes.push_back("divided");
    if (!section.follows) return;
    before.classes = {class_of(*section.follows)};
    element.previous = &before;
  }
  Elements(const Elements&) = delete;

  style::Element before, element;
};

// Whether chapters, those nested in them included, have sections under headings of their own.
bool is_divided(const book::Book& book, const Section& section) {
  for (std::size_t index = section.chapter.index(); index < section.chapter.index() + section.chapters; ++index) {
    const book::Chapter& chapter = book.chapters[index];
    if (chapter.level == 2) return true;
    for (const book::Block& block : chapter.blocks)
      if (const auto* heading = get_if<book::Heading>(&block.value); heading && heading->level == 2) return true;
  }
  return false;
}

Section plan(SectionKind kind) {
  Section section;
  section.kind = kind;
  const bool is_bare = kind == SectionKind::half_title || kind == SectionKind::title || kind == SectionKind::imprint;
  section.roman = is_bare || is_list(kind);
  return section;
}

PageMeasure page_measure(const Workshop& workshop, const std::string& page_name) {
  constexpr float most = std::numeric_limits<float>::max();
  PageMeasure measure{most, most, workshop.grid, workshop.grid, most};
  for (const bool first : {false, true}) {
    float& height = first ? measure.first_height : measure.height;
    for (const style::Side side : {style::Side::left, style::Side::right}) {
      const style::PageStyle page = workshop.sheet.page(page_name, side, first);
      height = std::min(height, page.height - page.margin.top - page.margin.bottom);
      measure.width = std::min(measure.width, page.width - page.margin.left - page.margin.right);
    }
    height = std::max(std::floor(height / workshop.grid + 0.001f), 1.0f) * workshop.grid;
  }
  return measure;
}

// How many chapters belong to the front matter: prefaces before the first part that has a title and the first chapter proper. Where nothing
// follows them they are the book.
std::size_t leading_prefaces(const book::Book& book) {
  std::size_t end = book.chapters.size();
  for (const book::Part& part : book.parts)
    if (part.anchor) end = std::min(end, part.first_chapter);
  std::size_t count = 0;
  while (count < end && book.chapters[count].kind == book::ChapterKind::preface) ++count;
  return count < book.chapters.size() ? count : 0;
}

}  // namespace

bool is_hidden(SectionKind kind, const Workshop& workshop) {
  if (!workshop.sheet.may_hide() || kind == SectionKind::chapter || kind == SectionKind::part) return false;
  const Body body(workshop);
  const Elements elements({.kind = kind}, body);
  return workshop.sheet.style(elements.element, body.style).display == style::Display::none;
}

std::vector<Section> planned(const Workshop& workshop) {
  const book::Book& book = workshop.book;
  std::vector<Section> sections;
  const book::Terms& terms = book::terms(book.metadata.language);
  const auto add = [&](SectionKind kind, std::string_view title = {}) {
    sections.push_back(plan(kind));
    sections.back().title = title;
  };
  if (book.form == book::Form::handout) {
    add(SectionKind::handout, book.metadata.title);
    sections.back().begins_numbering = true;
    return sections;
  }
  const bool is_short = book.chapters.size() < 2;
  if (!is_short) add(SectionKind::half_title);
  add(SectionKind::title);
  add(SectionKind::imprint);
  if (book.contents_anchor && book.contents.size() > 1) add(SectionKind::contents, terms.contents);
  if (book.figures_anchor) add(SectionKind::figures, terms.figures);
  if (book.tables_anchor) add(SectionKind::tables, terms.tables);
  const std::size_t prefaces = leading_prefaces(book);
  std::size_t part = 0;
  bool is_in_part = false;
  for (std::size_t index = 0; index < book.chapters.size(); ++index) {
    for (; part < book.parts.size() && book.parts[part].first_chapter <= index; ++part) {
      is_in_part = static_cast<bool>(book.parts[part].anchor);
      if (!is_in_part) continue;  // a run of chapters without a title
      add(SectionKind::part, book::plain_text(book.parts[part].title));
      sections.back().part = part;
    }
    if (book.chapters[index].level > 1 && sections.back().kind == SectionKind::chapter) {
      ++sections.back().chapters;
      continue;
    }
    add(SectionKind::chapter, book::plain_text(book.chapters[index].title));
    sections.back().chapter = book::ChapterId(index);
    sections.back().roman = index < prefaces;
    sections.back().is_in_part = is_in_part;
  }
  if (book.players_anchor) add(SectionKind::players, terms.key_players);
  if (book.index_anchor) add(SectionKind::index, terms.index);
  for (std::size_t index = 1; index < sections.size(); ++index) sections[index].follows = sections[index - 1].kind;
  std::erase_if(sections, [&](const Section& section) { return is_hidden(section.kind, workshop); });
  for (Section& section : sections) section.is_divided = section.kind == SectionKind::chapter && is_divided(book, section);
  const auto first = std::find_if(sections.begin(), sections.end(), [](const Section& section) { return !section.roman; });
  if (first != sections.end()) first->begins_numbering = true;
  return sections;
}

void set_line(Composer& composer, const std::string& text, const style::Element& element, const Place& place,
              const ParagraphFacts& facts) {
  if (!text.empty()) composer.set_paragraph({book::Inline{book::Text{text}, {}}}, element, place, facts);
}

std::vector<PageCut> set_section(Workshop& workshop, Section& section) {
  const Body body(workshop);
  const style::Computed& body_style = body.style;
  Elements elements(section, body);
  style::Element& element = elements.element;
  if (section.kind == SectionKind::chapter) element.language = workshop.book.chapters[section.chapter.index()].language;

  std::vector<PageReference> references = std::move(section.references);
  section = Section{SectionPlan(section)};  // forgets the round before
  section.before = std::move(references);
  const style::Computed style = workshop.sheet.style(element, body_style);
  section.page_name = style.page;
  section.opening = style.break_before == style::Break::recto ? Opening::recto : Opening::page;
  workshop.grid = body_style.line_height;
  section.page = page_measure(workshop, section.page_name);
  section.page.is_ragged = style.is_ragged;
  section.measure = section.page.width;
  workshop.page_height = std::min(section.page.height, section.page.first_height);

  Composer composer(workshop, section);
  const StructureId root = composer.structure(section.kind == SectionKind::part ? Role::part : Role::section, StructureId{});
  const Place outside{nullptr, &body_style, 0, 0, root, workshop.book.metadata.language};
  Composer::Frame frame = composer.enter(element, outside, root);
  const Place place = frame.place();
  composer.set_made(Composer::Made::before, element, place);
  switch (section.kind) {
    case SectionKind::half_title: set_half_title(composer, place); break;
    case SectionKind::title: set_title_page(composer, place); break;
    case SectionKind::imprint: set_imprint(composer, place); break;
    case SectionKind::contents: set_contents(composer, place); break;
    case SectionKind::figures: set_captions(composer, place, workshop.book.figures, workshop.book.figures_anchor); break;
    case SectionKind::tables: set_captions(composer, place, workshop.book.tables, workshop.book.tables_anchor); break;
    case SectionKind::part: set_part(composer, place); break;
    case SectionKind::chapter: set_chapter(composer, place); break;
    case SectionKind::players: set_players(composer, place); break;
    case SectionKind::index: set_index(composer, place); break;
    case SectionKind::handout: set_handout(composer, place); break;
  }
  composer.set_made(Composer::Made::after, element, place);
  composer.leave(frame);
  workshop.counters = composer.counters();
  std::vector<PageCut> cuts =
      break_pages(section, section.page, [&](std::size_t elastic, int by) { return composer.set_again(elastic, by); });
  return cuts;
}

namespace {

void set_opening(Composer& composer, const book::Chapter& chapter, const style::Element& number, const style::Element& title, const Place& place) {
  set_line(composer, chapter.number, number, place);
  composer.set_paragraph(chapter.title, title, place, {.role = Role::heading, .level = 1});
}

// The paragraph a chapter begins with, below its standfirst; none where it begins otherwise.
book::BlockId first_paragraph(const book::Chapter& chapter) {
  for (const book::Block& block : chapter.blocks) {
    const auto* paragraph = get_if<book::Paragraph>(&block.value);
    if (!paragraph) break;
    if (paragraph->role == book::ParagraphRole::body) return block.id;
    if (paragraph->role != book::ParagraphRole::standfirst) break;
  }
  return {};
}

// A chapter nested in another is one of its sections, on paper.
void set_nested_title(Composer& composer, const book::Chapter& chapter, const style::Element& title, const Place& place) {
  const book::Heading heading{.level = chapter.level, .content = chapter.title, .number = chapter.number};
  composer.set_heading(heading, {}, title, place);
}

}  // namespace

void set_chapter(Composer& composer, const Place& place) {
  const std::size_t first = composer.section().chapter.index();
  const style::Element before{"p", {}, {}, place.element, nullptr, false};
  std::string first_language = place.language;
  for (std::size_t index = first; index < first + composer.section().chapters; ++index) {
    const book::Chapter& chapter = composer.book().chapters[index];
    composer.begin_chapter(chapter);
    Place inside = place;
    if (index > first) inside.structure = composer.structure(Role::section, place.structure);
    // The language of the first is that of the section.
    const std::string& around = index == first ? place.language : first_language;
    inside.language = chapter.language.empty() ? place.language : chapter.language;
    if (inside.language != around) composer.section().structure[inside.structure.index()].language = inside.language;
    const style::Element number{"p", {"chapter-number"}, {}, place.element, nullptr, false};
    const style::Element* above = index > first ? &before : chapter.number.empty() ? nullptr : &number;
    const style::Element title{index > first ? book::heading_name(chapter.level) : "h1", {}, {}, place.element, above, false};
    if (index == first) {
      first_language = inside.language;
      set_opening(composer, chapter, number, title, inside);
      composer.open_with(first_paragraph(chapter));
    } else {
      set_nested_title(composer, chapter, title, inside);
    }
    composer.set_blocks(chapter.blocks, inside, &title);
    composer.set_notes(inside);
  }
}

void set_part(Composer& composer, const Place& place) {
  const book::Part& part = composer.book().parts[composer.section().part];
  composer.anchor_next(part.anchor);
  const style::Element title{"h1", {}, {}, place.element, nullptr, false};
  composer.set_paragraph(book::without_links(part.title), title, place, {.role = Role::heading, .level = 1});
}

}  // namespace octavo::pages
