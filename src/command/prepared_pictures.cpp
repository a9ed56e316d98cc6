#include "command/prepared_pictures.h"

#include <algorithm>
#include <cmath>

#include "base/failure.h"
#include "base/paths.h"
#include "pictures/pictures.h"

namespace octavo::command {

PreparedPictures::PreparedPictures(const base::Files& below, const book::Book& book, const std::string& root, diagnostics::Sink& sink)
    : below_(below), book_(book), root_(root), sink_(sink) {}

std::string PreparedPictures::read(const std::string& path) const {
  const auto known = prepared_.find(path);
  if (known != prepared_.end()) return known->second;
  std::string bytes = below_.read(path);
  auto prepared = pictures::prepared(bytes);
  if (!prepared) return bytes;
  if (prepared->is_smaller) report_smaller(path, bytes, prepared->bytes);
  return prepared_.emplace(path, std::move(prepared->bytes)).first->second;
}

void PreparedPictures::report_smaller(const std::string& path, std::string_view before, std::string_view after) const {
  const auto size_of = [](std::string_view bytes) {
    const auto facts = pictures::facts(bytes).value_or(pictures::Facts{});
    return std::to_string(std::lround(facts.width)) + " x " + std::to_string(std::lround(facts.height));
  };
  const auto asset = std::find_if(book_.assets.begin(), book_.assets.end(), [&](const book::Asset& one) { return base::join(root_, one.path) == path; });
  const bool is_shown = asset != book_.assets.end();
  const std::string name = is_shown ? asset->path : path;
  const base::Span where = is_shown ? book::first_showings(book_)[static_cast<std::size_t>(asset - book_.assets.begin())] : base::Span{};
  sink_.report({diagnostics::Rule::image_too_fine, where,
                "\"" + name + "\" has " + size_of(before) + " pixels, more than any page can show; the book has it with " + size_of(after),
                "", {}, name});
}

void PreparedPictures::write(const std::vector<base::NewFile>&) { throw base::Failure("the files of a book are not written to"); }

}  // namespace octavo::command
