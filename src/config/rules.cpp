#include "config/rules.h"

#include <array>

namespace octavo::config {

using diagnostics::Exemption;
using diagnostics::Rule;
using diagnostics::RuleSet;
using diagnostics::RuleSettings;
using diagnostics::Severity;

namespace {

class Rules {
 public:
  Rules(Reading& reading, diagnostics::Sink& sink) : reading_(reading), sink_(sink) {}

  RuleSettings read(const TomlValue& table) {
    // Keys come sorted, and "*" before letters: what is said of a group gives way to what is said of a rule.
    reading_.each(table, [this](const TomlKey& key, const TomlValue& value) {
      if (key.name == "exempt") {
        exemptions(value);
      } else {
        severity(named(key.name, key.where), value);
      }
    });
    return std::move(result_);
  }

 private:
  RuleSet named(const std::string& name, base::Span where) {
    const RuleSet rules = diagnostics::rules_named(name);
    if (rules.none()) {
      auto [message, nearest] = diagnostics::no_such_rule(name);
      sink_.report(Rule::config_unknown_rule, where, std::move(message), std::move(nearest));
    }
    return rules;
  }

  void severity(const RuleSet& rules, const TomlValue& value) {
    const auto written = reading_.text(value);
    if (!written) return;
    std::optional<Severity> chosen;
    for (const Severity one : {Severity::note, Severity::warning, Severity::error})
      if (*written == word(one)) chosen = one;
    if (!chosen && *written != "off") return reading_.invalid(value, "\"off\", \"note\", \"warning\" or \"error\"");
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const Rule rule = static_cast<Rule>(i);
      if (!rules[i] || (prevents_book(rule) && rules.count() > 1)) continue;
      if (prevents_book(rule) && chosen != Severity::error)
        return reading_.invalid(value, "only \"error\", because there is no book without what it asks for");
      result_.severities[rule] = chosen;
    }
  }

  void exemptions(const TomlValue& value) {
    if (value.kind != TomlKind::list)
      return reading_.invalid(value, "tables: [[rules.exempt]] with \"rules\", \"files\" or \"links\"");
    for (const TomlValue& item : value.items) {
      Exemption one;
      one.rules.set();
      bool says_something = false;
      const auto texts = [&](std::vector<std::string>& list) {
        return [&](const TomlValue& given) {
          list = reading_.texts(given).value_or(std::vector<std::string>{});
          says_something |= !list.empty();
        };
      };
      reading_.table(item, {{"rules",
                             [&](const TomlValue& given) {
                               one.rules.reset();
                               says_something = true;
                               const auto names = reading_.texts(given);
                               if (!names) return;
                               for (const std::string& name : *names) one.rules |= named(name, given.where);
                             }},
                            {"files", texts(one.files)},
                            {"links", texts(one.targets)}});
      // An empty table would exempt everything, which nobody means.
      if (says_something) result_.exemptions.push_back(std::move(one));
    }
  }

  Reading& reading_;
  diagnostics::Sink& sink_;
  RuleSettings result_;
};

}  // namespace

RuleSettings read_rules(const TomlValue& table, Reading& reading, diagnostics::Sink& sink) {
  return Rules(reading, sink).read(table);
}

}  // namespace octavo::config
