// The door's Fonts: requests to faces, fallback, and the cache of shaped words.
#include <hb-ot.h>
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
#include "glyphs/own_file.h"
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
  std::vector<FaceId> faces;  // of the families asked for, in order; at least one
  FaceId first;               // of them: the one that is asked for a space
  std::vector<hb_feature_t> features;
  Metrics metrics;
  struct InLanguage {
    Faces faces;
    base::TextMap<Shaped> shaped[2];  // left to right, right to left
  };
  std::vector<std::unique_ptr<InLanguage>> languages;  // as State::languages
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
  std::vector<FileId> files;  // of the faces
  struct Opened {
    HbFace face;
    std::vector<FaceId> at;  // the places of a variable font that are asked for; one of any other
  };
  std::map<FileId, Opened> opened;
  std::vector<Request> requests;  // a few dozen
  std::vector<FontId> answers;    // to each
  std::vector<std::unique_ptr<Font>> fonts;  // what they came to, by FontId; asked for with every word, and a deque would cost more
  std::vector<Language> languages;
  std::map<char32_t, std::string> missing;
  std::map<std::string, std::string> refused;  // by family: why it may not be in a book
  Shaper shaper;
  Rows rows;

  FontSet& set() { return found_set ? *found_set : found_set.emplace(); }

  // The file's own face is open.
  void add(OwnFace&& declared, FontFile&& file) {
    hb_face_t* face = file.face.get();
    file.is_variable = hb_ot_var_has_data(face);
    file.families = {std::move(declared.family)};
    file.ranges = std::move(declared.characters);
    file.width = 100;  // no face is declared as narrow or wide
    const Face whole(file.path, HbFace(hb_face_reference(face)), {});
    file.weights = declared.weights ? *declared.weights : whole.weights();
    file.slant = declared.is_italic.value_or(whole.is_italic()) ? Slant::italic : Slant::upright;
    set().add(std::move(file));
  }

  FaceId open(FileId file, const Wish& wish) {
    const FontFile& entry = set().file(file);
    Opened& known = opened[file];
    if (!known.face) known.face = entry.face ? HbFace(hb_face_reference(entry.face.get())) : glyphs::opened(entry.path, entry.index);
    Location location;
    if (entry.is_variable)
      location = location_of(known.face.get(), {std::clamp(wish.weight, entry.weights.lightest, entry.weights.heaviest), wish.italic, wish.size});
    for (const FaceId id : known.at)
      if (faces[id.index()].location() == location) return id;
    faces.emplace_back(entry.path, HbFace(hb_face_reference(known.face.get())), std::move(location));
    files.push_back(file);
    return known.at.emplace_back(faces.size() - 1);
  }

  bool varies_with_size(FontId font) const {
    return std::ranges::any_of(fonts[font.index()]->faces, [&](FaceId face) {
      const auto is_of_size = [](const AxisValue& one) { return one.axis == HB_OT_TAG_VAR_AXIS_OPTICAL_SIZE; };
      return std::ranges::any_of(faces[face.index()].location(), is_of_size);
    });
  }

  bool is_asked_for(FaceId face, std::string_view cluster) {
    const auto& ranges = set().file(files[face.index()]).ranges;
    return ranges.empty() || std::ranges::all_of(visible(cluster), [&](char32_t c) {
             return std::ranges::any_of(ranges, [&](const CharacterRange& range) { return range.first <= c && c <= range.last; });
           });
  }

  Font found(const Request& request) {
    std::optional<Kind> kind;  // as the request says, else that of its first face
    for (const std::string& name : request.families)
      if (!kind) kind = generic_kind(name);
    Font font;
    font.wish = {.kind = kind.value_or(Kind::serif), .weight = request.weight, .italic = request.italic, .size = request.size};
    const auto add = [&](std::string_view family) {
      for (const FileId file : set().find(family, font.wish)) {
        const FaceId face = open(file, font.wish);
        const std::string_view objection = faces[face.index()].objection();
        if (objection.empty()) font.faces.push_back(face);
        else refused.try_emplace(std::string(family), objection);
      }
    };
    for (const std::string& name : request.families) {
      if (const auto generic = generic_kind(name))
        std::ranges::for_each(families_of(*generic), add);
      else
        add(name);
    }
    if (font.faces.empty()) std::ranges::for_each(families_of(font.wish.kind), add);
    if (font.faces.empty()) {
      const auto stand_in = first_that_draws("a", set().covering(U"a", "en", font.wish), font.wish);
      if (!stand_in) throw base::Failure("no font with Latin letters is installed that may be embedded in a book");
      font.faces.push_back(*stand_in);
    }
    const auto has_space = [&](FaceId face) { return is_asked_for(face, " "); };
    const auto with_space = std::ranges::find_if(font.faces, has_space);
    font.first = with_space == font.faces.end() ? font.faces.front() : *with_space;
    const Face& first = faces[font.first.index()];
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

  std::optional<FaceId> first_that_draws(std::string_view cluster, const std::vector<FileId>& candidates, const Wish& wish) {
    for (const FileId file : candidates) {
      const FaceId id = open(file, wish);
      const Face& face = faces[id.index()];
      if (draws(face, cluster) && face.objection().empty()) return id;
    }
    return std::nullopt;
  }

  // Of the faces that a font asks for itself.
  std::optional<FaceId> first_that_draws(std::string_view cluster, const std::vector<FaceId>& candidates) {
    for (const FaceId id : candidates)
      if (is_asked_for(id, cluster) && draws(faces[id.index()], cluster)) return id;
    return std::nullopt;
  }

  // A face that draws the whole cluster; else one that draws its base, else the first face. Those asked for
  // come first.
  FaceId choose(const Font& font, std::string_view language, std::string_view cluster,
                std::string_view text) {
    if (const auto face = first_that_draws(cluster, font.faces)) return *face;
    const std::u32string characters = visible(cluster);
    if (const auto face = first_that_draws(cluster, set().covering(characters, language, font.wish), font.wish))
      return *face;

    const std::string_view base = cluster.substr(0, base::decode(cluster, 0).length);
    std::optional<FaceId> face = first_that_draws(base, font.faces);
    if (!face) face = first_that_draws(base, set().covering(characters.substr(0, 1), language, font.wish), font.wish);
    if (!face) face = font.first;
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

std::string Fonts::add(OwnFace face, const std::string& path, std::string bytes, std::string_view name) {
  auto [opened, flaw] = own_file(std::move(bytes), name);
  if (flaw.empty()) state_->add(std::move(face), {.path = path, .face = std::move(opened)});
  return flaw;
}

std::string Fonts::add_installed(OwnFace face, std::string_view name) {
  auto file = state_->set().named(name);
  if (!file) return "no font of that name is installed";
  try {
    file->face = glyphs::opened(file->path, file->index);
  } catch (const base::Failure&) {
    return "its file cannot be read";
  }
  std::string flaw = flaw_of(file->face.get());
  if (flaw.empty()) state_->add(std::move(face), std::move(*file));
  return flaw;
}

FontId Fonts::request(const Request& request) {
  auto& requests = state_->requests;
  const auto known = std::ranges::find(requests, request);
  if (known != requests.end()) return state_->answers[static_cast<std::size_t>(known - requests.begin())];
  FontId id;
  if (request.size != 0) {
    Request of_any_size = request;
    of_any_size.size = 0;
    id = this->request(of_any_size);
  }
  if (!id || state_->varies_with_size(id)) {
    id = FontId(state_->fonts.size());
    state_->fonts.push_back(std::make_unique<Font>(state_->found(request)));
  }
  requests.push_back(request);
  state_->answers.push_back(id);
  return id;
}

Metrics Fonts::metrics(FontId font) const { return state_->fonts[font.index()]->metrics; }

const Shaped& Fonts::shape(FontId id, std::string_view text, std::string_view language, bool right_to_left) {
  Font& font = *state_->fonts[id.index()];
  const std::size_t at = state_->language_index(language);
  while (font.languages.size() <= at) font.languages.push_back(std::make_unique<Font::InLanguage>());
  Font::InLanguage& known = *font.languages[at];
  return known.shaped[right_to_left].find_or(
      text, [&] { return state_->shape(font, text, at, right_to_left, known.faces); });
}

GlyphRow Fonts::keep(std::span<const Glyph> glyphs) { return state_->rows.keep(glyphs); }
std::string_view Fonts::keep(std::string_view text) { return state_->rows.keep(text); }

std::vector<Missing> Fonts::missing() const {
  std::vector<Missing> all;
  const auto has_family = [&](std::string_view family) { return !state_->found_set->find(family, {}).empty(); };
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

float Fonts::overhang(const Shaped& shaped) const {
  if (shaped.runs.empty() || shaped.runs.back().glyphs.empty()) return 0;
  const Run& last = shaped.runs.back();
  return state_->faces[last.face.index()].overhang(last.glyphs.back().id);
}

void Fonts::draw(FaceId face, std::uint32_t glyph, float size, base::Point origin, Coverage& picture) {
  if (!state_->brush) state_->brush.emplace();
  state_->brush->draw(state_->faces[face.index()], glyph, size, origin, picture);
}

Subset Fonts::subset(FaceId face, const std::vector<std::uint32_t>& glyphs) const {
  return subset_of(state_->faces[face.index()], glyphs);
}

FaceId Fonts::first_face(FontId font) const { return state_->fonts[font.index()]->first; }

Excerpt Fonts::excerpt(FaceId face, std::u32string_view characters, const Features& features) const {
  return excerpt_of(state_->faces[face.index()], characters, features);
}

}  // namespace octavo::glyphs
