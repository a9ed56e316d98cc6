#include "pdf/pdf.h"

#include <algorithm>

#include "pdf/color_profile.h"
#include "pdf/conformance.h"
#include "pdf/content.h"
#include "pdf/fonts.h"
#include "pdf/haru.h"
#include "pdf/images.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/named_places.h"
#include "pdf/outline.h"
#include "pdf/page_labels.h"
#include "pdf/structure.h"

namespace octavo::pdf {

namespace {

// What has come onto a sheet.
struct Drawn {
  std::vector<Reference> contents, links;
  bool is_translucent = false;
};

Tokens list_of(const std::vector<Reference>& objects) {
  Tokens list("[");
  for (const Reference object : objects) list.reference(object);
  return list.put("]");
}

Tokens page_entries(const sheets::Sheet& sheet, float bleed, const Drawn& drawn, Reference shared, std::string_view color_space) {
  const double height = sheet.size.height;
  Tokens entries("/MediaBox[0 0");
  entries.numbers({sheet.size.width, height}).put("]");
  if (sheet.trim) {
    const auto box = [&](std::string_view name, float beyond) {
      const base::Rect& trim = *sheet.trim;
      entries.put(name).put("[").numbers({trim.x - beyond, height - trim.bottom() - beyond, trim.right() + beyond, height - trim.y + beyond}).put("]");
    };
    box("/BleedBox", bleed);
    box("/TrimBox", 0);
  }
  entries.put("/Resources").reference(shared);
  if (drawn.contents.size() == 1) entries.put("/Contents").reference(drawn.contents.front());
  if (drawn.contents.size() > 1) entries.put("/Contents").put(list_of(drawn.contents).bytes());
  // Without it, viewers may mix the colours of a page with translucent pictures in CMYK.
  if (drawn.is_translucent) entries.put("/Group<</S/Transparency/CS").put(color_space).put(">>");
  if (!drawn.links.empty()) entries.put("/Annots").put(list_of(drawn.links).bytes()).put("/Tabs/S");
  return entries;
}

}  // namespace

std::string write(const pages::Pages& pages, const sheets::Sheets& sheets, const book::Metadata& metadata, const glyphs::Fonts& fonts,
                  const base::Files& files, const std::string& root, const Standards& wanted, diagnostics::Sink& sink) {
  Document document;
  std::vector<Reference> sheet_objects;
  sheet_objects.reserve(sheets.sheets.size());
  for (std::size_t i = 0; i < sheets.sheets.size(); ++i) sheet_objects.push_back(document.add_page());

  Typefaces typefaces(pages, fonts);
  const std::vector<Image> images = add_images(document, pages, {files, root}, sink);
  const Destinations destinations(pages, sheets, sheet_objects);
  StructureTree structure(document, pages, sheet_objects, images);
  const Reference shared = document.reserve();

  // In the order in which pages are read, wherever they stand: that is the order of the structure too.
  const Drawing drawing{typefaces, images, structure, sheets};
  std::vector<Drawn> drawn(sheets.sheets.size());
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const pages::Page& page = pages.pages[i];
    const sheets::Place& place = sheets.places[i];
    Drawn& here = drawn[place.sheet];
    Content content = content_of(page, place, drawing);
    here.contents.push_back(document.add_stream(Tokens(), std::move(content.operators), Coding::deflated_quickly));
    here.is_translucent |= content.is_translucent;
    for (const Reference link : add_links(document, page, place, destinations, structure)) here.links.push_back(link);
  }
  const bool in_grey = std::ranges::all_of(pages.pictures, &pages::PictureSource::in_grey);
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    Tokens entries = page_entries(sheets.sheets[i], sheets.bleed, drawn[i], shared, in_grey ? "/DeviceGray" : "/DeviceRGB");
    if (structure.is_tagged()) entries.put("/StructParents").integer(static_cast<std::int64_t>(i));
    document.fill(sheet_objects[i], entries);
  }

  document.fill(shared, Tokens("/Font<<")
                            .put(typefaces.embed(document).bytes())
                            .put(">>/XObject<<")
                            .put(resources(images).bytes())
                            .put(">>"));
  structure.write();
  if (const Reference outline = add_outline(document, pages.outline, destinations)) {
    document.extend_catalog(Tokens("/PageMode/UseOutlines/Outlines").reference(outline));
  }
  add_named_places(document, pages, destinations);
  document.extend_catalog(Tokens("/PageLabels").put(page_labels(sheets.sheets).bytes()));
  add_output_intent(document);
  add_metadata(document, metadata, kept(wanted, pages, sheets, metadata, typefaces, structure, sink));
  // A booklet printed otherwise is no booklet.
  document.extend_catalog(Tokens("/ViewerPreferences<</DisplayDocTitle true")
                              .put(sheets.is_folded ? "/PrintScaling/None/Duplex/DuplexFlipShortEdge>>" : ">>"));
  return document.save();
}

}  // namespace octavo::pdf
