#pragma once
// What a link or an embed asks for, before anybody judges whether the book has it.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "vault/vault.h"

namespace octavo::resolve {

struct Destination {
  enum class Kind {
    own_note,        // only a heading or block: of the note the link stands in
    found,           // candidates, the one that wins first
    outside_folder,  // a path that leaves the book's folder
    outside_site,    // a page beside the book, where it is published
    on_the_net,      // an address, by `[links]` or by a redirect
    nothing,
  };
  Kind kind = Kind::nothing;
  std::vector<vault::Candidate> candidates;
  std::string url = {};                                // on the net
  std::optional<std::string> fragment = std::nullopt;  // in place of the one that was asked for
};

// A step on the way to a destination, for who asks why.
enum class Way { links_setting, path, redirect, page, name };
struct Attempt {
  Way way;
  std::string what;  // a path, an address or a name
  bool has_found = false;
};
using Trail = std::vector<Attempt>;

// Looks targets up.
class Finder {
 public:
  // Without settings it knows no page that has moved and no `[links]`.
  explicit Finder(const vault::Vault& notes, const config::Settings* settings = nullptr)
      : notes_(notes), settings_(settings) {}

  // `from` is the path of the note the link was written in. Wikilinks by W53 to W64, paths of Markdown links
  // by W73 to W77, and as mdBook would publish them.
  // The steps are added to the trail, if there is one.
  Destination find(const book::ToName& target, std::string_view from, Trail* trail = nullptr) const;

 private:
  Destination find_path(const book::ToName& target, std::string_view from, Trail* trail) const;
  std::optional<Destination> find_page(const std::string& address, const std::string& fragment, Trail* trail) const;
  std::vector<vault::Candidate> candidates_at(const std::string& path) const;

  const vault::Vault& notes_;
  const config::Settings* settings_;
};

// By note: the chapter it is, or none.
std::vector<book::ChapterId> chapters_of_notes(const book::Book& book, const vault::Vault& notes);
// By chapter: the player whose own note it is, or none.
std::vector<book::PlayerId> players_of_chapters(const book::Book& book);
// "people/Ada Lovelace.md" -> "Ada Lovelace"
std::string bare_name(std::string_view name);
// "https://x.org" and "mailto:a@b.c" have one, "C:\x" and "note.md" have none.
bool has_scheme(std::string_view address);
// Whether a path, joined to the folder of `from`, would leave the book's folder; "/x" and "C:/x" do.
bool leaves_folder(std::string_view path, std::string_view from);

}  // namespace octavo::resolve
