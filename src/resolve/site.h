#pragma once
// A book as mdBook publishes it: what a link to one of its pages, or to a page beside them, means. Addresses
// are decoded and seen from the folder of the notes, without their fragments.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"

namespace octavo::resolve {

// "x.html", "x.htm" and "x/".
bool is_page(std::string_view address);
// Those, and what ends in no file's name: "../std".
bool may_be_page(std::string_view address);
// As it is seen from the folder of the notes: normal, but a slash at its end stays. "/x" is taken from that
// folder.
std::string page_address(std::string_view address, std::string_view from, std::string_view source);
// The notes that could have become the page, best first: "a/x.html" gives "a/x.md", "a/x.markdown"; the index
// of a folder is its README.
std::vector<std::string> notes_of_page(std::string_view address);

// Both know nothing without settings.
struct Moved {
  std::string address;
  std::optional<std::string> fragment;
};
// Where the page is now; nothing if it stays. One step: what took its place may have moved in turn.
std::optional<Moved> moved(const config::Settings* settings, const std::string& address,
                           const std::string& fragment);
// The address on the net that `[links]` of book.toml makes of this one.
std::optional<std::string> mapped(const config::Settings* settings, std::string_view address);
// How `[links]` would name what stands there: "../std/" of "../std/vec/index.html".
std::string beginning_of(std::string_view address);

}  // namespace octavo::resolve
