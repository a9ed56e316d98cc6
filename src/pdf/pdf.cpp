#include "pdf/pdf.h"

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

std::string write(const pages::Pages& pages, const book::Metadata& metadata, const glyphs::Fonts& fonts,
                  const base::Files& files, const std::string& root, const Standards& wanted, diagnostics::Sink& sink) {
  Document document;
  std::vector<Reference> page_objects;
  page_objects.reserve(pages.pages.size());
  for (std::size_t i = 0; i < pages.pages.size(); ++i) page_objects.push_back(document.add_page());

  Typefaces typefaces(pages, fonts);
  const std::vector<Image> images = add_images(document, pages, {files, root}, sink);
  const Destinations destinations(pages, page_objects);
  StructureTree structure(document, pages, page_objects, images);
  const Reference shared = document.reserve();

  const Drawing drawing{typefaces, images, structure};
  for (std::uint32_t i = 0; i < pages.pages.size(); ++i) {
    const pages::Page& page = pages.pages[i];
    Content content = content_of(page, i, drawing);
    Tokens entries("/MediaBox[0 0");
    entries.numbers({page.size.width, page.size.height}).put("]/Resources").reference(shared);
    entries.put("/Contents").reference(document.add_stream(Tokens(), std::move(content.operators), Coding::deflated_quickly));
    // Without it, viewers may mix the colours of a page with translucent pictures in CMYK.
    if (content.is_translucent) entries.put("/Group<</S/Transparency/CS/DeviceRGB>>");
    const std::vector<Reference> links = add_links(document, page, i, destinations, structure);
    if (!links.empty()) {
      entries.put("/Annots[");
      for (const Reference link : links) entries.reference(link);
      entries.put("]/Tabs/S");
    }
    if (structure.is_tagged()) entries.put("/StructParents").integer(i);
    document.fill(page_objects[i], entries);
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
  document.extend_catalog(Tokens("/PageLabels").put(page_labels(pages.pages).bytes()));
  add_output_intent(document);
  add_metadata(document, metadata, kept(wanted, pages, metadata, typefaces, structure, sink));
  return document.save();
}

}  // namespace octavo::pdf
