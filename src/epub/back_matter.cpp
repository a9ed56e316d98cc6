// Key players and index: who and what, and the sections that mention them.
#include <memory>
#include <set>
#include <span>
#include <unordered_map>
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

// By the place of a link in a note: where the note is called first.
std::unordered_map<book::AnchorId, book::AnchorId> calls_of_links_in_notes(const book::Book& book) {
  std::unordered_map<book::AnchorId, book::AnchorId> calls;
  for (const book::Chapter& chapter : book.chapters) {
    for (const book::Note& note : chapter.notes) {
      if (note.calls.empty()) continue;
      const auto in_run = [&](const book::Inlines& run) {
        book::each_inline(run, [&](const book::Inline& item) {
          if (const auto* link = get_if<book::Link>(&item.value)) calls.emplace(link->occurrence, note.calls.front());
          return true;
        });
      };
      book::each_block(note.blocks, [&](const book::Block& block) {
        book::each_run(block, in_run);
        return true;
      });
    }
  }
  return calls;
}

// One of the two, in as many files as it is cut into.
class BackMatter {
 public:
  struct Kind {
    std::string_view file, type, role, class_name, title;
    book::AnchorId anchor;
    std::span<const std::size_t> cuts;
  };
  BackMatter(const Publication& publication, const Kind& kind)
      : publication_(publication), book_(publication.book()), terms_(book::terms(book_.metadata.language)), kind_(kind), titles_(section_titles(book_)), calls_(calls_of_links_in_notes(book_)) {
    open();
  }

  // Each section once, in reading order, with a link to the first mention in it. Where there is a printed edition the link says its page,
  // and the section is its title; two sections on one page are one place, but for those of two chapters.
  void write_places(const std::vector<book::Mention>& mentions) {
    std::set<book::AnchorId> named;
    std::set<std::pair<book::ChapterId, std::string>> labels;
    bool has_place = false;
    for (const book::Mention& mention : mentions) {
      if (!named.insert(section_of(mention)).second) continue;
      std::string label(publication_.page_label(mention.occurrence));
      if (!label.empty() && mention.in_note) label += 'n';
      if (!label.empty() && !labels.insert({mention.chapter, label}).second) continue;
      if (std::exchange(has_place, true)) xml_->text(label.empty() ? "; " : ", ");
      content_->open_link(shown_place(mention), mention.is_main ? "main-place" : "");
      if (kind_.type == "index") xml_->attribute("epub:type", "index-locator");
      if (!label.empty()) xml_->attribute("title", section_name(mention));
      xml_->text(label.empty() ? section_name(mention) : label);
      xml_->close();
    }
  }

  void write_player(const book::Player& player) {
    begin_unit(Unit::other);
    xml_->open("section");
    xml_->attribute("class", "player");
    xml_->line();
    content_->page_mark(player.anchor);
    xml_->open("h2");
    content_->place(player.anchor);
    content_->write_places();
    if (player.chapter) content_->open_link(book_.chapters[player.chapter.index()].anchor, "");
    content_->write(player.name);
    if (player.chapter) xml_->close();
    xml_->close();
    xml_->line();
    for (const book::Description& description : player.descriptions) {
      xml_->open("p");
      content_->begin_text(description.id);
      if (book_.chapters.size() > 1) {
        // Which chapter says so.
        const book::Chapter& origin = book_.chapters[description.chapter.index()];
        content_->open_link(description.at ? description.at : origin.anchor, "origin");
        xml_->text(book::plain_text(origin.title));
        xml_->close();
        xml_->text(": ");
      }
      content_->write(description.content);
      content_->end_text();
      xml_->close();
      xml_->line();
    }
    if (!player.mentions.empty()) {
      xml_->open("p");
      xml_->attribute("class", "places");
      write_places(player.mentions);
      write_related(book::related(book_, player), terms_.see_also, "; ");
      xml_->close();
      xml_->line();
    }
    xml_->close();
    xml_->line();
    end_unit();
  }

  void write_entry(const book::IndexEntry& entry) {
    const bool is_first = initial_ != entry.initial;
    begin_unit(is_first ? 1 : Unit::other);
    if (is_first || !is_list_open_) {
      close_list();
      initial_ = entry.initial;
      xml_->open("h2");
      xml_->attribute("class", "initial");
      xml_->text(initial_);
      xml_->close();
      xml_->line();
      xml_->open("ul");
      xml_->attribute("class", "entries");
      xml_->attribute("epub:type", "index-entry-list");
      xml_->line();
      is_list_open_ = true;
    }
    xml_->open("li");
    xml_->attribute("epub:type", "index-entry");
    content_->place(entry.anchor);
    content_->write_places();
    content_->page_mark(entry.anchor);
    const book::AnchorId target = entry.player ? book_.players[entry.player.index()].anchor : entry.target;
    if (target) content_->open_link(target, "term");
    else {
      xml_->open("span");
      xml_->attribute("class", "term");
    }
    xml_->attribute("epub:type", "index-term");
    xml_->text(entry.term);
    xml_->close();
    if (!entry.mentions.empty()) {
      xml_->text(" ");
      xml_->open("span");
      xml_->attribute("class", "places");
      xml_->attribute("epub:type", "index-locator-list");
      write_places(entry.mentions);
      xml_->close();
    }
    const bool is_name = entry.mentions.empty();
    write_related(book::related(book_, entry), is_name ? terms_.see : terms_.see_also, is_name ? ", " : "; ", is_name ? "index-xref-preferred" : "index-xref-related");
    xml_->close();
    xml_->line();
    end_unit();
  }

  std::vector<Page> take() {
    close();
    return std::move(pages_);
  }

 private:
  void open() {
    file_ = Publication::further_file(kind_.file, pages_.size());
    xml_ = std::make_unique<base::XmlWriter>();
    content_ = std::make_unique<Content>(publication_, *xml_, file_, nullptr);
    begin(*xml_, publication_, kind_.title);
    xml_->open("section");
    xml_->attribute("class", kind_.class_name);
    xml_->attribute("epub:type", kind_.type);
    xml_->attribute("role", kind_.role);
    if (!pages_.empty()) {  // it goes on
      xml_->attribute("aria-label", kind_.title);
      xml_->line();
      return;
    }
    xml_->attribute("aria-labelledby", name::title_id);
    xml_->line();
    content_->page_mark(kind_.anchor);
    xml_->open("h1");
    xml_->attribute("id", name::title_id);
    xml_->text(kind_.title);
    xml_->close();
    xml_->line();
  }
  void close_list() {
    if (std::exchange(is_list_open_, false)) xml_->close();
  }
  void close() {
    close_list();
    xml_->close();
    pages_.push_back({file_, finish(*xml_), std::exchange(units_, {})});
  }
  void begin_unit(int rank) {
    if (pages_.size() < kind_.cuts.size() && written_ == kind_.cuts[pages_.size()]) {
      close();
      open();
    }
    unit_ = {xml_->size(), 0, rank};
  }
  void end_unit() {
    units_.push_back({xml_->size() - unit_.bytes, 0, unit_.rank});
    ++written_;
  }

  // Some readers show a note in a window only: its call is the place to go to.
  book::AnchorId shown_place(const book::Mention& mention) const {
    const auto call = calls_.find(mention.occurrence);
    return call == calls_.end() ? mention.occurrence : call->second;
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

  // Other entries to see.
  void write_related(const std::vector<book::Reference>& related, std::string_view words, std::string_view separator, std::string_view type = "") {
    if (related.empty()) return;
    xml_->text(separator);
    xml_->open("em");
    xml_->attribute("class", "see");
    xml_->text(words);
    xml_->close();
    separator = " ";
    for (const book::Reference& one : related) {
      xml_->text(std::exchange(separator, "; "));
      content_->open_link(one.entry, "");
      if (!type.empty()) xml_->attribute("epub:type", type);
      xml_->text(one.name);
      xml_->close();
    }
  }

  const Publication& publication_;
  const book::Book& book_;
  const book::Terms& terms_;
  Kind kind_;
  std::vector<std::string> titles_;
  std::unordered_map<book::AnchorId, book::AnchorId> calls_;
  std::vector<Page> pages_;  // that are finished
  std::string file_;
  std::unique_ptr<base::XmlWriter> xml_;
  std::unique_ptr<Content> content_;
  std::vector<Unit> units_;
  Unit unit_;                // that is being written, with the bytes before it
  std::size_t written_ = 0;  // units in all files
  std::string initial_;
  bool is_list_open_ = false;
};

}  // namespace

std::vector<Page> players_pages(const Publication& publication) {
  const book::Book& book = publication.book();
  BackMatter matter(publication, {name::players, "appendix", "doc-appendix", "players", book::terms(book.metadata.language).key_players,
                                  book.players_anchor, publication.cuts().players});
  for (const book::Player& player : book.players) matter.write_player(player);
  return matter.take();
}

std::vector<Page> index_pages(const Publication& publication) {
  const book::Book& book = publication.book();
  BackMatter matter(publication, {name::index, "index", "doc-index", "index", book::terms(book.metadata.language).index, book.index_anchor,
                                  publication.cuts().index});
  for (const book::IndexEntry& entry : book.index) matter.write_entry(entry);
  return matter.take();
}

}  // namespace octavo::epub
