// Counts what a typesetter looks for on the pages of a book, from what stands on them and not from what the page breaker meant: widows,
// orphans, stranded headings, pages short of their foot, lines off the grid, notes and figures away from their calls.
//
// Usage: page_counts PATH [a5] [--list]
// Prints a name and a number a line; with --list also each place as "name page: words".
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "command/pipeline.h"
#include "command/progress.h"
#include "command/sheets.h"
#include "highlight/highlight.h"
#include "pages/pages.h"
#include "resolve/resolve.h"

namespace {

using namespace octavo;

struct Line {
  std::size_t page = 0;
  float y = 0;     // of the baseline, from the top of the sheet
  float size = 0;  // of the type
  std::string words;
};

class Counts {
 public:
  Counts(const pages::Printed& printed, const style::Cascade& sheet, float grid, bool lists)
      : pages_(printed.pages), sheet_(sheet), grid_(grid), lists_(lists) {}

  void count(const book::Book& book) {
    gather();
    for (const auto& [node, lines] : paragraphs_) look_at(pages_.structure[node].role, lines);
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) look_at_page(page);
    look_at_notes(book);
    look_at_figures();
    look_at_titles();
    look_at_parts(pages::Role::note, "divided notes");
    look_at_parts(pages::Role::row, "divided rows");
    for (const char* name : {"stranded headings", "notes away from their calls", "widows", "orphans", "short pages", "lines off the grid", "titles sunk otherwise", "figures on the next page",
                             "figures further away", "divided notes", "divided rows"})
      std::cout << name << '\t' << counts_[name] << '\n';
    for (const auto& [name, number] : counts_)
      if (name.starts_with('(')) std::cout << name << '\t' << number << '\n';
  }

 private:
  void found(const std::string& name, std::size_t page, const std::string& words) {
    ++counts_[name];
    if (lists_) std::cout << "# " << name << ' ' << page + 1 << ": " << words.substr(0, 60) << '\n';
  }

  // The paragraph, heading, code or caption a thing on the page belongs to, and the section.
  struct Owner {
    std::optional<std::size_t> block, section;
    bool in_note = false, in_table = false;
  };
  Owner owner(pages::StructureId id) const {
    Owner owner;
    using pages::Role;
    for (; id; id = pages_.structure[id.index()].parent) {
      switch (pages_.structure[id.index()].role) {
        case Role::paragraph:
        case Role::heading:
        case Role::title:
        case Role::code:
        case Role::caption:
          if (!owner.block) owner.block = id.index();
          break;
        case Role::note: owner.in_note = true; break;
        case Role::table: owner.in_table = true; break;
        case Role::section: owner.section = id.index(); break;
        case Role::part:  // its own page; its chapters are sections
          if (!owner.section) owner.section = id.index();
          break;
        default: break;
      }
    }
    return owner;
  }

  void gather() {
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
      body_.emplace_back();
      Body& body = body_.back();
      std::map<std::size_t, std::vector<Line>> here;
      for (const pages::Item& item : pages_.pages[page].items) {
        if (const auto* picture = std::get_if<pages::Picture>(&item)) {
          body.bottom = std::max(body.bottom, picture->area.bottom());
          const Owner of = owner(picture->structure);
          if (of.section) body.section = body.section.value_or(*of.section);
          continue;
        }
        const auto* run = std::get_if<pages::GlyphRun>(&item);
        if (!run || !run->structure) continue;
        const Owner of = owner(run->structure);
        if (of.section) body.section = body.section.value_or(*of.section);
        if (of.in_note) {
          body.notes_top = std::min(body.notes_top, run->origin.y - run->size);
          continue;
        }
        body.has_text = true;
        body.bottom = std::max(body.bottom, run->origin.y + descent_ * grid_);
        if (!of.block || of.in_table) continue;
        auto& lines = here[*of.block];
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return std::abs(line.y - run->origin.y) < 0.45f * grid_; });
        if (same == lines.end()) {
          lines.push_back({page, run->origin.y, run->size, std::string(run->text)});
        } else {
          if (run->size > same->size) {
            same->size = run->size;
            same->y = run->origin.y;
          }
          same->words += run->text;
        }
      }
      for (auto& [node, lines] : here) {
        std::ranges::sort(lines, {}, &Line::y);
        auto& all = paragraphs_[node];
        all.insert(all.end(), lines.begin(), lines.end());
      }
    }
  }

  void look_at(pages::Role role, const std::vector<Line>& lines) {
    if (role != pages::Role::paragraph && role != pages::Role::code) return;
    const auto on = [&](std::size_t page) { return std::ranges::count(lines, page, &Line::page); };
    const std::size_t first = lines.front().page, last = lines.back().page;
    const std::string kind = role == pages::Role::code ? " of code" : "";
    if (first != last && on(first) == 1) found("orphans" + kind, first, lines.front().words);
    if (first != last && on(last) == 1) found("widows" + kind, last, lines.back().words);
    counts_[role == pages::Role::code ? "(lines of code)" : "(lines of text)"] += lines.size();
    if (role != pages::Role::paragraph) return;
    for (const Line& line : lines) {
      const float from_top = (line.y - sheet_.page("", style::Side::right, false).margin.top) / grid_;
      if (std::abs(line.size - body_size) > 0.05f) continue;
      const float off = from_top - first_baseline_ - std::round(2 * (from_top - first_baseline_)) / 2;
      if (std::abs(off) > 0.02f) found("lines off the grid", line.page, line.words);
      else if (const float half = from_top - first_baseline_; std::abs(half - std::round(half)) > 0.02f) ++counts_["(lines between those of the grid)"];
    }
  }

  void look_at_page(std::size_t page) {
    // Headings: two lines under each.
    for (const auto& [node, lines] : paragraphs_) {
      if (pages_.structure[node].role != pages::Role::heading || lines.back().page != page) continue;
      std::set<long> under;
      bool has_picture = false;
      for (const pages::Item& item : pages_.pages[page].items) {
        if (const auto* picture = std::get_if<pages::Picture>(&item)) has_picture = has_picture || picture->area.y > lines.back().y;
        const auto* run = std::get_if<pages::GlyphRun>(&item);
        if (!run || !run->structure || run->origin.y < lines.back().y + 2) continue;
        const Owner of = owner(run->structure);
        if (of.in_note || (of.block && pages_.structure[*of.block].role == pages::Role::heading)) continue;
        under.insert(std::lround(run->origin.y / 4));
      }
      const bool is_all = page + 1 == pages_.pages.size() || body_[page + 1].section != body_[page].section;
      if (under.size() < 2 && !has_picture && !is_all) found("stranded headings", page, lines.front().words);
    }
    if (body_[page].section && text_goes_on(page)) {
      ++counts_["(pages that should be full)"];
      const style::PageStyle sheet = sheet_.page("", page % 2 == 0 ? style::Side::right : style::Side::left, false);
      const float lines = std::floor((sheet.height - sheet.margin.top - sheet.margin.bottom) / grid_ + 0.01f);
      const float foot = std::min(sheet.margin.top + lines * grid_, body_[page].notes_top - grid_);
      const int missing = static_cast<int>(std::floor((foot - body_[page].bottom + 0.05f) / grid_));
      if (missing >= 1) found("short pages", page, std::to_string(missing) + " lines");
    }
  }

  void look_at_notes(const book::Book& book) {
    std::set<std::size_t> seen;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page)
      for (const pages::LinkArea& link : pages_.pages[page].links) {
        const auto* target = std::get_if<book::AnchorId>(&link.target);
        if (!target || book.anchors[target->index()].kind != book::AnchorKind::note || !seen.insert(target->index()).second) continue;
        const auto& at = pages_.destinations[target->index()];
        if (!at || at->page != page) found("notes away from their calls", page, book.anchors[target->index()].id);
      }
  }

  // A figure and the text before it, in the order of the structure.
  void look_at_figures() {
    for (std::size_t page = 0; page < pages_.pages.size(); ++page)
      for (const pages::Item& item : pages_.pages[page].items) {
        const auto* picture = std::get_if<pages::Picture>(&item);
        if (!picture || !picture->structure) continue;
        ++counts_["(pictures)"];
        auto before = paragraphs_.lower_bound(picture->structure.index());
        if (before == paragraphs_.begin()) continue;
        const std::size_t call = std::prev(before)->second.back().page;
        if (owner(pages::StructureId(std::prev(before)->first)).section != owner(picture->structure).section) continue;
        if (page == call + 1) found("figures on the next page", page, "");
        if (page > call + 1) found("figures further away", page, "");
      }
  }

  // The titles of numbered chapters stand at the same height on all their pages.
  void look_at_titles() {
    std::map<long, std::vector<const Line*>> heights;  // tenths of a point
    for (const auto& [node, lines] : paragraphs_) {
      const Line& title = lines.front();
      const auto is_above = [&](const auto& other) { return other.second.front().page == title.page && other.second.front().y < title.y - 1; };
      if (pages_.structure[node].role != pages::Role::heading || pages_.structure[node].level != 1) continue;
      if (std::ranges::any_of(paragraphs_, is_above)) heights[std::lround(title.y * 10)].push_back(&title);
    }
    std::size_t most = 0;
    for (const auto& [height, titles] : heights) most = std::max(most, titles.size());
    for (const auto& [height, titles] : heights)
      if (titles.size() < most)
        for (const Line* title : titles) found("titles sunk otherwise", title->page, title->words);
  }

  // What stands on more than one page.
  void look_at_parts(pages::Role role, const std::string& name) {
    std::map<std::size_t, std::set<std::size_t>> pages_of;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page)
      for (const pages::Item& item : pages_.pages[page].items)
        if (const auto* run = std::get_if<pages::GlyphRun>(&item))
          for (pages::StructureId id = run->structure; id; id = pages_.structure[id.index()].parent)
            if (pages_.structure[id.index()].role == role) pages_of[id.index()].insert(page);
    for (const auto& [node, on] : pages_of)
      if (on.size() > 1) found(name, *on.begin(), "");
  }

  // Whether the text of the section goes on behind the page: more than figures that had to wait.
  bool text_goes_on(std::size_t page) const {
    for (std::size_t next = page + 1; next < body_.size() && body_[next].section == body_[page].section; ++next)
      if (body_[next].has_text) return true;
    return false;
  }

  static constexpr float body_size = 10.4f;
  struct Body {
    float bottom = 0, notes_top = 1e9f;
    std::optional<std::size_t> section;
    bool has_text = false;
  };
  const pages::Pages& pages_;
  const style::Cascade& sheet_;
  float grid_;
  bool lists_;
  float first_baseline_ = 0.7143f;  // of the first line of a page, in lines
  float descent_ = 0.28f;           // of a line under its baseline
  std::map<std::size_t, std::vector<Line>> paragraphs_;  // by node of the structure
  std::vector<Body> body_;
  std::map<std::string, std::size_t> counts_;
};

}  // namespace

int main(int count, char** arguments) {
  base::Disk disk;
  command::World world{disk, std::cout, std::cerr};
  diagnostics::Sink sink;
  command::Progress progress(world, command::Loudness::quiet);
  auto resolved = command::resolved(arguments[1], world, sink, progress);
  bool lists = false;
  for (int index = 2; index < count; ++index)
    if (std::string_view(arguments[index]) == "--list") lists = true;
    else if (std::string_view(arguments[index]) == "a5") resolved.settings.print.paper = base::paper("a5");
  const auto& settings = resolved.settings;
  const book::Book book = highlight::color(resolve::with_back_matter(std::move(resolved.book), resolved.notes, settings));
  const style::Cascade sheet = command::print_sheet(settings, world.files, sink);
  glyphs::Fonts fonts;
  glyphs::Hyphenation hyphenation;
  const pages::Printed printed = pages::lay_out(book, sheet, fonts, hyphenation, sink);
  const style::Element body{"body", {}, {}, nullptr, nullptr, false};
  Counts(printed, sheet, sheet.style(body, style::Computed{}).line_height, lists).count(book);
}
