#include "book/terms.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"

namespace octavo::book {
namespace {

constexpr std::pair<std::string_view, Terms> table[] = {
    {"en",
     {"Contents", "Key Players", "Index", "Notes", "Cover", "Title Page", "Figure", "Listing", "see", "see also", "p.", "Pages", "Landmarks", "and", "the a an",
      "preface foreword prologue"}},
    {"de",
     {"Inhalt", "Personen", "Register", "Anmerkungen", "Umschlag", "Titelseite", "Abbildung", "Listing", "siehe", "siehe auch", "S.", "Seiten", "Orientierungspunkte", "und",
      "der die das ein eine", "vorwort geleitwort prolog"}},
    {"fr",
     {"Table des matières", "Personnages", "Index", "Notes", "Couverture", "Page de titre", "Figure", "Listing", "voir", "voir aussi",
      "p.", "Pages", "Repères", "et", "le la les un une", "préface avant-propos prologue"}},
    {"es",
     {"Índice", "Personajes", "Índice alfabético", "Notas", "Cubierta", "Portada", "Figura", "Listado", "véase", "véase también", "p.", "Páginas", "Puntos de referencia", "y",
      "el la los las un una", "prefacio prólogo"}},
    {"it",
     {"Indice", "Protagonisti", "Indice analitico", "Note", "Copertina", "Frontespizio", "Figura", "Listato", "vedi", "vedi anche", "p.", "Pagine", "Punti di riferimento", "e",
      "il lo la i gli le un uno una", "prefazione premessa prologo"}},
    {"nl",
     {"Inhoud", "Personen", "Register", "Noten", "Omslag", "Titelpagina", "Figuur", "Listing", "zie", "zie ook", "p.", "Pagina’s", "Oriëntatiepunten", "en", "de het een",
      "voorwoord proloog"}},
};

bool is_among(std::string_view word, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

const std::pair<std::string_view, Terms>* find_terms(std::string_view language) {
  return std::ranges::find(table, primary_subtag(language), &std::pair<std::string_view, Terms>::first);
}

}  // namespace

std::string_view primary_subtag(std::string_view language) { return language.substr(0, language.find_first_of("-_")); }

bool has_terms(std::string_view language) { return find_terms(language) != std::end(table); }

const Terms& terms(std::string_view language) {
  const auto found = find_terms(language);
  return found == std::end(table) ? table[0].second : found->second;
}

std::string_view without_article(std::string_view title, std::string_view language) {
  const std::size_t space = title.find(' ');
  if (space == std::string_view::npos || space + 1 == title.size()) return title;
  return is_among(base::folded(title.substr(0, space)), terms(language).articles) ? title.substr(space + 1) : title;
}

bool is_right_to_left(std::string_view language) {
  return is_among(primary_subtag(language), "ar arc ckb dv fa he ks ps sd syr ug ur yi");
}

bool is_preface(std::string_view title, std::string_view language) {
  return is_among(base::folded(title), terms(language).prefaces);
}

}  // namespace octavo::book
