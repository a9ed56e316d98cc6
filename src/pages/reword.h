#pragma once
// Saying something else of a page in a line that stays where it is: the spaces of the line give or take the difference. No line gets higher
// and none goes elsewhere, so no page changes.
#include "pages/references.h"

namespace octavo::pages {

enum class Aim {
  best,   // every reference says what it should, and nobody sees that it once said something else
  truth,  // none says what is not so, whatever it takes
};

// All references of a section that stand where `folios` says. False if not all could be: for the best, the section is to be set again then.
bool reword(Section& section, const book::Folios& folios, Aim aim, Workshop& workshop);

// One reference in one strip: it gets the words and the label it has now. False, and nothing done, where it cannot be: the words are in
// several runs, or run from right to left, or a space would change by more than `most` ems.
bool reword(Strip& strip, const SetReference& place, const PageReference& reference, const PageReference& now, glyphs::Fonts& fonts,
            float most);

}  // namespace octavo::pages
