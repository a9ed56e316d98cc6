#include "resolve/heading_choice.h"

#include "base/unicode.h"
#include "resolve/heading_text.h"
#include "resolve/note_choice.h"

namespace octavo::resolve {

using diagnostics::Rule;
using diagnostics::Sink;

namespace {

// The letters first, for where nothing but capitals differs the link keeps its spaces and escapes.
Spelling spelled(const Sink& sink, const Wording& link, const std::string& heading) {
  Spelling spelling = recased(sink.sources, link, Part::heading, heading);
  return spelling ? spelling : renamed(sink.sources, link, Part::heading, heading);
}

}  // namespace

void report_heading(const Wording& link, const Outline::Match& match, const book::Chapter& note, Sink& sink) {
  const bool is_wikilink = link.to.form == book::LinkForm::wikilink;
  const std::string& wanted = link.to.headings.back();
  const std::string real =
      book::plain_text(match.heading ? get<book::Heading>(match.heading->value).content : note.title);
  const std::string_view source = sink.sources.text(match.heading ? match.heading->where : note.title_where);
  if (match.alike > 1) {
    sink.report({Rule::heading_ambiguous, link.where,
                 std::to_string(match.alike) + " headings read " + quoted(real) +
                     "; the first is taken, name the heading above the one you mean too: [[Note#Part#Section]]",
                 "", {}, std::string(link.target)});
    return;
  }
  const auto report = [&](Rule rule, const std::string& difference) {
    const std::string heading = as_linked(real, source);
    report_spelling(sink, link, rule, quoted(wanted) + difference, spelled(sink, link, heading), wanted, heading);
  };
  const std::string differs = " differs from the heading " + quoted(real);
  if (match.fit == HeadingFit::address) {
    if (is_wikilink)
      report(Rule::link_case,
             " is the address of the heading " + quoted(real) + ", which Obsidian does not follow; write its text");
  } else if (match.fit == HeadingFit::ignoring_case) {
    report(Rule::link_case, differs + " in capital letters; write it alike");
  } else if (match.fit == HeadingFit::punctuation) {
    report(Rule::link_punctuation, differs + " in its signs; write it alike");
  } else if (match.heading && is_wikilink && !has_signs_of(wanted, real, source)) {
    report(Rule::link_punctuation, differs + " in its quotation marks or dashes; write it alike");
  }
}

void report_block(const Wording& link, const book::Block& block, Sink& sink) {
  const std::string& wanted = link.to.block;
  const std::string& real = block.block_id;
  if (base::nfc(wanted) == base::nfc(real) || base::folded(wanted) != base::folded(real)) return;
  report_spelling(sink, link, Rule::link_case,
                  quoted('^' + wanted) + " differs from the block id " + quoted('^' + real) +
                      " in capital letters; write it alike",
                  recased(sink.sources, link, Part::block, real), '^' + wanted, '^' + real);
}

}  // namespace octavo::resolve
