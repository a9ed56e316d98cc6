// The door's Fonts: requests to faces, fallback, and the cache of shaped words.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>

#include "base/failure.h"
#include "base/text_map.h"
#include "base/utf8.h"
#include "glyphs/brush.h"
#include "glyphs/coverage.h"
#include "glyphs/excerpt.h"
#include "glyphs/font_packages.h"
#include "glyphs/font_set.h"
#include "glyphs/glyphs.h"
#include "glyphs/shape.h"
#include "glyphs/subset.h"

namespace octavo::glyphs {
namespace {

// Which face draws a cluster.
class Faces {
 public:
  template <class Choose>
  FaceId find_or(std::string_view cluster, Choose choose) {
    const auto byte = static_cast<unsigned char>(cluster.front());
    if (cluster.size() > 1 || byte >= of_ascii_.size()) return of_others_.find_or(cluster, choose);
    FaceId& known = of_ascii_[byte];
    return known ? known : known = choose();
  }

 private:
  std::array<FaceId, 128> of_ascii_;
  base::TextMap<FaceId> of_others_;
};

// What a request came to.
struct Font {
  Wish wish;
  std::vector<FileId> files;  // of the families asked for, in order; at least one
  std::vector<hb_feature_t> features;
  Metrics metrics;
  struct InLanguage {
    Faces faces;
    base::TextMap<Shaped> shaped[2];  // left to right, right to left
  };
  std::deque<InLanguage> languages;  // as State::languages
};

// HarfBuzz looks back over marks for their base, so that its time grows with the square of a heap of marks.
// No word is as long as this, in bytes.
constexpr std::size_t longest_stretch = 2000;

constexpr std::size_t longest_context = 100;  // of a missing character, in bytes

struct Language {
  std::string name;
  hb_language_t tag;
};

std::string name_of(char32_t character) {
  char name[128];
  UErrorCode error = U_ZERO_ERROR;
  const auto length = u_charName(static_cast<UChar32>(character), U_UNICODE_CHAR_NAME, name, sizeof name, &error);
  return U_SUCCESS(error) ? std::string(name, static_cast<std::size_t>(length)) : "";
}

}  // namespace

struct Fonts::State {
  std::optional<FontSet> found_set;  // once something is requested
  std::optional<Brush> brush;        // once something is drawn
  std::deque<Face> faces;
  std::map<FileId, FaceId> opened;
  std::vector<Request> requests;  // a dozen or two, by FontId
  std::deque<Font> fonts;         // what they came to
  std::vector<Language> languages;
  std::map<char32_t, std::string> missing;
  std::map<std::string, std::string> refused;  // by family: why it may not be in a book
  Shaper shaper;
  Rows rows;

  const FontSet& set() { return found_set ? *found_set : found_set.emplace(); }

  FaceId open(FileId file) {
    if (const auto known = opened.find(file); known != opened.end()) return known->second;
    const FontFile& entry = set().file(file);
    faces.emplace_back(entry.path, entry.index);
    return opened[file] = FaceId(faces.size() - 1);
  }

  Font found(const Request& request) {
    std::optional<Kind> kind;  // as the request says, else that of its first face
    for (const std::string& name : request.families)
      if (!kind) kind = generic_kind(name);
    Font font;
    font.wish = {.kind = kind.value_or(Kind::serif), .weight = request.weight, .italic = request.italic};
    const auto add = [&](std::string_view family) {
      const auto file = set().find(family, font.wish);
      if (!file) return;
      const std::string_view objection = faces[open(*file).index()].objection();
      if (objection.empty()) font.files.push_back(*file);
      else refused.try_emplace(std::string(family), objection);
    };
    for (const std::string& name : request.families) {
      if (const auto generic = generic_kind(name))
        std::ranges::for_each(families_of(*generic), add);
      else
        add(name);
    }
    if (font.files.empty()) std::ranges::for_each(families_of(font.wish.kind), add);
    if (font.files.empty()) {
      const auto stand_ins = set().covering(U"a", "en", font.wish);
      const auto may_stand_in = [&](FileId file) { return faces[open(file).index()].objection().empty(); };
      const auto first = std::ranges::find_if(stand_ins, may_stand_in);
      if (first == stand_ins.end()) throw base::Failure("no font with Latin letters is installed that may be embedded in a book");
      font.files.push_back(*first);
    }
    const Face& first = faces[open(font.files.front()).index()];
    if (!kind) font.wish.kind = first.kind();
    font.features = open_type_features(request.features);
    font.metrics = first.metrics();
    return font;
  }

  std::size_t language_index(std::string_view name) {
    for (std::size_t at = 0; at < languages.size(); ++at)
      if (languages[at].name == name) return at;
    // HarfBuzz would ask the locale for a language that is not set.
    const std::string_view tag = name.empty() ? "und" : name;
    languages.push_back(
        {std::string(name), hb_language_from_string(tag.data(), static_cast<int>(tag.size()))});
    return languages.size() - 1;
  }

  std::optional<FaceId> first_that_draws(std::string_view cluster, const std::vector<FileId>& files) {
    for (const FileId file : files) {
      const FaceId id = open(file);
      const Face& face = faces[id.index()];
      if (draws(face, cluster) && face.objection().empty()) return id;
    }
    return std::nullopt;
  }

  // A face that draws the whole cluster; else one that draws its base, else the first face. Those asked for
  // come first.
  FaceId choose(const Font& font, std::string_view language, std::string_view cluster,
                std::string_view text) {
    if (const auto face = first_that_draws(cluster, font.files)) return *face;
    const std::u32string characters = visible(cluster);
    if (const auto face = first_that_draws(cluster, set().covering(characters, language, font.wish)))
      return *face;

    const std::string_view base = cluster.substr(0, base::decode(cluster, 0).length);
    std::optional<FaceId> face = first_that_draws(base, font.files);
    if (!face) face = first_that_draws(base, set().covering(characters.substr(0, 1), language, font.wish));
    if (!face) face = open(font.files.front());
    const std::string_view context = text.size() <= longest_context ? text : cluster;
    for (const char32_t c : undrawn(faces[face->index()], cluster)) missing.try_emplace(c, context);
    return *face;
  }

  Shaped shape(const Font& font, std::string_view text, std::size_t language, bool right_to_left,
               Faces& known_faces) {
    std::vector<Stretch> stretches;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = cluster_end(text, at);
      const std::string_view cluster = text.substr(at, end - at);
      const FaceId face =
          known_faces.find_or(cluster, [&] { return choose(font, languages[language].name, cluster, text); });
      const hb_script_t script = script_of(base::decode(cluster, 0).code_point);
      Stretch* last = stretches.empty() ? nullptr : &stretches.back();
      const bool fits =
          last && last->face == face && end - last->begin <= longest_stretch &&
          (last->script == script || script == HB_SCRIPT_COMMON || last->script == HB_SCRIPT_COMMON);
      if (fits) {
        last->end = static_cast<std::uint32_t>(end);
        if (last->script == HB_SCRIPT_COMMON) last->script = script;
      } else {
        stretches.push_back({face, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), script});
      }
      at = end;
    }
    if (right_to_left) std::ranges::reverse(stretches);

    Shaped shaped;
    shaped.runs.reserve(stretches.size());
    const Shaper::Setting setting{languages[language].tag, right_to_left, &font.features};
    for (const Stretch& stretch : stretches) {
      shaped.runs.push_back(shaper.shape(faces[stretch.face.index()], text, stretch, setting, rows));
      shaped.width += shaped.runs.back().width;
    }
    return shaped;
  }
};

Fonts::Fonts() : state_(std::make_unique<State>()) {}
Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;

FontId Fonts::request(const Request& request) {
  auto& requests = state_->requests;
  const auto known = std::ranges::find(requests, request);
  const FontId id(static_cast<std::size_t>(known - requests.begin()));
  if (known != requests.end()) return id;
  state_->fonts.push_back(state_->found(request));
  requests.push_back(request);
  return id;
}

Metrics Fonts::metrics(FontId font) const { return state_->fonts[font.index()].metrics; }

const Shaped& Fonts::shape(FontId id, std::string_view text, std::string_view language, bool right_to_left) {
  Font& font = state_->fonts[id.index()];
  const std::size_t at = state_->language_index(language);
  while (font.languages.size() <= at) font.languages.emplace_back();
  Font::InLanguage& known = font.languages[at];
  return known.shaped[right_to_left].find_or(
      text, [&] { return state_->shape(font, text, at, right_to_left, known.faces); });
}

GlyphRow Fonts::keep(std::span<const Glyph> glyphs) { return state_->rows.keep(glyphs); }
std::string_view Fonts::keep(std::string_view text) { return state_->rows.keep(text); }

std::vector<Missing> Fonts::missing() const {
  std::vector<Missing> all;
  const auto has_family = [&](std::string_view family) { return state_->found_set->find(family, {}).has_value(); };
  for (const auto& [code_point, text] : state_->missing)
    all.push_back({code_point, text, name_of(code_point), packages_with(code_point, has_family)});
  return all;
}

std::vector<std::string> Fonts::refused() const {
  std::vector<std::string> all;
  for (const auto& [family, objection] : state_->refused)
    all.push_back("the font \"" + family + "\" is not used, because a PDF holds its fonts and " + objection);
  return all;
}

std::size_t Fonts::face_count() const { return state_->faces.size(); }
FaceFacts Fonts::face(FaceId face) const { return state_->faces[face.index()].facts(); }
float Fonts::advance(FaceId face, std::uint32_t glyph) const {
  return state_->faces[face.index()].advance(glyph);
}

void Fonts::draw(FaceId face, std::uint32_t glyph, float size, base::Point origin, Coverage& picture) {
  if (!state_->brush) state_->brush.emplace();
  state_->brush->draw(state_->faces[face.index()], glyph, size, origin, picture);
}

Subset Fonts::subset(FaceId face, const std::vector<std::uint32_t>& glyphs) const {
  return subset_of(state_->faces[face.index()], glyphs);
}

FaceId Fonts::first_face(FontId font) const { return state_->opened.at(state_->fonts[font.index()].files.front()); }

Excerpt Fonts::excerpt(FaceId face, std::u32string_view characters, const Features& features) const {
  return excerpt_of(state_->faces[face.index()], characters, features);
}

}  // namespace octavo::glyphs
