#pragma once
// A sheet to its rules: CSS Syntax 3, section 5. Nothing is looked up here but selectors; what a declaration
// means is the business of properties.h and page.h.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/selectors.h"
#include "style/style.h"
#include "style/tokens.h"

namespace octavo::style {

struct Declaration {
  std::string name;          // lower case, but a custom property's as written
  std::vector<Token> value;  // without white space and without `!important`
  bool important = false;
  bool uses_variables = false;
  std::uint32_t begin = 0, end = 0;  // bytes of the sheet

  bool is_custom() const { return name.starts_with("--"); }
};
using Declarations = std::vector<Declaration>;

// `@media`, and the one around it. Tokens, because what they match against is chosen later.
struct Condition {
  std::vector<Token> query_list;
  std::size_t outer = 0;  // into Sheet::conditions; [0] is always true
};

struct StyleRule {
  std::vector<Selector> selectors;
  Declarations declarations;
  std::size_t condition = 0;
};

struct PageSelector {
  std::string name;  // "" for any page
  bool first = false, blank = false;
  std::optional<Side> side;
};

struct BoxRule {  // in a @page: `@top-left { ... }`
  std::string name;
  Declarations declarations;
  std::uint32_t begin = 0, end = 0;  // of its name
};

struct PageRule {
  std::vector<PageSelector> selectors;
  Declarations declarations;
  std::vector<BoxRule> boxes;
  std::size_t condition = 0;
};

struct FontFaceRule {
  FontFace face;  // whose spans have no file yet
  std::size_t condition = 0;
};

struct Sheet {
  std::vector<Condition> conditions = {{}};
  std::vector<FontFaceRule> faces;
  std::vector<StyleRule> rules;
  std::vector<PageRule> pages;
};

// Notes about a user's sheet; silent for the built-in ones.
class Notes {
 public:
  Notes(base::FileId file, Audience audience, diagnostics::Sink& sink) : file_(file), audience_(audience), sink_(sink) {}
  // A sheet for both books may ask for what only the e-book can do.
  bool is_for_print_alone() const { return audience_ == Audience::print; }
  void add(std::uint32_t begin, std::uint32_t end, std::string message, std::string suggestion = "") const {
    if (file_)
      sink_.report(diagnostics::Rule::style_unknown, {file_, begin, end}, std::move(message),
                   std::move(suggestion));
  }

 private:
  base::FileId file_;
  Audience audience_;
  diagnostics::Sink& sink_;
};

Sheet parse(std::string_view css, const Notes& notes);

}  // namespace octavo::style
