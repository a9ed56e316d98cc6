#include "epub/accessibility.h"

#include <algorithm>
#include <iterator>

namespace octavo::epub {
namespace {

// The sentences of the summary in the languages of book::terms(). "#" and "##" are numbers.
struct Sentences {
  std::string_view language;
  std::string_view text, pages, described, undescribed, formulas, index, moving;
};

constexpr Sentences table[] = {
    {.language = "en",
     .text = "All text can be enlarged, reflowed and read aloud; headings are marked, and a table of contents leads to them.",
     .pages = "The pages of the printed edition are marked and listed.",
     .described = "Every picture has a description.",
     .undescribed = "Pictures without a description: # of ##.",
     .formulas = "Formulas stand as LaTeX.",
     .index = "An index leads to what is linked in the text.",
     .moving = "Some pictures may move."},
    {.language = "de",
     .text = "Der ganze Text lässt sich vergrößern, neu umbrechen und vorlesen; Überschriften sind ausgezeichnet, ein Inhaltsverzeichnis führt zu ihnen.",
     .pages = "Die Seiten der gedruckten Ausgabe sind bezeichnet und verzeichnet.",
     .described = "Jedes Bild hat eine Beschreibung.",
     .undescribed = "Bilder ohne Beschreibung: # von ##.",
     .formulas = "Formeln stehen als LaTeX da.",
     .index = "Ein Register führt zu dem, was im Text verlinkt ist.",
     .moving = "Manche Bilder können sich bewegen."},
    {.language = "fr",
     .text = "Tout le texte peut être agrandi, recomposé et lu à voix haute ; les titres sont balisés et une table des matières y mène.",
     .pages = "Les pages de l’édition imprimée sont marquées et listées.",
     .described = "Chaque image a une description.",
     .undescribed = "Images sans description : # sur ##.",
     .formulas = "Les formules sont données en LaTeX.",
     .index = "Un index mène à ce que le texte relie.",
     .moving = "Certaines images peuvent être animées."},
    {.language = "es",
     .text = "Todo el texto puede ampliarse, redistribuirse y leerse en voz alta; los títulos están marcados y un índice lleva a ellos.",
     .pages = "Las páginas de la edición impresa están marcadas y listadas.",
     .described = "Cada imagen tiene una descripción.",
     .undescribed = "Imágenes sin descripción: # de ##.",
     .formulas = "Las fórmulas se dan en LaTeX.",
     .index = "Un índice alfabético lleva a lo que el texto enlaza.",
     .moving = "Algunas imágenes pueden moverse."},
    {.language = "it",
     .text = "Tutto il testo può essere ingrandito, reimpaginato e letto ad alta voce; i titoli sono marcati e un indice vi conduce.",
     .pages = "Le pagine dell’edizione a stampa sono segnate ed elencate.",
     .described = "Ogni immagine ha una descrizione.",
     .undescribed = "Immagini senza descrizione: # su ##.",
     .formulas = "Le formule sono in LaTeX.",
     .index = "Un indice analitico conduce a ciò che il testo collega.",
     .moving = "Alcune immagini possono muoversi."},
    {.language = "nl",
     .text = "Alle tekst kan worden vergroot, opnieuw ingedeeld en voorgelezen; koppen zijn gemarkeerd en een inhoudsopgave leidt ernaartoe.",
     .pages = "De pagina’s van de gedrukte uitgave zijn gemarkeerd en opgesomd.",
     .described = "Elke afbeelding heeft een beschrijving.",
     .undescribed = "Afbeeldingen zonder beschrijving: # van ##.",
     .formulas = "Formules staan er als LaTeX.",
     .index = "Een register leidt naar wat in de tekst is gelinkt.",
     .moving = "Sommige afbeeldingen kunnen bewegen."},
};

const Sentences& sentences(std::string_view language) {
  const auto found = std::ranges::find(table, book::primary_subtag(language), &Sentences::language);
  return found == std::end(table) ? table[0] : *found;
}

struct Counted {
  std::size_t pictures = 0, undescribed = 0;
  bool has_formulas = false;
  bool may_move = false;
};

Counted counted(const book::Book& book) {
  Counted found;
  const auto look_at = [&](const book::Image& image) {
    if (!image.asset) return;
    found.may_move = found.may_move || book.assets[image.asset.index()].may_move;
    if (image.is_decoration) return;  // nothing to be told
    ++found.pictures;
    found.undescribed += image.alt.empty();
  };
  const auto in_run = [&](const book::Inlines& run) {
    book::each_inline(run, [&](const book::Inline& item) {
      if (const auto* image = get_if<book::Image>(&item.value)) look_at(*image);
      found.has_formulas = found.has_formulas || holds_alternative<book::Math>(item.value);
      return true;
    });
  };
  for (const book::Chapter& chapter : book.chapters) {
    if (!chapter.may_hold.pictures && !chapter.may_hold.formulas) continue;
    in_run(chapter.title);
    book::each_block(chapter, [&](const book::Block& block) {
      if (const auto* figure = get_if<book::Figure>(&block.value)) look_at(figure->image);
      found.has_formulas = found.has_formulas || holds_alternative<book::MathBlock>(block.value);
      book::each_run(block, in_run);
      return true;
    });
  }
  return found;
}

std::string summary(const Counted& content, const book::Book& book, bool has_pages) {
  const Sentences& words = sentences(book.metadata.language);
  std::string text(words.text);
  const auto add = [&](bool holds, std::string_view sentence) {
    if (holds) text.append(" ").append(sentence);
  };
  add(bool(book.index_anchor), words.index);
  add(has_pages, words.pages);
  add(content.pictures > 0 && content.undescribed == 0, words.described);
  if (content.undescribed > 0) {
    std::string sentence(words.undescribed);
    sentence.replace(sentence.find("##"), 2, std::to_string(content.pictures));  // before the shorter mark, which it begins with
    sentence.replace(sentence.find('#'), 1, std::to_string(content.undescribed));
    add(true, sentence);
  }
  add(content.has_formulas, words.formulas);
  add(content.may_move, words.moving);
  return text;
}

}  // namespace

AccessibilityFacts accessibility(const book::Book& book, const Edition& edition) {
  Counted content = counted(book);
  content.may_move = content.may_move || edition.may_move;
  const bool has_pages = edition.has_pages;
  AccessibilityFacts facts;
  facts.modes = {"textual"};
  if (content.pictures > 0) {
    facts.modes.push_back("visual");
    facts.sufficient.push_back("textual,visual");
  }
  if (content.undescribed == 0) facts.sufficient.insert(facts.sufficient.begin(), "textual");
  facts.features = {"tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "ARIA"};
  if (content.pictures > 0 && content.undescribed == 0) facts.features.push_back("alternativeText");
  if (content.has_formulas) facts.features.push_back("latex");
  if (book.index_anchor) facts.features.push_back("index");
  if (has_pages) facts.features.insert(facts.features.end(), {"pageBreakMarkers", "pageNavigation"});
  if (content.may_move) facts.hazards = {"unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard"};
  else facts.hazards = {"none"};
  const std::string& said = book.metadata.accessibility.summary;
  facts.summary = said.empty() ? summary(content, book, has_pages) : said;
  facts.summary_language = said.empty() ? sentences(book.metadata.language).language : std::string_view(book.metadata.language);
  return facts;
}

}  // namespace octavo::epub
