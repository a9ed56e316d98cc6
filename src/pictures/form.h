#pragma once
// The page of a small PDF taken out of it, as a form that other pages can show (ISO 32000-1, 8.10).
#include <optional>
#include <string>

#include "pictures/pictures.h"

class QPDF;

namespace octavo::pictures {

// Nothing if it cannot be read.
std::optional<Vectors> form_of_page(const std::string& pdf, double width, double height,
                                    const NewNumber& new_number, Ink ink);

// A document of cairo's, before anything is taken out of it.
void turn_grey(QPDF& document);

}  // namespace octavo::pictures
