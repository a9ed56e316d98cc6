#include "resolve/destination.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/paths.h"
#include "base/unicode.h"
#include "resolve/site.h"

namespace octavo::resolve {

using book::ToName;
using vault::Candidate;
using vault::FileIndex;
using vault::NoteIndex;
using Kind = Destination::Kind;

namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

bool has_drive(std::string_view path) { return path.size() >= 2 && is_letter(path[0]) && path[1] == ':'; }

std::size_t scheme_length(std::string_view address) {
  if (address.empty() || !is_letter(address.front())) return 0;
  const std::size_t end = std::find_if_not(address.begin(), address.end(),
                                           [](char byte) {
                                             return is_letter(byte) || (byte >= '0' && byte <= '9') ||
                                                    byte == '+' || byte == '.' || byte == '-';
                                           }) -
                          address.begin();
  if (end < 2 || end >= address.size() || address[end] != ':') return 0;
  // "Alexa: a Life.md" is a name with a colon in it.
  const char next = end + 1 < address.size() ? address[end + 1] : ' ';
  return next == ' ' || next == '%' ? 0 : end;
}

void note_down(Trail* trail, Way way, std::string_view what, bool has_found) {
  if (trail) trail->push_back({way, std::string(what), has_found});
}

}  // namespace

std::string bare_name(std::string_view name) {
  const std::string last = base::name_of(name);
  return config::is_note(last) ? base::stem_of(last) : last;
}

bool has_scheme(std::string_view address) { return scheme_length(address) > 0; }

bool leaves_folder(std::string_view path, std::string_view from) {
  if (path.starts_with('/') || path.starts_with('\\') || has_drive(path)) return true;
  if (path.find("..") == path.npos) return false;
  std::string whole = base::join(base::folder_of(from), path);
  std::replace(whole.begin(), whole.end(), '\\', '/');
  const std::string reached = base::normal(whole);
  return base::climbs(reached);
}

std::vector<book::ChapterId> chapters_of_notes(const book::Book& book, const vault::Vault& notes) {
  std::vector<book::ChapterId> chapters(notes.notes.size());
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    if (const NoteIndex note = notes.note_of(book.chapters[i].file))
      chapters[note.index()] = book::ChapterId(i);
  }
  return chapters;
}

std::vector<book::PlayerId> players_of_chapters(const book::Book& book) {
  std::vector<book::PlayerId> players(book.chapters.size());
  for (std::size_t i = 0; i < book.players.size(); ++i) {
    if (const book::ChapterId own = book.players[i].chapter) players[own.index()] = book::PlayerId(i);
  }
  return players;
}

Destination Finder::find(const ToName& target, std::string_view from, Trail* trail) const {
  if (target.note.empty())
    return {target.headings.empty() && target.block.empty() ? Kind::nothing : Kind::own_note, {}};
  if (target.form == book::LinkForm::markdown) return find_path(target, from, trail);
  // "[[/x]]" is a path from the folder of the notes.
  const bool leaves = !target.note.starts_with('/') && leaves_folder(target.note, from);
  auto candidates = notes_.find(target.note, from);
  note_down(trail, Way::name, target.note, !candidates.empty());
  const bool is_wiki = settings_ && settings_->wikilinks == config::WikilinkOrder::title_first;
  if (candidates.empty() && is_wiki) {  // the wikis of GitHub have a hyphen for each space of a name
    std::string name = target.note;
    std::replace(name.begin(), name.end(), ' ', '-');
    candidates = notes_.find(name, from);
    note_down(trail, Way::name, name, !candidates.empty());
  }
  if (candidates.empty()) return {leaves ? Kind::outside_folder : Kind::nothing, {}};
  return {Kind::found, std::move(candidates)};
}

// A path is taken from the note's own folder; what is not there may be a page of the published book, and is
// then looked for in the whole vault (W74).
Destination Finder::find_path(const ToName& target, std::string_view from, Trail* trail) const {
  const std::string& path = target.note;
  const std::string fragment = target.headings.empty() ? "" : target.headings.back();
  const auto on_the_net = [&](std::string url) {
    if (!fragment.empty()) url += '#' + base::ascii_uri(fragment);
    return Destination{Kind::on_the_net, {}, std::move(url)};
  };
  const auto by_setting = [&](std::string_view address) {
    auto url = mapped(settings_, address);
    if (settings_ && !settings_->links.empty()) note_down(trail, Way::links_setting, address, url.has_value());
    return url;
  };
  if (auto url = by_setting(path)) return on_the_net(std::move(*url));
  // "/x.md" is taken from the folder of the notes, as GitHub has it; what is not there leads out.
  const bool is_from_top = path.starts_with('/');
  const bool leaves = leaves_folder(path, from);
  std::vector<vault::Candidate> candidates;
  if (!leaves || is_from_top) {
    const std::string here = is_from_top ? base::normal(base::join(notes_.source, path.substr(1)))
                                         : base::normal(base::join(base::folder_of(from), path));
    candidates = candidates_at(here);
    note_down(trail, Way::path, here, !candidates.empty());
  }
  if (!candidates.empty() && candidates.front().note) return {Kind::found, std::move(candidates)};
  if (may_be_page(path)) {
    const std::string address = page_address(path, from, notes_.source);
    if (auto found = find_page(address, fragment, trail)) return std::move(*found);
    if (auto url = by_setting(address)) return on_the_net(std::move(*url));
    // Only what is published has pages beside it.
    const bool is_site = is_page(path) || (settings_ && (!settings_->summary.empty() || !settings_->links.empty()));
    if (is_site && (is_from_top || base::climbs(address))) return {Kind::outside_site, {}};
  }
  if (leaves && candidates.empty()) return {Kind::outside_folder, {}};
  if (candidates.empty()) {
    candidates = notes_.find(path, from);
    note_down(trail, Way::name, path, !candidates.empty());
  }
  return {candidates.empty() ? Kind::nothing : Kind::found, std::move(candidates)};
}

// What has moved is followed from page to page; whoever comes by a second time goes round in a circle.
std::optional<Destination> Finder::find_page(const std::string& address, const std::string& fragment,
                                             Trail* trail) const {
  Moved at{address, {}};
  std::set<std::pair<std::string, std::string>> passed;
  while (const auto next = moved(settings_, at.address, at.fragment.value_or(fragment))) {
    if (!passed.emplace(at.address, at.fragment.value_or(fragment)).second) return {};
    note_down(trail, Way::redirect, at.address, true);
    at = {next->address, next->fragment ? next->fragment : at.fragment};
    if (!has_scheme(at.address) && !at.address.starts_with("//")) continue;
    const std::string url = (at.address.starts_with('/') ? "https:" : "") + at.address;
    return Destination{Kind::on_the_net, {}, base::ascii_uri(at.fragment ? url + '#' + *at.fragment : url)};
  }
  for (const std::string& note : notes_of_page(at.address)) {
    auto candidates = candidates_at(base::normal(base::join(notes_.source, note)));
    if (candidates.empty() || !candidates.front().note) continue;
    note_down(trail, Way::page, at.address, true);
    return Destination{Kind::found, std::move(candidates), {}, std::move(at.fragment)};
  }
  // mdBook opens a book without an index at its first chapter.
  const bool is_front = at.address.empty() || at.address == "index.html";
  const bool is_there = is_front && settings_ && !settings_->summary.empty() && !notes_.notes.empty();
  note_down(trail, Way::page, at.address, is_there);
  if (!is_there) return {};
  return Destination{
      Kind::found, {{.note = NoteIndex(0), .fit = vault::Fit::relative_path}}, {}, std::move(at.fragment)};
}

std::vector<Candidate> Finder::candidates_at(const std::string& path) const {
  if (const NoteIndex note = notes_.note_at(path)) return {Candidate{.note = note, .fit = vault::Fit::relative_path}};
  const auto file = std::lower_bound(notes_.files.begin(), notes_.files.end(), path);
  if (file == notes_.files.end() || *file != path) return {};
  return {Candidate{.file = FileIndex(static_cast<std::size_t>(file - notes_.files.begin())),
                    .fit = vault::Fit::relative_path}};
}

}  // namespace octavo::resolve
