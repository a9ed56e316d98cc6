// Key players and index: who and what, and the sections that mention them.
#include <set>
#include <utility>

#include "epub/content.h"
#include "epub/parts.h"

namespace octavo::epub {
namespace {

// The text of every heading that something may be listed under.
std::vector<std::string> section_titles(const book::Book& book) {
  std::vector<std::string> titles(book.anchors.size());
  for (const book::Chapter& chapter : book.chapters) {
    if (chapter.anchor) titles[chapter.anchor.index()] = book::plain_text(chapter.title);
    book::each_block(chapter.blocks, [&](const book::Block& block) {
      if (const auto* heading = get_if<book::Heading>(&block.value); heading && heading->anchor)
        titles[heading->anchor.index()] = book::plain_text(heading->content);
      return true;
    });
  }
  return titles;
}

class BackMatter {
 public:
  BackMatter(const Publication& publication, std::string_view file)
      : publication_(publication),
        book_(publication.book()),
        file_(file),
        content_(publication, xml_, file_, nullptr),
        titles_(section_titles(book_)) {}

  void open(std::string_view type, std::string_view role, std::string_view title, book::AnchorId anchor) {
    begin(xml_, book_.metadata, title);
    xml_.open("section");
    xml_.attribute("class", file_ == name::players ? "players" : "index");
    xml_.attribute("epub:type", type);
    xml_.attribute("role", role);
    xml_.attribute("aria-labelledby", name::title_id);
    xml_.line();
    content_.page_mark(anchor);
    xml_.open("h1");
    xml_.attribute("id", name::title_id);
    xml_.text(title);
    xml_.close();
    xml_.line();
  }
  std::string close() {
    xml_.close();
    return finish(xml_);
  }

  // Each section once, in reading order, with a link to the first mention in it. Where there is a printed edition the link says its page,
  // and the section is its title; two sections on one page are one place.
  void write_places(const std::vector<book::Mention>& mentions) {
    std::set<book::AnchorId> named;
    std::set<std::string> labels;
    bool has_place = false;
    for (const book::Mention& mention : mentions) {
      if (!named.insert(section_of(mention)).second) continue;
      std::string label(publication_.page_label(mention.occurrence));
      if (!label.empty() && mention.in_note) label += 'n';
      if (!label.empty() && !labels.insert(label).second) continue;
      if (std::exchange(has_place, true)) xml_.text(label.empty() ? "; " : ", ");
      content_.open_link(mention.occurrence, mention.is_main ? "main-place" : "");
      if (!label.empty()) xml_.attribute("title", section_name(mention));
      xml_.text(label.empty() ? section_name(mention) : label);
      xml_.close();
    }
  }

  // The chapter's own anchor before its first section.
  book::AnchorId section_of(const book::Mention& mention) const {
    return mention.section ? mention.section : book_.chapters[mention.chapter.index()].anchor;
  }

  // A book of one chapter names its sections; otherwise the chapter is named, and its section where the place is in one.
  std::string section_name(const book::Mention& mention) const {
    const book::AnchorId chapter = book_.chapters[mention.chapter.index()].anchor, section = section_of(mention);
    std::string words = book_.chapters.size() > 1 || section == chapter ? titles_[chapter.index()] : "";
    if (section != chapter) words += (words.empty() ? "" : ": ") + titles_[section.index()];
    return words;
  }

  void write_player(const book::Player& player) {
    xml_.open("section");
    xml_.attribute("class", "player");
    xml_.attribute("id", book_.anchors[player.anchor.index()].id);
    xml_.line();
    content_.page_mark(player.anchor);
    xml_.open("h2");
    if (player.chapter) content_.open_link(book_.chapters[player.chapter.index()].anchor, "");
    content_.write(player.name);
    if (player.chapter) xml_.close();
    xml_.close();
    xml_.line();
    for (const book::Description& description : player.descriptions) {
      xml_.open("p");
      content_.begin_text(description.id);
      if (book_.chapters.size() > 1) {
        // Which chapter says so.
        const book::Chapter& origin = book_.chapters[description.chapter.index()];
        content_.open_link(description.at ? description.at : origin.anchor, "origin");
        xml_.text(book::plain_text(origin.title));
        xml_.close();
        xml_.text(": ");
      }
      content_.write(description.content);
      content_.end_text();
      xml_.close();
      xml_.line();
    }
    if (!player.mentions.empty()) {
      xml_.open("p");
      xml_.attribute("class", "places");
      write_places(player.mentions);
      xml_.close();
      xml_.line();
    }
    xml_.close();
    xml_.line();
  }

  void write_entry(const book::IndexEntry& entry) {
    xml_.open("li");
    xml_.attribute("id", book_.anchors[entry.anchor.index()].id);
    content_.page_mark(entry.anchor);
    const book::AnchorId target = entry.player ? book_.players[entry.player.index()].anchor : entry.target;
    if (target) content_.open_link(target, "term");
    else {
      xml_.open("span");
      xml_.attribute("class", "term");
    }
    xml_.text(entry.term);
    xml_.close();
    if (!entry.mentions.empty()) {
      xml_.text(" ");
      xml_.open("span");
      xml_.attribute("class", "places");
      write_places(entry.mentions);
      xml_.close();
    }
    xml_.close();
    xml_.line();
  }

  base::XmlWriter& xml() { return xml_; }
  const book::Book& book() const { return book_; }

 private:
  const Publication& publication_;
  const book::Book& book_;
  std::string file_;
  base::XmlWriter xml_;
  Content content_;
  std::vector<std::string> titles_;
};

}  // namespace

std::string players_page(const Publication& publication) {
  BackMatter page(publication, name::players);
  page.open("appendix", "doc-appendix", book::terms(publication.book().metadata.language).key_players,
            publication.book().players_anchor);
  for (const book::Player& player : page.book().players) page.write_player(player);
  return page.close();
}

std::string index_page(const Publication& publication) {
  BackMatter page(publication, name::index);
  page.open("index", "doc-index", book::terms(publication.book().metadata.language).index, publication.book().index_anchor);
  std::string initial;
  bool is_open = false;
  for (const book::IndexEntry& entry : page.book().index) {
    if (!is_open || entry.initial != initial) {
      if (is_open) page.xml().close();
      initial = entry.initial;
      page.xml().open("h2");
      page.xml().attribute("class", "initial");
      page.xml().text(initial);
      page.xml().close();
      page.xml().line();
      page.xml().open("ul");
      page.xml().attribute("class", "entries");
      page.xml().line();
      is_open = true;
    }
    page.write_entry(entry);
  }
  if (is_open) page.xml().close();
  return page.close();
}

}  // namespace octavo::epub
