#include "command/printings.h"

#include <cmath>

#include "base/paths.h"
#include "base/unicode.h"
#include "sheets/sheets.h"

namespace octavo::command {
namespace {

constexpr float usual_bleed = 3 * base::points_per_millimetre;

// Whole sixteenths of an inch are what nobody says in millimetres.
bool is_in_inches(const base::Paper& paper) {
  const auto is_sixteenths = [](float points) {
    const float count = points * 16 / base::points_per_inch;
    return std::abs(count - std::round(count)) < 0.001f;
  };
  return is_sixteenths(paper.size.width) && is_sixteenths(paper.size.height);
}

sheets::Region region_of(const config::Settings& settings) {
  const std::string& language = settings.metadata.language;
  const auto& paper = settings.print.paper;
  const bool is_american = base::paper_at_home(language).name == "letter" || (paper && is_in_inches(*paper));
  return is_american ? sheets::Region::american : sheets::Region::metric;
}

// So that files sort as they are counted: "-07" of 12. "" of one alone.
std::string number_of(std::size_t index, std::size_t count) {
  if (count == 1) return "";
  const std::string number = std::to_string(index);
  return "-" + std::string(std::to_string(count).size() - number.size(), '0') + number;
}

class Printings {
 public:
  Printings(pages::Pages& pages, const std::string& stem, const Press& press)
      : pages_(pages), stem_(stem), press_(press), print_(press.settings.print), region_(region_of(press.settings)) {}

  void add_plain(diagnostics::Sink& sink) {
    const float bleed = print_.bleed.value_or(print_.has_crop_marks ? usual_bleed : 0);
    if (bleed == 0 && !print_.has_crop_marks) return add("", pages_, sheets::single(pages_), sink);
    pages::Pages pages = pages_;
    const sheets::Sheets sheets = sheets::trimmed(pages, {bleed, print_.has_crop_marks});
    add("", pages, sheets, sink);
  }
  void add_booklet() {
    const base::Size sheet = print_.sheet ? print_.sheet->size : sheets::sheet_for_folding(pages_, region_);
    add("-booklet", pages_, sheets::folded(pages_, {sheet, print_.creep, print_.signature}), told_);
  }
  void add_side_by_side(int count) { add("-" + std::to_string(count) + "up", pages_, sheets::side_by_side(pages_, count, sheet()), told_); }
  // A tool of the maker's, which claims nothing of itself.
  void add_contact_sheets() {
    const std::size_t own = pages_.pages.size();
    const auto found = sheets::blemishes(pages_, press_.book, press_.fonts);
    const sheets::Sheets sheets = sheets::contact_sheets(pages_, found, press_.book.metadata.title, sheet(), press_.fonts);
    add("-proof", pages_, sheets, told_, {false, pdf::Archive::none});
    const std::size_t count = sheets.sheets.size();
    for (std::size_t i = 0; i < count; ++i)
      outputs_.push_back({base::normal(stem_ + "-proof" + number_of(i + 1, count) + ".png"),
                          sheets::painted({pages_, sheets, press_.files, press_.settings.root}, i, press_.fonts)});
    pages_.pages.resize(own);
  }
  // The last, because the pages are not the same after it.
  void add_page_proofs() {
    sheets::add_lines_for_proofs(pages_, press_.fonts);
    add("-page-proofs", pages_, sheets::single(pages_), told_);
  }

  std::vector<Output> take() { return std::move(outputs_); }

 private:
  base::Size sheet() const { return print_.sheet ? print_.sheet->size : sheets::sheet_of_an_office(region_); }
  void add(const std::string& ending, const pages::Pages& pages, const sheets::Sheets& sheets, diagnostics::Sink& sink) {
    add(ending, pages, sheets, sink, press_.options.standards);
  }
  void add(const std::string& ending, const pages::Pages& pages, const sheets::Sheets& sheets, diagnostics::Sink& sink, const pdf::Standards& standards) {
    outputs_.push_back({base::normal(stem_ + ending + ".pdf"),
                        pdf::write(pages, sheets, press_.book.metadata, press_.fonts, press_.files, press_.settings.root, standards, sink),
                        sheets.sheets.size()});
  }

  pages::Pages& pages_;
  const std::string& stem_;
  const Press& press_;
  const config::Print& print_;
  sheets::Region region_;
  diagnostics::Sink told_;  // what is wrong with the plain PDF is wrong with all of them
  std::vector<Output> outputs_;
};

}  // namespace

std::vector<Output> printings(pages::Pages pages, const std::string& stem, const Press& press, diagnostics::Sink& sink) {
  if (press.settings.print.in_grey) sheets::turn_grey(pages);
  Printings all(pages, stem, press);
  all.add_plain(sink);
  if (press.options.booklet) all.add_booklet();
  if (press.options.side_by_side > 0) all.add_side_by_side(press.options.side_by_side);
  if (press.options.contact_sheets) all.add_contact_sheets();
  if (press.options.page_proofs) all.add_page_proofs();
  return all.take();
}

}  // namespace octavo::command
