#pragma once
// The package document: metadata, manifest, spine. EPUB 3.3, section 5.
#include <string>
#include <vector>

#include "epub/accessibility.h"
#include "epub/publication.h"

namespace octavo::epub {

struct ManifestItem {
  std::string file, media_type;
  std::string properties;   // "nav", "cover-image", or ""
  bool in_spine = false;
};

std::string package_document(const book::Book& book, const std::vector<ManifestItem>& items, const Edition& edition);

}  // namespace octavo::epub
