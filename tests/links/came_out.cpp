#include "base/unicode.h"
#include "links/specification.h"
#include "markdown/markdown.h"
#include "resolve/resolve.h"

namespace octavo::links {

namespace {

using namespace book;

std::string code(const std::string& text) {
  return text.find('`') == text.npos ? '`' + text + '`' : "`` " + text + " ``";
}

// A case as a resolved book, and words for what is in it.
class Outcome {
 public:
  explicit Outcome(const Case& one) : from_(one.from) {
    base::Memory files;
    for (const auto& [path, text] : one.notes) files.contents["book/" + path] = text;
    const auto settings = config::load(files, "book", sink_);
    const auto notes = vault::open(files, settings, sink_);
    book_ = resolve::resolve(markdown::read(notes, files, settings, sink_), notes, files, settings, sink_);
    for (const Chapter& chapter : book_.chapters) {
      if (chapter.path == from_) chapter_ = &chapter;
    }
  }

  std::vector<std::string> lines() {
    if (chapter_ == nullptr) return {"the note is no chapter"};
    each_thing([&](const Inline& one) {
      if (const auto* link = get_if<Link>(&one.value))
        say(code(plain_text(link->content)) + " leads " + target(link->target));
    });
    each_thing([&](const Inline& one) {
      if (const auto* image = get_if<Image>(&one.value)) say(picture(*image));
    });
    for (const auto& finding : sink_.sorted()) {
      say(in_short(finding));
      say("in words: " + finding.message);
    }
    say("reads " + code(text()));
    return std::move(lines_);
  }

 private:
  void say(std::string line) { lines_.push_back(std::move(line)); }

  // Every inline of the note, then the pictures that stand alone.
  template <class Visit>
  void each_thing(const Visit& visit) const {
    const auto in_run = [&](const Inlines& run) {
      each_inline(run, [&](const Inline& one) {
        visit(one);
        return true;
      });
    };
    in_run(chapter_->title);
    each_block(*chapter_, [&](const Block& block) {
      if (const auto* figure = get_if<Figure>(&block.value)) visit({figure->image, block.where});
      each_run(block, in_run);
      return true;
    });
  }

  std::string text() const {
    std::string all;
    each_block(*chapter_, [&](const Block& block) {
      std::string words;
      each_run(block, [&](const Inlines& run) { words += (words.empty() ? "" : " | ") + plain_text(run); });
      if (const auto* code_block = get_if<CodeBlock>(&block.value)) words = code_block->text;
      if (!words.empty()) all += (all.empty() ? "" : " / ") + words;
      return true;
    });
    return all;
  }

  std::string picture(const Image& image) const {
    std::string line = "shows " + (image.asset ? code(book_.assets[image.asset.index()].path) : "no picture");
    const auto number = [](float value) { return std::to_string(static_cast<int>(value)); };
    if (image.width) line += ", " + number(*image.width) + " wide";
    if (image.height) line += ", " + number(*image.height) + " high";
    return image.alt.empty() ? line : line + ", called " + code(image.alt);
  }

  std::string target(const Target& to) const {
    if (const auto* anchor = std::get_if<ToAnchor>(&to)) return "to " + place(anchor->anchor);
    if (const auto* player = std::get_if<ToPlayer>(&to))
      return "to the entry of " + code(plain_text(book_.players[player->player.index()].name));
    if (const auto* url = std::get_if<ToUrl>(&to)) return "to " + code(url->url);
    return "nowhere";
  }

  std::string place(AnchorId id) const {
    const Chapter& chapter = book_.chapters.at(book_.anchors.at(id.index()).chapter.index());
    std::string found = code(chapter.path);
    if (chapter.anchor == id) return found;
    std::vector<std::pair<int, std::string>> above;
    std::map<std::string, int> seen;
    each_block(chapter, [&](const Block& block) {
      if (const auto* heading = get_if<Heading>(&block.value)) {
        while (!above.empty() && above.back().first >= heading->level) above.pop_back();
        above.emplace_back(heading->level, plain_text(heading->content));
        std::string path;
        for (const auto& step : above) path += (path.empty() ? "" : " > ") + step.second;
        const int earlier = seen[path]++;
        if (heading->anchor == id) found += ", heading " + code(path) + (earlier > 0 ? ", the second" : "");
      } else if (block.anchor == id) {
        found += ", block " + code('^' + block.block_id);
      }
      each_run(block, [&](const Inlines& run) {
        each_inline(run, [&](const Inline& one) {
          if (const auto* named = get_if<NamedPlace>(&one.value); named && named->anchor == id)
            found += ", place " + code(named->id);
          return true;
        });
      });
      return true;
    });
    return found;
  }

  std::string in_short(const diagnostics::Diagnostic& finding) const {
    std::string line(diagnostics::word(finding.severity));
    line += ' ' + code(std::string(diagnostics::facts(finding.rule).id));
    if (!finding.where.file) return line;
    const auto& source = sink_.sources.of(finding.where.file);
    const std::string words =
        source.text.substr(finding.where.begin, finding.where.end - finding.where.begin);
    if (words.empty()) return line + " at the head of " + code(source.path);
    line += " at " + code(words);
    if (source.path != from_) line += " of " + code(source.path);
    return finding.suggestion.empty() ? line : line + ", write " + code(finding.suggestion);
  }

  std::string from_;
  diagnostics::Sink sink_{diagnostics::Strictness::check};
  Book book_;
  const Chapter* chapter_ = nullptr;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> came_out(const Case& one) { return Outcome(one).lines(); }

}  // namespace octavo::links
