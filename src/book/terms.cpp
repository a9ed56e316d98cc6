#include "book/terms.h"

#include <utility>

namespace octavo::book {
namespace {

constexpr std::pair<std::string_view, Terms> table[] = {
    {"en", {"Contents", "Key Players", "Index", "Notes", "Cover", "Title Page", "Figure", "p.", "and"}},
    {"de",
     {"Inhalt", "Personen", "Register", "Anmerkungen", "Umschlag", "Titelseite", "Abbildung", "S.", "und"}},
    {"fr",
     {"Table des matières", "Personnages", "Index", "Notes", "Couverture", "Page de titre", "Figure", "p.",
      "et"}},
    {"es",
     {"Índice", "Personajes", "Índice alfabético", "Notas", "Cubierta", "Portada", "Figura", "p.", "y"}},
    {"it",
     {"Indice", "Protagonisti", "Indice analitico", "Note", "Copertina", "Frontespizio", "Figura", "p.",
      "e"}},
    {"nl", {"Inhoud", "Personen", "Register", "Noten", "Omslag", "Titelpagina", "Figuur", "p.", "en"}},
};

}  // namespace

const Terms& terms(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  for (const auto& [tag, words] : table)
    if (tag == primary) return words;
  return table[0].second;
}

}  // namespace octavo::book
