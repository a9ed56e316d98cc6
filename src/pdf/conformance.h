#pragma once
// The standards a file may say that it meets: PDF/UA-1 (ISO 14289-1) for readers who do not see it, PDF/A-2
// (ISO 19005-2) for those who open it in fifty years. CONFORMANCE.md lists what they ask for, and where it is
// done; here is what only the finished pages can tell.
#include <optional>
#include <string_view>

#include "diagnostics/diagnostics.h"
#include "pages/page.h"
#include "pdf/fonts.h"
#include "pdf/pdf.h"
#include "pdf/structure.h"
#include "sheets/sheets.h"

namespace octavo::pdf {

// Those of the wanted ones that the pages meet. The others are reported with the reason (pdf/standard).
Standards kept(Standards wanted, const pages::Pages& pages, const sheets::Sheets& sheets, const book::Metadata& metadata, const Typefaces& typefaces,
               const StructureTree& structure, diagnostics::Sink& sink);

}  // namespace octavo::pdf
