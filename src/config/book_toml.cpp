#include "config/book_toml.h"

#include <algorithm>
#include <array>

#include "base/paths.h"
#include "base/unicode.h"
#include "config/forms.h"
#include "config/reading.h"
#include "config/rules.h"

namespace octavo::config {

namespace {

constexpr std::array<std::pair<std::string_view, Theme>, 4> themes = {{{"book", Theme::book},
                                                                       {"handout", Theme::handout},
                                                                       {"technical", Theme::technical},
                                                                       {"manuscript", Theme::manuscript}}};
constexpr std::array<std::pair<std::string_view, WikilinkOrder>, 2> wikilink_orders = {
    {{"name-first", WikilinkOrder::name_first}, {"title-first", WikilinkOrder::title_first}}};

constexpr std::array<std::pair<std::string_view, bool>, 3> inks = {{{"color", false}, {"grey", true}, {"gray", true}}};

// Printed with the authors first, in whatever order the file has them.
struct Contributors {
  std::vector<book::Contributor> authors, editors, translators, illustrators;
};

// Where mdBook's redirect leads, as an address on the net or a path from the same folder as `from`'s; a
// relative one is taken from the page that it replaces.
std::string redirected(const std::string& from, const std::string& to) {
  if (is_uri(to) || to.starts_with("//")) return to;
  if (to.starts_with('#')) return from.substr(0, from.find('#')) + to;
  const auto mark = std::min(to.find('#'), to.size());
  const auto path = std::string_view(to).substr(0, mark);
  const auto whole = path.starts_with('/') ? base::normal(path.substr(1))
                                           : base::normal(base::join(base::folder_of(from), path));
  return whole + (path.ends_with('/') && !whole.empty() ? "/" : "") + to.substr(mark);
}

class BookToml {
 public:
  BookToml(const base::Files& files, Settings& settings, diagnostics::Sink& sink)
      : reading_(files, settings.root, sink), settings_(settings), sink_(sink) {}

  void read(const TomlValue& top) {
    const auto known = keys();
    const auto ignored = [](const TomlValue&) {};

    // mdBook keeps these settings in [book]; what stands at the top of the file wins.
    for (std::size_t i = 0; i < top.items.size(); ++i) {
      if (top.keys[i].name != "book" || top.items[i].kind != TomlKind::table) continue;
      auto inner = known;
      for (const std::string_view key : {"multilingual", "text-direction"}) inner.push_back({key, ignored});
      inner.push_back({"src", [this](const TomlValue& value) { source(value); }});
      reading_.table(top.items[i], inner);
    }
    auto outer = known;
    for (const std::string_view key : {"book", "build", "preprocessor", "rust"})
      outer.push_back({key, ignored});
    outer.push_back({"output", [this](const TomlValue& value) { output(value); }});
    outer.push_back({"accessibility", [this](const TomlValue& value) { accessibility(value); }});
    outer.push_back({"print", [this](const TomlValue& value) { print(value); }});
    outer.push_back({"links", [this](const TomlValue& value) { links(value); }});
    outer.push_back({"rules", [this](const TomlValue& value) { sink_.rules = read_rules(value, reading_, sink_); }});
    reading_.table(top, outer);

    auto& all = settings_.metadata.contributors;
    for (auto* some : {&people_.authors, &people_.editors, &people_.translators, &people_.illustrators}) {
      all.insert(all.end(), some->begin(), some->end());
    }
  }

 private:
  using Take = std::function<void(const TomlValue&)>;

  std::vector<Key> keys() {
    auto& book = settings_.metadata;
    return {
        {"title", text(book.title)},
        {"subtitle", text(book.subtitle)},
        {"authors", contributors(people_.authors, "aut")},
        {"editors", contributors(people_.editors, "edt")},
        {"translators", contributors(people_.translators, "trl")},
        {"illustrators", contributors(people_.illustrators, "ill")},
        {"language", [this](const TomlValue& value) { language(value); }},
        {"identifier",
         formed(book.identifier, is_uri, "a URI, such as \"urn:uuid:...\" or \"https://example.org/book\"")},
        {"isbn", [this](const TomlValue& value) { isbn(value); }},
        {"publisher", text(book.publisher)},
        {"edition", text(book.edition)},
        {"date", [this](const TomlValue& value) { date(value); }},
        {"rights", text(book.rights)},
        {"series", text(book.series)},
        {"series-position", [this](const TomlValue& value) { series_position(value); }},
        {"description", text(book.description)},
        {"subjects", texts(book.subjects)},
        {"cover",
         [this](const TomlValue& value) { settings_.metadata.cover = reading_.file(value).value_or(""); }},
        {"name", formed(settings_.name, is_file_name, "a name for the output files, without a folder")},
        {"chapters", [this](const TomlValue& value) { chapters(value); }},
        {"players", texts(settings_.player_headings)},
        {"numbered", [this](const TomlValue& value) { numbered(value); }},
        {"contents", [this](const TomlValue& value) { contents(value); }},
        {"paper", paper(settings_.print.paper)},
        {"handout", [this](const TomlValue& value) { handout(value); }},
        {"wikilinks", choice(settings_.wikilinks, wikilink_orders, "\"name-first\" or \"title-first\"")},
        {"line-breaks", truth(settings_.hard_line_breaks)},
        {"style", [this](const TomlValue& value) { style(value); }},
    };
  }

  Take text(std::string& result) {
    return [this, &result](const TomlValue& value) { result = reading_.text(value).value_or(result); };
  }

  Take texts(std::vector<std::string>& result) {
    return [this, &result](const TomlValue& value) { result = reading_.texts(value).value_or(result); };
  }

  Take truth(bool& result) {
    return [this, &result](const TomlValue& value) { result = reading_.truth(value).value_or(result); };
  }

  Take contributors(std::vector<book::Contributor>& result, std::string_view role) {
    return [this, &result, role](const TomlValue& value) {
      result = reading_.contributors(value, role).value_or(result);
    };
  }

  template <class Result, class Value, std::size_t count>
  Take choice(Result& result, const std::array<std::pair<std::string_view, Value>, count>& words,
              std::string_view what) {
    return [this, &result, &words, what](const TomlValue& value) {
      const auto name = reading_.text(value);
      if (!name) return;
      const auto found = std::ranges::find(words, base::folded(*name), &std::pair<std::string_view, Value>::first);
      if (found != words.end()) {
        result = found->second;
        return;
      }
      std::vector<std::string> names;
      for (const auto& word : words) names.emplace_back(word.first);
      const auto nearest = base::nearest(*name, names, 1);
      reading_.invalid(value, what, nearest.empty() ? "" : nearest.front());
    };
  }

  Take formed(std::string& result, bool (*fits)(std::string_view), std::string_view what) {
    return [this, &result, fits, what](const TomlValue& value) {
      auto taken = reading_.text(value);
      if (!taken) return;
      if (!fits(*taken)) return reading_.invalid(value, what);
      result = std::move(*taken);
    };
  }

  Take paper(std::optional<base::Paper>& result) {
    return [this, &result](const TomlValue& value) {
      const auto written = reading_.text(value);
      if (!written) return;
      if (auto taken = base::read_paper(*written)) {
        result = std::move(*taken);
        return;
      }
      const auto near = base::nearest_papers(*written);
      reading_.invalid(value,
                       "a name of paper, such as \"a5\" or \"royal\", or its width and height: \"6x9in\", \"170x240mm\"" +
                           (near.empty() ? "" : "; did you mean \"" + near.front() + "\"?"),
                       near.empty() ? "" : near.front());
    };
  }

  // Into a length of points, or one that may be left open.
  template <class Length>
  Take length(Length& result) {
    return [this, &result](const TomlValue& value) {
      const bool is_written = value.kind == TomlKind::text || value.kind == TomlKind::number;  // 0 needs no unit
      if (const auto taken = is_written ? base::read_length(value.text) : std::nullopt) {
        result = *taken;
      } else {
        reading_.invalid(value, "a length with its unit, mm, cm, in or pt: \"18mm\"");
      }
    };
  }

  void language(const TomlValue& value) {
    auto tag = reading_.text(value);
    if (!tag) return;
    if (book::is_language(*tag)) {
      settings_.metadata.language = std::move(*tag);
      return;
    }
    // As operating systems write it: "en_US".
    auto hyphenated = *tag;
    std::ranges::replace(hyphenated, '_', '-');
    reading_.invalid(value, "a language tag, such as \"en\" or \"pt-BR\"",
                     book::is_language(hyphenated) ? hyphenated : "");
  }

  void isbn(const TomlValue& value) {
    if (value.kind != TomlKind::table) {
      return reading_.invalid(value,
                              "a number for each format: isbn = { epub = \"978-...\", pdf = \"978-...\" }");
    }
    const auto take = [this](std::string& result) {
      return [this, &result](const TomlValue& item) {
        const auto digits = item.kind == TomlKind::text || item.kind == TomlKind::number
                                ? isbn_digits(item.text)
                                : std::nullopt;
        if (!digits)
          return reading_.invalid(
              item,
              "an ISBN of 13 digits that begins with 978 or 979 and whose last digit checks the others");
        result = *digits;
      };
    };
    reading_.table(
        value, {{"epub", take(settings_.metadata.isbn_epub)}, {"pdf", take(settings_.metadata.isbn_pdf)}});
  }

  // TOML has dates of its own, and a year without quotes is a number.
  void date(const TomlValue& value) {
    const bool has_text = value.kind != TomlKind::list && value.kind != TomlKind::table;
    const auto written = has_text ? base::trimmed(value.text) : "";
    if (!is_date(written))
      return reading_.invalid(
          value, "a year, a month or a day that exists: \"2024\", \"2024-05\" or \"2024-05-17\"");
    settings_.metadata.date = written;
  }

  void series_position(const TomlValue& value) {
    if (value.kind == TomlKind::number) {
      settings_.metadata.series_position = value.text;
    } else {
      settings_.metadata.series_position = reading_.text(value).value_or("");
    }
  }

  void chapters(const TomlValue& value) {
    const auto given = reading_.items(value);
    if (!given) return;
    auto& chosen = settings_.chapters.emplace();
    for (const auto& item : *given) {
      if (auto path = reading_.path(item)) chosen.push_back({std::move(*path), item.where});
    }
  }

  void numbered(const TomlValue& value) {
    const bool sections = value.kind == TomlKind::text && base::folded(value.text) == "sections";
    if (!sections && value.kind != TomlKind::truth) return reading_.invalid(value, "true, false or \"sections\"");
    settings_.number_chapters = sections || value.truth;
    settings_.number_sections = sections;
  }

  void contents(const TomlValue& value) {
    reading_.table(value, {{"depth", [this](const TomlValue& item) {
                              const bool is_level = item.kind == TomlKind::number && item.text.size() == 1 && item.text >= "1" && item.text <= "6";
                              if (!is_level) return reading_.invalid(item, "a number from 1, for chapters alone, to 6");
                              settings_.contents_depth = item.text[0] - '0';
                            }},
                           {"figures", truth(settings_.lists_figures)},
                           {"tables", truth(settings_.lists_tables)}});
  }

  void handout(const TomlValue& value) {
    reading_.table(value, {{"paper", paper(settings_.handout_paper)},
                           {"qr", truth(settings_.handout_codes)}});
  }

  // mdBook's folder of notes.
  void source(const TomlValue& value) {
    if (const auto written = reading_.text(value); !written || base::normal(*written).empty()) return;
    const auto folder = reading_.folder(value);
    if (folder) settings_.source = *folder;
  }

  // Of mdBook's settings for its own formats only the addresses that have moved matter to a book.
  void output(const TomlValue& value) {
    const auto in_html = [this](const TomlValue& html) {
      reading_.each(html, [this](const TomlKey& key, const TomlValue& item) {
        if (key.name == "redirect") redirects(item);
      });
    };
    reading_.each(value, [&](const TomlKey& key, const TomlValue& item) {
      if (key.name == "html") in_html(item);
    });
  }

  void redirects(const TomlValue& value) {
    reading_.each(value, [this](const TomlKey& key, const TomlValue& item) {
      if (const auto to = reading_.text(item)) {
        const std::string from = base::normal(key.name.substr(key.name.starts_with('/')));
        settings_.redirects[from] = redirected(from, *to);
      }
    });
  }

  void links(const TomlValue& value) {
    reading_.each(value, [this](const TomlKey& key, const TomlValue& item) {
      const auto url = reading_.text(item);
      if (!url) return;
      const bool is_web = url->starts_with("https://") || url->starts_with("http://");
      if (key.name.empty() || !is_web || !is_uri(*url))
        return reading_.invalid(item,
                                "the beginning of links and the address that takes its place: "
                                "\"../std/\" = \"https://...\"");
      settings_.links.push_back({key.name, *url});
    });
    std::ranges::stable_sort(settings_.links, std::ranges::greater{},
                             [](const LinkMapping& one) { return one.prefix.size(); });
  }

  void style(const TomlValue& value) {
    const auto take = [this](std::vector<std::string>& result) {
      return [this, &result](const TomlValue& list) {
        const auto given = reading_.items(list);
        if (!given) return;
        result.clear();
        for (const auto& item : *given) {
          if (auto path = reading_.file(item)) result.push_back(std::move(*path));
        }
      };
    };
    reading_.table(value, {{"theme", choice(settings_.theme, themes, "one of \"book\", \"handout\", \"technical\" and \"manuscript\"")},
                           {"extra", take(settings_.styles_extra)},
                           {"print", take(settings_.styles_print)},
                           {"epub", take(settings_.styles_epub)},
                           {"embed-fonts", truth(settings_.embeds_fonts)},
                           {"replace", truth(settings_.own_styles_only)}});
  }

  void print(const TomlValue& value) {
    auto& print = settings_.print;
    reading_.table(value, {
        {"paper", paper(print.paper)},
        {"margin-inside", length(print.inside)},
        {"margin-outside", length(print.outside)},
        {"margin-top", length(print.top)},
        {"margin-bottom", length(print.bottom)},
        {"crop-marks", truth(print.has_crop_marks)},
        {"bleed", length(print.bleed)},
        {"color", choice(print.in_grey, inks, "\"color\" or \"grey\"")},
        {"sheet", paper(print.sheet)},
        {"creep", length(print.creep)},
        {"signature", [this, &print](const TomlValue& item) { signature(item, print.signature); }},
    });
  }

  void signature(const TomlValue& value, int& result) {
    constexpr std::string_view few = "123456789";
    const bool is_few = value.kind == TomlKind::number && value.text.size() < 3 && few.find(value.text.front()) != few.npos &&
                        value.text.find_first_not_of("0123456789") == value.text.npos;
    if (!is_few) return reading_.invalid(value, "a number of sheets that are folded into one another: 4");
    result = std::stoi(value.text);
  }

  void accessibility(const TomlValue& value) {
    auto& said = settings_.metadata.accessibility;
    reading_.table(value, {
        {"summary", text(said.summary)},
        {"conforms-to", formed(said.conforms_to, is_conformance, "a conformance as it is written in full: \"EPUB Accessibility 1.1 - WCAG 2.1 Level AA\"")},
        {"certified-by", text(said.certified_by)},
        {"credential", text(said.credential)},
        {"report", formed(said.report, is_uri, "the address of the report")},
    });
    const bool claims = !said.conforms_to.empty() || !said.certified_by.empty() || !said.credential.empty() || !said.report.empty();
    if (!claims || (!said.conforms_to.empty() && !said.certified_by.empty())) return;
    reading_.invalid(value, "\"conforms-to\" and \"certified-by\" together: what is certified, and who says so");
    said = {.summary = said.summary};
  }

  Reading reading_;
  Settings& settings_;
  diagnostics::Sink& sink_;
  Contributors people_;
};

}  // namespace

void read_book_toml(const base::Files& files, Settings& settings, diagnostics::Sink& sink) {
  const auto file = read_text(files, settings.root, "book.toml", sink);
  if (!file) return;
  if (const auto top = read_toml(*file, sink)) BookToml(files, settings, sink).read(*top);
}

}  // namespace octavo::config
