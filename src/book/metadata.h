#pragma once
// What a book says of itself. Filled by config, read by epub, pdf and the title page.
#include <optional>
#include <string>
#include <vector>

namespace octavo::book {

struct Contributor {
  std::string name;     // as printed: "Ada Lovelace"
  std::string sort_as;  // "Lovelace, Ada"; "" where it was not given
  std::string role;     // MARC relator code: "aut", "edt", "ill", "trl", ...
};

// What a person says of the book's accessibility, who has looked: octavo only counts. EPUB Accessibility 1.1, 4.
struct Accessibility {
  std::string summary;       // in the place of the one octavo makes; or ""
  std::string conforms_to;   // "EPUB Accessibility 1.1 - WCAG 2.1 Level AA", or ""
  std::string certified_by;  // "" where conforms_to is
  std::string credential;    // of the certifier: words or an address
  std::string report;        // an address
};

struct Metadata {
  std::string title;
  std::string subtitle;
  std::vector<Contributor> contributors;  // authors first, in the order given
  std::string language = "en";            // BCP 47
  std::string identifier;                 // a URI; "urn:uuid:..." made from the title and authors where none was given
  std::string isbn_epub, isbn_pdf;        // 13 digits, or ""
  std::string publisher;
  std::string edition;   // in words: "Second edition"; or ""
  std::string date;      // of publication, ISO 8601: a year, a month or a day; "" if unknown
  std::string modified;  // "YYYY-MM-DDThh:mm:ssZ", never from the clock: SOURCE_DATE_EPOCH, else `date`, else 1980
  std::string rights;
  std::string series;
  std::string series_position;
  std::string description;
  std::vector<std::string> subjects;
  Accessibility accessibility;
  std::string cover;  // path of the cover picture within the book's folder, or ""

  // The names of those with role "aut", joined for a title page in the book's language: "A", "A and B",
  // "A, B and C".
  std::string authors() const;
  // What the others did, a line for each role, in the book's language: "Edited by A and B". Roles that octavo has no words for come last
  // and are names alone.
  std::vector<std::string> credits() const;
  // "© 2024 A and B": the year of publication and whoever wrote or published the book. "" where one of them is unknown, and where the
  // rights say it themselves or give the book away.
  std::string copyright() const;
};

}  // namespace octavo::book
