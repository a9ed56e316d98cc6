#include "glyphs/font_set.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "base/failure.h"
#include "glyphs/stand_ins.h"

namespace octavo::glyphs {

struct FontSet::Config {
  // A configuration of its own instead of fontconfig's current one: nothing global is touched.
  FcConfig* handle = FcInitLoadConfigAndFonts();
  ~Config() {
    if (handle) FcConfigDestroy(handle);
  }
};

namespace {

std::string_view text_of(FcPattern* pattern, const char* object, int at = 0) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(pattern, object, at, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

bool is_true(FcPattern* pattern, const char* object) {
  FcBool value = FcFalse;
  return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value != FcFalse;
}

int number_of(FcPattern* pattern, const char* object, int otherwise) {
  int value = otherwise;
  return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

bool is_usable(FcPattern* pattern) {
  const std::string_view format = text_of(pattern, FC_FONTFORMAT);
  const std::string_view wrapper = text_of(pattern, "fontwrapper");
  const bool is_opentype =
      (format == "TrueType" || format == "CFF") && (wrapper.empty() || wrapper == "SFNT");
  // An index above 16 bits is a named instance of a variable font, which is listed as a whole as well.
  return is_opentype && is_true(pattern, FC_OUTLINE) && !is_true(pattern, FC_COLOR) && number_of(pattern, FC_INDEX, 0) <= 0xFFFF;
}

Weights weights_of(FcPattern* pattern) {
  double lightest = number_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR), heaviest = lightest;
  if (FcRange* range = nullptr; FcPatternGetRange(pattern, FC_WEIGHT, 0, &range) == FcResultMatch) FcRangeGetDouble(range, &lightest, &heaviest);
  const auto as_css_counts = [](double weight) { return static_cast<int>(std::lround(FcWeightToOpenTypeDouble(weight))); };
  return {as_css_counts(lightest), as_css_counts(heaviest)};
}

FontFile described(FcPattern* pattern) {
  FontFile file;
  file.path = text_of(pattern, FC_FILE);
  file.index = static_cast<std::uint32_t>(number_of(pattern, FC_INDEX, 0));
  for (int at = 0;; ++at) {
    const std::string_view family = text_of(pattern, FC_FAMILY, at);
    if (family.empty()) break;
    file.families.emplace_back(family);
  }
  file.weights = weights_of(pattern);
  file.width = number_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
  const int slant = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN);
  file.slant = slant == FC_SLANT_ROMAN     ? Slant::upright
               : slant == FC_SLANT_OBLIQUE ? Slant::oblique
                                           : Slant::italic;
  file.is_variable = is_true(pattern, FC_VARIABLE);
  FcCharSet* characters = nullptr;
  FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters);
  file.characters = characters;
  return file;
}

// How far a file is from the wish, least is best: width, then slant, then weight (CSS Fonts 4, 5.2).
std::tuple<int, int, int> distance(const FontFile& file, const Wish& wish) {
  const int slant = static_cast<int>(file.slant);
  const int wanted = wish.weight;
  const int nearest = std::clamp(wanted, file.weights.lightest, file.weights.heaviest);
  const int off = std::abs(nearest - wanted);
  int weight = off;
  if (wanted >= 400 && wanted <= 500) {
    if (nearest < wanted) weight += 1000;
    if (nearest > 500) weight += 2000;
  } else if ((wanted < 400) != (nearest < wanted) && off != 0) {
    weight += 1000;
  }
  return {std::abs(file.width - 100), wish.italic ? 2 - slant : slant, weight};
}

bool has_all(const FontFile& file, std::u32string_view characters) {
  return file.characters && std::ranges::all_of(characters, [&](char32_t c) {
           return FcCharSetHasChar(file.characters, c) != FcFalse;
         });
}

}  // namespace

FontSet::FontSet() : config_(std::make_unique<Config>()) {
  if (config_->handle) {
    if (const FcFontSet* found = FcConfigGetFonts(config_->handle, FcSetSystem)) {
      files_.reserve(static_cast<std::size_t>(found->nfont));
      for (int at = 0; at < found->nfont; ++at)
        if (is_usable(found->fonts[at])) files_.push_back(described(found->fonts[at]));
    }
  }
  const auto place = [](const FontFile& file) { return std::tie(file.path, file.index); };
  std::ranges::sort(files_, [&](const FontFile& left, const FontFile& right) {
    return std::tuple(place(left), right.is_variable) < std::tuple(place(right), left.is_variable);
  });
  const auto defaults = std::ranges::unique(files_, {}, place);  // what a variable font is by itself is one of its weights
  files_.erase(defaults.begin(), defaults.end());
  installed_ = files_.size();
  if (covering(U"a", "en", {}).empty())
    throw base::Failure(
        "no font with Latin letters is installed; install the Debian packages fonts-vollkorn and "
        "fonts-noto-core");
}

FontSet::~FontSet() = default;

void FontSet::add(FontFile file) { files_.push_back(std::move(file)); }

std::optional<FontFile> FontSet::named(std::string_view name) const {
  const FcFontSet* found = config_->handle ? FcConfigGetFonts(config_->handle, FcSetSystem) : nullptr;
  FcPattern* first = nullptr;  // by path and index
  const auto place = [](FcPattern* pattern) { return std::pair(text_of(pattern, FC_FILE), number_of(pattern, FC_INDEX, 0)); };
  for (int at = 0; found && at < found->nfont; ++at) {
    FcPattern* pattern = found->fonts[at];
    if (!is_usable(pattern) || is_true(pattern, FC_VARIABLE)) continue;  // whose default has the names
    bool is_named = same_name(text_of(pattern, FC_POSTSCRIPT_NAME), name);
    for (int other = 0; !is_named && !text_of(pattern, FC_FULLNAME, other).empty(); ++other)
      is_named = same_name(text_of(pattern, FC_FULLNAME, other), name);
    if (is_named && (!first || place(pattern) < place(first))) first = pattern;
  }
  return first ? std::optional(described(first)) : std::nullopt;
}

std::vector<FileId> FontSet::find(std::string_view family, const Wish& wish) const {
  const auto nearest = [&](std::size_t begin, std::size_t end) {
    std::vector<FileId> best;
    for (std::size_t at = begin; at < end; ++at) {
      const FontFile& file = files_[at];
      if (std::ranges::none_of(file.families, [&](std::string_view name) { return same_name(name, family); })) continue;
      const auto order = best.empty() ? std::strong_ordering::less : distance(file, wish) <=> distance(files_[best.front().index()], wish);
      if (order < 0) best.clear();
      if (order <= 0) best.push_back(FileId(at));
    }
    return best;
  };
  std::vector<FileId> added = nearest(installed_, files_.size());
  std::ranges::reverse(added);
  if (!added.empty()) return added;
  std::vector<FileId> installed = nearest(0, installed_);
  if (!installed.empty()) installed.resize(1);
  return installed;
}

std::vector<FileId> FontSet::covering(std::u32string_view characters, std::string_view language,
                                      const Wish& wish) const {
  if (characters.empty()) return {};
  const char32_t first = characters.front();
  const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), first);
  if (category == HB_UNICODE_GENERAL_CATEGORY_PRIVATE_USE ||
      category == HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED)
    return {};
  struct Candidate {
    int suitability;
    std::tuple<int, int, int> distance;
    FileId id;  // last, so that equals stay in the order of their paths
    auto operator<=>(const Candidate&) const = default;
  };
  std::vector<Candidate> candidates;
  for (std::size_t at = 0; at < installed_; ++at) {
    const FontFile& file = files_[at];
    if (!file.families.empty() && has_all(file, characters))
      candidates.push_back(
          {suitability(file.families.front(), first, language, wish.kind), distance(file, wish), FileId(at)});
  }
  std::ranges::sort(candidates);
  std::vector<FileId> ids;
  ids.reserve(candidates.size());
  for (const Candidate& candidate : candidates) ids.push_back(candidate.id);
  return ids;
}

}  // namespace octavo::glyphs
