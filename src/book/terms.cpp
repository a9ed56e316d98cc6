#include "book/terms.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "base/word_list.h"

namespace octavo::book {
namespace {

constexpr std::pair<std::string_view, Terms> table[] = {
    {"en",
     {.contents = "Contents", .key_players = "Key Players", .index = "Index", .notes = "Notes", .cover = "Cover", .title_page = "Title Page",
      .figure = "Figure", .table = "Table", .listing = "Listing",
      .figures = "Figures", .tables = "Tables", .see = "see", .see_also = "see also", .page = "p.", .opposite = "opposite",
      .overleaf = "overleaf", .chapter = "ch.", .section = "\u00A7", .pages = "Pages", .landmarks = "Landmarks", .conjunction = "and",
      .edited_by = "Edited by", .translated_by = "Translated by", .illustrated_by = "Illustrated by", .volume = "vol.",
      .set_in = "Set in", .set_by = "by", .articles = "the a an", .prefaces = "preface foreword prologue"}},
    {"de",
     {.contents = "Inhalt", .key_players = "Personen", .index = "Register", .notes = "Anmerkungen", .cover = "Umschlag", .title_page = "Titelseite",
      .figure = "Abbildung", .table = "Tabelle", .listing = "Listing",
      .figures = "Abbildungen", .tables = "Tabellen", .see = "siehe", .see_also = "siehe auch", .page = "S.", .opposite = "gegenüber",
      .overleaf = "umseitig", .chapter = "Kap.", .section = "Abschn.", .pages = "Seiten", .landmarks = "Orientierungspunkte", .conjunction = "und",
      .edited_by = "Herausgegeben von", .translated_by = "Übersetzt von", .illustrated_by = "Illustriert von", .volume = "Bd.",
      .set_in = "Gesetzt aus", .set_by = "mit", .articles = "der die das ein eine", .prefaces = "vorwort geleitwort prolog"}},
    {"fr",
     {.contents = "Table des matières", .key_players = "Personnages", .index = "Index", .notes = "Notes", .cover = "Couverture",
      .title_page = "Page de titre", .figure = "Figure", .table = "Tableau", .listing = "Listing",
      .figures = "Figures", .tables = "Tableaux", .see = "voir", .see_also = "voir aussi", .page = "p.",
      .opposite = "ci-contre", .overleaf = "au verso", .chapter = "chap.", .section = "\u00A7", .pages = "Pages", .landmarks = "Repères",
      .conjunction = "et", .edited_by = "Sous la direction de", .translated_by = "Traduit par", .illustrated_by = "Illustré par", .volume = "vol.",
      .set_in = "Composé en", .set_by = "par", .articles = "le la les un une", .prefaces = "préface avant-propos prologue"}},
    {"es",
     {.contents = "Índice", .key_players = "Personajes", .index = "Índice alfabético", .notes = "Notas", .cover = "Cubierta", .title_page = "Portada",
      .figure = "Figura", .table = "Tabla", .listing = "Listado",
      .figures = "Figuras", .tables = "Tablas", .see = "véase", .see_also = "véase también", .page = "p.", .opposite = "página opuesta",
      .overleaf = "al dorso", .chapter = "cap.", .section = "\u00A7", .pages = "Páginas", .landmarks = "Puntos de referencia", .conjunction = "y",
      .edited_by = "Edición de", .translated_by = "Traducción de", .illustrated_by = "Ilustraciones de", .volume = "vol.",
      .set_in = "Compuesto en", .set_by = "con", .articles = "el la los las un una", .prefaces = "prefacio prólogo"}},
    {"it",
     {.contents = "Indice", .key_players = "Protagonisti", .index = "Indice analitico", .notes = "Note", .cover = "Copertina",
      .title_page = "Frontespizio", .figure = "Figura", .table = "Tabella", .listing = "Listato",
      .figures = "Figure", .tables = "Tabelle", .see = "vedi", .see_also = "vedi anche", .page = "p.",
      .opposite = "a fronte", .overleaf = "a tergo", .chapter = "cap.", .section = "\u00A7", .pages = "Pagine", .landmarks = "Punti di riferimento",
      .conjunction = "e", .edited_by = "A cura di", .translated_by = "Traduzione di", .illustrated_by = "Illustrazioni di", .volume = "vol.",
      .set_in = "Composto in", .set_by = "con", .articles = "il lo la i gli le un uno una", .prefaces = "prefazione premessa prologo"}},
    {"nl",
     {.contents = "Inhoud", .key_players = "Personen", .index = "Register", .notes = "Noten", .cover = "Omslag", .title_page = "Titelpagina",
      .figure = "Figuur", .table = "Tabel", .listing = "Listing",
      .figures = "Figuren", .tables = "Tabellen", .see = "zie", .see_also = "zie ook", .page = "p.", .opposite = "hiernaast",
      .overleaf = "ommezijde", .chapter = "hfdst.", .section = "\u00A7", .pages = "Pagina’s", .landmarks = "Oriëntatiepunten", .conjunction = "en",
      .edited_by = "Onder redactie van", .translated_by = "Vertaald door", .illustrated_by = "Geïllustreerd door", .volume = "dl.",
      .set_in = "Gezet in", .set_by = "met", .articles = "de het een", .prefaces = "voorwoord proloog"}},
};

const std::pair<std::string_view, Terms>* find_terms(std::string_view language) {
  return std::ranges::find(table, primary_subtag(language), &std::pair<std::string_view, Terms>::first);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

}  // namespace

bool is_language(std::string_view tag) {
  constexpr std::size_t longest_subtag = 8;
  const std::string_view primary = tag.substr(0, tag.find('-'));
  if (primary.size() < 2 || primary.size() > 3 || !std::ranges::all_of(primary, is_letter)) return false;
  tag.remove_prefix(primary.size());
  while (!tag.empty()) {
    tag.remove_prefix(1);  // the hyphen
    const std::string_view subtag = tag.substr(0, tag.find('-'));
    if (subtag.empty() || subtag.size() > longest_subtag || !std::ranges::all_of(subtag, is_letter_or_digit)) return false;
    tag.remove_prefix(subtag.size());
  }
  return true;
}

std::string_view primary_subtag(std::string_view language) { return language.substr(0, language.find_first_of("-_")); }

bool has_terms(std::string_view language) { return find_terms(language) != std::end(table); }

const Terms& terms(std::string_view language) {
  const auto found = find_terms(language);
  return found == std::end(table) ? table[0].second : found->second;
}

std::string_view without_article(std::string_view title, std::string_view language) {
  const std::size_t space = title.find(' ');
  if (space == std::string_view::npos || space + 1 == title.size()) return title;
  return base::is_among(base::folded(title.substr(0, space)), terms(language).articles) ? title.substr(space + 1) : title;
}

bool is_right_to_left(std::string_view language) {
  return base::is_among(primary_subtag(language), "ar arc ckb dv fa he ks ps sd syr ug ur yi");
}

bool is_preface(std::string_view title, std::string_view language) {
  return base::is_among(base::folded(title), terms(language).prefaces);
}

}  // namespace octavo::book
