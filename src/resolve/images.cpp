// Pictures are found and looked into; what can be shown becomes an asset, the rest stays as its alternative
// text.
#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/failure.h"
#include "base/paths.h"
#include "base/unicode.h"
#include "pictures/pictures.h"
#include "resolve/anchors.h"
#include "resolve/destination.h"
#include "resolve/media.h"
#include "resolve/near_names.h"
#include "resolve/note_choice.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;
using diagnostics::Rule;

namespace {

AssetKind asset_kind(pictures::Kind kind) {
  switch (kind) {
    case pictures::Kind::png:
      return AssetKind::png;
    case pictures::Kind::jpeg:
      return AssetKind::jpeg;
    case pictures::Kind::gif:
      return AssetKind::gif;
    case pictures::Kind::webp:
      return AssetKind::webp;
    case pictures::Kind::svg:
      return AssetKind::svg;
  }
  return AssetKind::png;
}

bool is_remote(const std::string& path) { return has_scheme(path) || path.starts_with("//"); }

// Whose pages note-taking programs show like pictures.
bool is_page_of_its_own(std::string_view url) {
  constexpr std::string_view hosts[] = {"youtube.com/", "youtu.be/", "twitter.com/", "x.com/", "vimeo.com/"};
  std::string_view rest = url.substr(std::min(url.find("//"), url.size()));
  rest.remove_prefix(std::min<std::size_t>(2, rest.size()));
  if (rest.starts_with("www.")) rest.remove_prefix(4);
  return std::any_of(std::begin(hosts), std::end(hosts), [&](std::string_view host) { return rest.starts_with(host); });
}

class Illustrator {
 public:
  Illustrator(Book& book, const Vault& notes, const base::Files& files, Sink& sink)
      : book_(book),
        notes_(notes),
        files_(files),
        sink_(sink),
        real_root_(files.real(notes.root).value_or("")) {}

  void settle_all() {
    AnchorMaker anchors(book_);
    for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
      Chapter& chapter = book_.chapters[i];
      if (!chapter.may_hold.pictures) continue;
      settle_run(chapter.title, chapter);
      const auto settle_block = [&](Block& block) {
        if (auto* figure = get_if<Figure>(&block.value)) {
          settle(figure->image, block.where, chapter);
          if (!block.anchor) block.anchor = anchors.numbered(AnchorKind::figure, ChapterId(i), 'f');
        }
        each_run(block, [&](Inlines& run) { settle_run(run, chapter); });
        return true;
      };
      each_block(chapter, settle_block);
    }
  }

 private:
  void settle_run(Inlines& run, const Chapter& chapter) {
    each_inline(run, [&](Inline& one) {
      if (auto* image = get_if<Image>(&one.value)) settle(*image, one.where, chapter);
      return true;
    });
  }

  void settle(Image& image, base::Span where, const Chapter& chapter) {
    const auto source = notes_.note_of(where.file);
    const std::string& from = source ? notes_.notes[source.index()].path : chapter.path;
    const std::string path = find(image, where, from);
    if (!path.empty()) image.asset = asset(path, where);
    const bool has_alt = !base::is_blank(image.alt);
    if (!has_alt) image.alt.clear();
    if (image.asset) {
      if (!has_alt && !image.is_decoration)
        sink_.report({Rule::image_no_alt, where,
                      quoted(path) + " has no alternative text; say in a few words what it shows", "", {}, path});
      image.path.clear();
    } else if (!has_alt && !image.is_decoration) {
      image.alt = is_remote(image.path) ? image.path : base::name_of(image.path);
    }
  }

  // The path within the book's folder, or "".
  std::string find(const Image& image, base::Span where, const std::string& from) {
    if (base::folded(image.path.substr(0, 5)) == "data:") {
      sink_.report(Rule::image_unreadable, where,
                   "this picture is written into its own address; save it as a file beside the note");
      return {};
    }
    if (is_remote(image.path)) {
      sink_.report({Rule::image_remote, where,
                   is_page_of_its_own(image.path)
                       ? quoted(image.path) + " is a web page, which a book cannot show; its address stands in its place"
                       : quoted(image.path) + " lies on the network; save the picture beside the note",
                   "", {}, image.path});
      return {};
    }
    const bool from_root = image.path.starts_with('/');
    if (!from_root && leaves_folder(image.path, from)) {
      report_outside(image.path, where);
      return {};
    }
    // What follows a "#" may tell a note-taking program how to show the picture.
    for (const std::string& path : {image.path, image.path.substr(0, image.path.find('#'))}) {
      const std::string beside = base::normal(base::join(base::folder_of(from), path));
      if (!image.is_wikilink && !from_root && std::binary_search(notes_.files.begin(), notes_.files.end(), beside))
        return beside;
      for (const vault::Candidate& candidate : notes_.find(path, from)) {
        if (!candidate.file) continue;
        const std::string& found = path_of(candidate, notes_);
        if (!candidate.exact_case)
          sink_.report({Rule::link_case, where,
                        quoted(image.path) + " differs from " + quoted(found) +
                            " in capital letters, which not every disk forgives; write it alike",
                        rewritten(sink_, where, base::name_of(image.path), base::name_of(found)), {}, image.path});
        return found;
      }
    }
    if (from_root && !image.is_wikilink) {
      report_outside(image.path, where);
    } else {
      report_missing(image, where, from);
    }
    return {};
  }

  void report_missing(const Image& image, base::Span where, const std::string& from) {
    if (!near_) near_.emplace(notes_.file_names());
    const std::string name = base::name_of(image.path);
    const auto near = near_->near(name);
    const std::string beside = base::normal(base::join(base::folder_of(from), image.path));
    const std::string situation = image.is_wikilink ? "no picture is called " + quoted(image.path)
                                  : beside == name  ? "there is no picture " + quoted(name)
                                                    : "there is no picture " + quoted(beside) + ", and none is called " + quoted(name);
    const std::string rest = base::is_blank(image.alt) ? "; its name stands for it" : "; its alternative text stands for it";
    // A path needs more than a name to be right.
    const bool is_name = image.is_wikilink || name == image.path;
    sink_.report({Rule::image_missing, where, situation + (near.empty() ? rest : did_you_mean(near)),
                  near.empty() || !is_name ? "" : rewritten(sink_, where, name, near.front()), {}, image.path});
  }

  void report_outside(const std::string& path, base::Span where) {
    sink_.report({Rule::link_outside_folder, where,
                  quoted(path) +
                      " lies outside the book's folder, where octavo reads nothing; copy the picture into the folder",
                  "", {}, path});
  }

  // None if it cannot be shown, which is reported at every place that asks for it.
  AssetId asset(const std::string& path, base::Span where) {
    const auto [known, is_new] = by_path_.try_emplace(path);
    Picture& picture = known->second;
    if (is_new) picture = looked_into(path);
    if (picture.is_outside)
      report_outside(path, where);
    else if (!picture.asset)
      sink_.report({picture.rule, where, picture.trouble, "", {}, path});
    return picture.asset;
  }

  struct Picture {
    AssetId asset;
    bool is_outside = false;
    Rule rule = Rule::image_unreadable;
    std::string trouble;
  };

  Picture looked_into(const std::string& path) {
    if (auto why = why_unsupported(path); !why.empty())
      return {.rule = Rule::content_unsupported, .trouble = std::move(why)};
    const std::string whole = base::join(notes_.root, path);
    const auto real = files_.real(whole);
    const std::string inside = real_root_.ends_with('/') ? real_root_ : real_root_ + '/';
    if (real && !real->starts_with(inside)) return {.is_outside = true};
    try {
      const auto facts = pictures::facts(files_.read(whole));
      if (!facts)
        return {.trouble = quoted(path) +
                           " is no picture that octavo can read; save it as PNG, JPEG, GIF, WebP or SVG"};
      book_.assets.push_back({path, asset_kind(facts->kind), facts->width, facts->height, facts->may_move});
      return {.asset = AssetId(book_.assets.size() - 1)};
    } catch (const base::Failure& failure) {
      return {.trouble = failure.what()};
    }
  }

  Book& book_;
  const Vault& notes_;
  const base::Files& files_;
  Sink& sink_;
  std::string real_root_;
  std::unordered_map<std::string, Picture> by_path_;
  std::optional<NearNames> near_;  // of files, made when first asked for
};

}  // namespace

Book with_images(Book book, const Vault& notes, const base::Files& files, Sink& sink) {
  Illustrator(book, notes, files, sink).settle_all();
  return book;
}

}  // namespace octavo::resolve
