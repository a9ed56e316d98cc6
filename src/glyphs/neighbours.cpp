#include "glyphs/neighbours.h"

#include <hb-ot.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "glyphs/table.h"

namespace octavo::glyphs {
namespace {

// No font needs as many; damaged ones may say anything.
constexpr int most_entries = 200'000, most_rounds = 8;

constexpr std::uint16_t passes_over_letters = 0x0006;  // lookupFlag: ignores base glyphs, ligatures

enum class Kind { single, pairs, ligature, context, chain, other };
struct LookupType {
  int formats;
  Kind kind;
};
constexpr LookupType substitutions[] = {{2, Kind::single},  {1, Kind::other}, {1, Kind::other}, {1, Kind::ligature},
                                        {3, Kind::context}, {3, Kind::chain}, {0, Kind::other}, {1, Kind::other}};
constexpr LookupType positionings[] = {{2, Kind::single}, {2, Kind::pairs}, {1, Kind::other},   {1, Kind::other},
                                       {1, Kind::other},  {1, Kind::other}, {3, Kind::context}, {3, Kind::chain}};
constexpr int extension_of_substitutions = 7, extension_of_positionings = 9;

class Reader {
 public:
  explicit Reader(const Face& face) : face_(face) {
    for (std::size_t number = 0; number < word_end; ++number) {
      const char32_t c = number < latin_end ? static_cast<char32_t>(' ' + number) : punctuation[number - latin_end];
      const bool is_control = c >= 0x7F && c <= 0xA0, is_soft_hyphen = c == 0xAD;  // blanks, and what leaves no glyph
      hb_codepoint_t glyph = 0;
      if (is_control || is_soft_hyphen || !hb_font_get_nominal_glyph(face.font(), c, &glyph)) found_.apart[number].set();
      else letters_[glyph].set(number);
    }
  }

  std::optional<Neighbours> read(hb_shape_plan_t* plan) {
    const Table gsub(face_.face(), "GSUB"), gpos(face_.face(), "GPOS");
    for (int round = 0; has_grown_ && is_known_; ++round) {
      is_known_ = is_known_ && round < most_rounds;
      has_grown_ = false;
      read(gsub, HB_OT_TAG_GSUB, plan, [this](Kind kind, std::size_t at, bool) {
        if (kind == Kind::single) substitute(at);
      });
    }
    for (const auto& [glyph, characters] : letters_)
      if (hb_ot_layout_get_glyph_class(face_.face(), glyph) == HB_OT_LAYOUT_GLYPH_CLASS_MARK) keep_out(characters);
    const auto bar = [this](Kind kind, std::size_t at, bool passes_over) { this->bar(kind, at, passes_over); };
    read(gsub, HB_OT_TAG_GSUB, plan, bar);
    read(gpos, HB_OT_TAG_GPOS, plan, bar);
    return is_known_ ? std::optional(found_) : std::nullopt;
  }

 private:
  std::uint16_t uint16(std::size_t at) const { return table_->uint16(at); }

  // Calls visit(kind, place, passes over letters) for every subtable that the plan uses.
  template <class Visit>
  void read(const Table& table, hb_tag_t tag, hb_shape_plan_t* plan, Visit visit) {
    table_ = &table;
    const HbSet lookups(hb_set_create());
    hb_ot_shape_plan_collect_lookups(plan, tag, lookups.get());
    const std::size_t list = uint16(8);
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup) && is_known_;) {
      if (uint16(0) != 1 || lookup >= uint16(list)) return void(is_known_ = false);
      const std::size_t at = list + uint16(list + 2 + 2 * lookup);
      for (std::size_t subtable = 0; subtable < uint16(at + 4) && is_used(1); ++subtable)
        read_subtable(tag == HB_OT_TAG_GSUB, at, at + uint16(at + 6 + 2 * subtable), visit);
    }
  }

  template <class Visit>
  void read_subtable(bool substitutes, std::size_t lookup, std::size_t at, Visit visit) {
    int type = uint16(lookup);
    if (type == (substitutes ? extension_of_substitutions : extension_of_positionings)) {
      type = uint16(at + 2);
      at += table_->uint32(at + 4);
    }
    const LookupType known = type >= 1 && type <= 8 ? (substitutes ? substitutions : positionings)[type - 1] : LookupType{};
    if (uint16(at) < 1 || uint16(at) > known.formats) is_known_ = false;
    else visit(known.kind, at, (uint16(lookup + 2) & passes_over_letters) != 0);
  }

  bool is_used(int entries) { return is_known_ = is_known_ && (left_ -= entries) > 0; }

  // Calls visit(index, glyph, its characters) for what a coverage table has of the letters. Damaged ones may have a glyph twice, or out of
  // order; every place counts then.
  template <class Visit>
  void cover(std::size_t at, Visit visit) {
    const unsigned format = uint16(at), count = uint16(at + 2);
    if (format < 1 || format > 2 || !is_used(static_cast<int>(count))) return void(is_known_ = false);
    for (std::size_t entry = 0; entry < count; ++entry) {
      const std::size_t place = at + 4 + (format == 1 ? 2 : 6) * entry;
      const std::uint32_t first = uint16(place), last = format == 1 ? first : uint16(place + 2);
      for (auto letter = letters_.lower_bound(first); letter != letters_.end() && letter->first <= last && is_used(1); ++letter)
        visit(format == 1 ? entry : uint16(place + 4) + (letter->first - first), letter->first, letter->second);
    }
  }

  Characters covered(std::size_t at) {
    Characters all;
    cover(at, [&](std::size_t, std::uint32_t, const Characters& characters) { all |= characters; });
    return all;
  }

  void substitute(std::size_t at) {
    cover(at + uint16(at + 2), [&](std::size_t index, std::uint32_t glyph, const Characters& characters) {
      if (uint16(at) == 2 && index >= uint16(at + 4)) return;
      Characters& known = letters_[uint16(at) == 1 ? (glyph + uint16(at + 4)) & 0xFFFF : uint16(at + 6 + 2 * index)];
      has_grown_ |= (characters & ~known).any();
      known |= characters;
    });
  }

  void keep_apart(const Characters& first, const Characters& next) {
    if (first.none() || next.none()) return;
    for (std::size_t number = 0; number < word_end; ++number)
      if (first[number]) found_.apart[number] |= next;
  }
  void keep_out(const Characters& characters) { keep_apart(characters, Characters().set()); }

  void bar(Kind kind, std::size_t at, bool passes_over) {
    const bool is_by_coverages = (kind == Kind::context || kind == Kind::chain) && uint16(at) == 3;
    if (kind == Kind::single) return;
    if (kind == Kind::pairs && uint16(at + 6) == 0 && !passes_over) found_.has_kerning = true;  // nothing is done to the second glyph
    else if (kind == Kind::ligature && !passes_over) bar_ligatures(at);
    else if (is_by_coverages) bar_sequence(kind, at, passes_over);
    else keep_out(covered(at + uint16(at + 2)));
  }

  void bar_ligatures(std::size_t at) {
    cover(at + uint16(at + 2), [&](std::size_t index, std::uint32_t, const Characters& first) {
      if (index >= uint16(at + 4)) return;
      const std::size_t set = at + uint16(at + 6 + 2 * index);
      for (std::size_t one = 0; one < uint16(set) && is_used(1); ++one) {
        const std::size_t ligature = set + uint16(set + 2 + 2 * one);
        const auto second = letters_.find(uint16(ligature + 4));
        if (uint16(ligature + 2) < 2) keep_out(first);
        else if (second != letters_.end()) keep_apart(first, second->second);
      }
    });
  }

  void bar_sequence(Kind kind, std::size_t at, bool passes_over) {
    std::size_t before = 0, inputs = uint16(at + 2), after = 0, input = at + 6;
    if (kind == Kind::chain) {
      before = inputs;
      input = at + 6 + 2 * before;
      inputs = uint16(input - 2);
      after = uint16(input + 2 * inputs);
    }
    const auto of = [&](std::size_t place) { return covered(at + uint16(place)); };
    if (inputs == 0) return;
    const Characters first = of(input);
    if (first.none()) return;
    if (passes_over || before + inputs + after == 1) keep_out(first);
    else if (inputs > 1) keep_apart(first, of(input + 2));
    else if (after > 0) keep_apart(first, of(input + 4));
    else keep_apart(of(at + 4), first);
  }

  const Face& face_;
  const Table* table_ = nullptr;
  std::map<std::uint32_t, Characters> letters_;  // what single substitutions make of them, in any order
  bool has_grown_ = true, is_known_ = true;
  int left_ = most_entries;
  Neighbours found_;
};

}  // namespace

std::optional<Neighbours> neighbours(const Face& face, hb_shape_plan_t* plan) {
  // Apple's tables and the kerning from before OpenType go by rules of their own.
  constexpr char others[][5] = {"morx", "mort", "kerx", "trak", "kern"};
  for (const auto& tag : others)
    if (Table(face.face(), tag).is_there()) return std::nullopt;
  if (std::string_view(hb_shape_plan_get_shaper(plan)) != "ot") return std::nullopt;
  return Reader(face).read(plan);
}

}  // namespace octavo::glyphs
