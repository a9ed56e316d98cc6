#include "style/variables.h"

#include <functional>
#include <set>

namespace octavo::style {
namespace {

// Values that refer to values can double at every step; past these a sheet is not written by a person.
constexpr int deepest = 32;
constexpr std::size_t most_tokens = 4096;          // of one value
constexpr std::size_t most_tokens_in_all = 65536;  // of all an element declares

using Lookup = std::function<const std::vector<Token>*(std::string_view name, int depth)>;

bool opens(Kind kind) { return kind == Kind::function || kind == Kind::open_parenthesis; }

bool replace(std::span<const Token> value, const Lookup& lookup, std::vector<Token>& result, int depth) {
  if (depth >= deepest) return false;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (result.size() >= most_tokens) return false;
    if (value[at].kind != Kind::function || value[at].text != "var") {
      result.push_back(value[at]);
      continue;
    }
    std::size_t close = at + 1;
    for (int open = 1; close < value.size(); ++close) {
      if (opens(value[close].kind)) ++open;
      if (value[close].kind == Kind::close_parenthesis && --open == 0) break;
    }
    const auto inside = value.subspan(at + 1, close - at - 1);
    at = close;
    if (inside.empty() || inside[0].kind != Kind::identifier) return false;
    if (const auto* found = lookup(inside[0].text, depth)) {
      result.insert(result.end(), found->begin(), found->end());
    } else if (inside.size() < 2 || inside[1].kind != Kind::comma ||
               !replace(inside.subspan(2), lookup, result, depth + 1)) {
      return false;
    }
  }
  return result.size() <= most_tokens;
}

class Resolver {
 public:
  Resolver(const Declared& declared, const std::shared_ptr<const Variables>& inherited)
      : declared_(declared) {
    if (inherited) result_.values = inherited->values;
    for (const auto& [name, value] : declared) result_.values.erase(std::string(name));
  }

  std::shared_ptr<const Variables> all() {
    for (const auto& [name, value] : declared_) find(name, 0);
    return std::make_shared<const Variables>(std::move(result_));
  }

 private:
  const std::vector<Token>* find(std::string_view name, int depth) {
    if (const auto known = result_.values.find(name); known != result_.values.end()) return &known->second;
    const auto declared = declared_.find(name);
    // Being begun already and not there yet, it is missing or depends on itself.
    if (declared == declared_.end() || !begun_.insert(name).second) return nullptr;
    std::vector<Token> value;
    const auto lookup = [this](std::string_view other, int deeper) { return find(other, deeper); };
    const bool is_initial = declared->second.size() == 1 && declared->second[0].kind == Kind::identifier &&
                            same_word(declared->second[0].text, "initial");
    if (is_initial || !replace(declared->second, lookup, value, depth + 1)) return nullptr;
    total_ += value.size();
    if (total_ > most_tokens_in_all) return nullptr;
    return &result_.values.emplace(name, std::move(value)).first->second;
  }

  const Declared& declared_;
  Variables result_;
  std::set<std::string_view> begun_;
  std::size_t total_ = 0;
};

}  // namespace

std::shared_ptr<const Variables> computed(const Declared& declared,
                                          const std::shared_ptr<const Variables>& inherited) {
  return declared.empty() ? inherited : Resolver(declared, inherited).all();
}

std::optional<std::vector<Token>> substituted(std::span<const Token> value, const Variables* variables) {
  const auto lookup = [&](std::string_view name, int) -> const std::vector<Token>* {
    if (!variables) return nullptr;
    const auto found = variables->values.find(name);
    return found == variables->values.end() ? nullptr : &found->second;
  };
  std::vector<Token> result;
  if (!replace(value, lookup, result, 0)) return std::nullopt;
  return result;
}

}  // namespace octavo::style
