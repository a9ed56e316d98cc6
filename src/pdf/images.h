#pragma once
// The pictures of a document as image objects (ISO 32000-1, 8.9.5), drawings as forms of the same size (8.10), each once, whatever number
// of places shows it.
#include <string>
#include <vector>

#include "base/files.h"
#include "diagnostics/diagnostics.h"
#include "pages/page.h"
#include "pdf/haru.h"

namespace octavo::pdf {

struct Image {
  Reference object;  // none: no page shows it, or it could not be read
  std::string name;  // of the resource: "P3"
  bool is_translucent = false;
};

struct Library {
  const base::Files& files;
  const std::string& root;  // the pictures' paths start here
};

// By PictureId. Pictures that cannot be decoded are reported.
std::vector<Image> add_images(Document& document, const pages::Pages& pages, const Library& library,
                              diagnostics::Sink& sink);

// The entries of the resource dictionary's /XObject.
Tokens resources(const std::vector<Image>& images);

}  // namespace octavo::pdf
