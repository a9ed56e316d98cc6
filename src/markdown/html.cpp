#include "markdown/html.h"

#include <algorithm>

#include "markdown/html_blocks.h"
#include "markdown/html_elements.h"
#include "markdown/html_tree.h"

namespace octavo::markdown {

using diagnostics::Rule;

HtmlRun::HtmlRun(Reading& reading, std::set<std::string> closed, int deepest)
    : reading_(reading), closed_(std::move(closed)), clean_(closed_, static_cast<std::size_t>(deepest)) {}

std::vector<std::pair<std::size_t, std::size_t>> HtmlRun::add_html(std::string_view html, base::Span where) {
  pieces_.push_back({clean_.text().size(), where, {}, 0});
  HtmlFindings findings = clean_.add(html);
  report(findings, where, reading_.source);
  return std::move(findings.exemptions);
}

void HtmlRun::add_markdown(AddBlocks add) {
  const int depth = static_cast<int>(clean_.depth());
  pieces_.push_back({clean_.text().size(), {}, std::move(add), depth});
  clean_.add_placeholder();
}

void HtmlRun::add_to(book::Blocks& result) {
  const HtmlContext context{reading_, [&](std::size_t offset) { return piece_at(offset).where; },
                            [&](std::size_t offset, book::Blocks& blocks) {
                              const Piece& piece = piece_at(offset);
                              piece.add(blocks, piece.depth);
                            }};
  add_html_blocks(html_tree(clean_.text()), context, result);
}

const HtmlRun::Piece& HtmlRun::piece_at(std::size_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::size_t at, const Piece& piece) { return at < piece.begin; });
  return *(after - 1);
}

void report_unknown(const std::string& tag, base::Span where, const Source& source) {
  source.report(Rule::html_unknown_element, where,
                "\"" + tag + "\" is no HTML element; it was kept as text, write `" + tag + "` or \\" + tag);
}

void report(const HtmlFindings& findings, base::Span where, const Source& source) {
  if (findings.is_hostile) {
    source.report(Rule::text_hostile, where,
                  "HTML elements stand too deep inside each other, or there are too many; those beyond were "
                  "left out, their text stays");
  }
  for (const std::string& tag : findings.unknown) report_unknown(tag, where, source);
  if (findings.dropped.empty()) return;
  std::string names;
  for (const std::string& name : findings.dropped) names += (names.empty() ? "<" : ", <") + name + ">";
  const bool is_all_mute =
      std::all_of(findings.dropped.begin(), findings.dropped.end(),
                  [](const std::string& name) { return element_kind(name) == ElementKind::mute; });
  source.report(Rule::html_dropped, where,
                "HTML that a book cannot hold was left out: " + names +
                    (is_all_mute ? ", with what it holds" : "; text for people stays"));
}

}  // namespace octavo::markdown
