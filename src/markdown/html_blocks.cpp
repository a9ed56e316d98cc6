#include "markdown/html_blocks.h"

#include <algorithm>

#include "markdown/flatten.h"
#include "markdown/html_clean.h"
#include "markdown/html_elements.h"
#include "markdown/html_inlines.h"
#include "markdown/html_tables.h"
#include "markdown/listings.h"
#include "markdown/neighbours.h"

namespace octavo::markdown {

namespace {

using Tags = std::vector<const Tag*>;

bool is_picture_alone(const book::Blocks& blocks) {
  return blocks.size() == 1 && holds_alternative<book::Figure>(blocks.front().value);
}

// Whether anything in it is more than white space: a word, a picture, a place.
bool has_words(const book::Inlines& run) {
  bool found = false;
  book::each_inline(run, [&](const book::Inline& one) {
    visit(book::Overloaded{[&](const book::Text& text) {
                             found = found || text.text.find_first_not_of(' ') != std::string::npos;
                           },
                           [](const book::LineBreak&) {},
                           [&](const auto& value) {
                             if constexpr (!requires { value.content; }) found = true;
                           }},
          one.value);
    return !found;
  });
  return found;
}

// The text of code as it stands.
std::string plain(const HtmlNode& node) {
  if (!node.is_element()) return node.text;
  if (node.tag.name == "br") return "\n";
  std::string text;
  for (const HtmlNode& child : node.children) text += plain(child);
  return text;
}

const HtmlNode* child_of(const HtmlNode& node, std::string_view name) {
  const auto found = std::find_if(node.children.begin(), node.children.end(),
                                  [&](const HtmlNode& child) { return child.tag.name == name; });
  return found == node.children.end() ? nullptr : &*found;
}

std::string code_language(const HtmlNode& pre) {
  const HtmlNode* code = child_of(pre, "code");
  for (const HtmlNode* node : {code, &pre}) {
    if (node == nullptr) continue;
    for (const std::string& name : classes_of(node->tag)) {
      if (name.starts_with("language-")) return name.substr(9);
    }
  }
  return "";
}

// What an element holds, as blocks. Words gather in a run until a block begins.
class Flow {
 public:
  Flow(const HtmlContext& context, book::Blocks& result, Tags around = {})
      : context_(context), result_(result), around_(std::move(around)) {}

  void children(const HtmlNode& parent) {
    for (const HtmlNode& child : parent.children) add(child);
  }

  void add(const HtmlNode& node) {
    const base::Span where = context_.where(node.offset);
    if (!node.is_element()) {
      text(node.text, where, run_);
    } else if (node.tag.name == CleanHtml::placeholder) {
      flush();
      context_.add_markdown(node.offset, result_);
    } else if (element_kind(node.tag.name) == ElementKind::block) {
      flush();
      block(node, where);
    } else if (node.holds_blocks) {  // it goes around each run of words below
      around_.push_back(&node.tag);
      children(node);
      flush();
      around_.pop_back();
    } else {
      inline_element(node, where, run_);
    }
  }

  void flush() {
    book::Inlines content = joined(std::exchange(run_, {}));
    trim_lines(content);
    if (!has_words(content)) return;
    const base::Span where = content.front().where;
    for (std::size_t i = around_.size(); i-- > 0;) content = enclosed(*around_[i], std::move(content), where);
    context_.reading.typography.apply(content);
    auto* image = content.size() == 1 ? get_if<book::Image>(&content.front().value) : nullptr;
    if (image != nullptr) {
      push(figure(std::move(*image), where, context_.reading.typography), where);
    } else {
      push(book::Paragraph{std::move(content)}, where);
    }
  }

 private:
  // ---- within a line -----------------------------------------------

  static void text(std::string words, base::Span where, std::vector<Piece>& run) {
    std::replace(words.begin(), words.end(), '\n', ' ');
    append_text(run, words, where);
  }

  static void inline_element(const HtmlNode& node, base::Span where, std::vector<Piece>& run) {
    book::Inlines content = void_element(node.tag, where);
    if (content.empty()) {
      std::vector<Piece> inner;
      for (const HtmlNode& child : node.children) {
        if (child.is_element()) {
          inline_element(child, where, inner);
        } else {
          text(child.text, where, inner);
        }
      }
      content = enclosed(node.tag, joined(std::move(inner)), where);
    }
    for (book::Inline& one : content) run.push_back({std::move(one), {}});
  }

  // ---- blocks ------------------------------------------------------

  template <class Value>
  void push(Value value, base::Span where, std::string id = "") {
    result_.push_back({std::move(value), where, {}, std::move(id), {}});
  }

  book::Blocks blocks(const HtmlNode& node) const {
    book::Blocks result;
    Flow flow(context_, result, around_);
    flow.children(node);
    flow.flush();
    return result;
  }

  book::Blocks body(const HtmlNode& node) const {
    book::Blocks result = blocks(node);
    join_neighbours(result);
    return result;
  }

  book::Inlines lines(const HtmlNode& node) const { return as_lines(body(node)); }

  void block(const HtmlNode& node, base::Span where) {
    const std::string& name = node.tag.name;
    const std::string id = id_of(node.tag);
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      book::Inlines content = lines(node);
      if (has_words(content)) push(book::Heading{name[1] - '0', std::move(content), id, {}, {}}, where);
    } else if (name == "ul" || name == "ol") {
      push(list(node), where, id);
    } else if (name == "dl") {
      book::DefinitionList definitions;
      gather(node, definitions);
      push(std::move(definitions), where, id);
    } else if (name == "blockquote") {
      push(book::Quote{body(node)}, where, id);
    } else if (name == "pre") {
      push(code(node), where, id);
    } else if (name == "hr") {
      push(book::SectionBreak{}, where);
    } else if (name == "table") {
      table(node, where, id);
    } else if (name == "details") {
      push(details(node, where), where, id);
    } else if (name == "figure") {
      figure_element(node, where, id);
    } else if (name == "listing") {
      push(listing(context_.reading, node.tag, blocks(node), where), where, listing_id(node.tag));
    } else {
      group(node, blocks(node), where);
    }
  }

  // Blocks with a look or language are a group; others stand for themselves.
  void group(const HtmlNode& node, book::Blocks content, base::Span where) {
    const std::string id = id_of(node.tag);
    book::Group group{classes_of(node.tag), language_of(node.tag), direction_of(node.tag),
                      std::move(content)};
    const bool has_look = !group.classes.empty() || !group.language.empty() || !group.direction.empty();
    if (has_look && !group.blocks.empty()) {
      join_neighbours(group.blocks);
      push(std::move(group), where, id);
      return;
    }
    if (!id.empty()) push(book::Paragraph{{{book::NamedPlace{id, {}}, where}}}, where);
    std::move(group.blocks.begin(), group.blocks.end(), std::back_inserter(result_));
  }

  book::List list(const HtmlNode& node) const {
    book::List list;
    list.ordered = node.tag.name == "ol";
    if (list.ordered) list.start = number_of(node.tag, "start", 0, 1'000'000, 1);
    for (const HtmlNode& child : node.children) {
      book::ListItem item;
      if (child.tag.name == "li") {
        item.blocks = body(child);
        list.tight = list.tight && child_of(child, "p") == nullptr;
      } else {  // astray between two items
        Flow flow(context_, item.blocks, around_);
        flow.add(child);
        flow.flush();
        if (item.blocks.empty()) continue;
      }
      list.items.push_back(std::move(item));
    }
    return list;
  }

  void gather(const HtmlNode& node, book::DefinitionList& list) const {
    for (const HtmlNode& child : node.children) {
      if (child.tag.name == "div") {
        gather(child, list);
      } else if (child.tag.name == "dt") {
        if (list.items.empty() || !list.items.back().blocks.empty()) list.items.emplace_back();
        list.items.back().terms.push_back(lines(child));
      } else {
        book::Blocks said;
        Flow flow(context_, said, around_);
        flow.add(child);
        flow.flush();
        if (said.empty()) continue;
        if (list.items.empty()) list.items.emplace_back();
        join_neighbours(said);
        book::Blocks& blocks = list.items.back().blocks;
        std::move(said.begin(), said.end(), std::back_inserter(blocks));
      }
    }
  }

  static book::CodeBlock code(const HtmlNode& node) {
    book::CodeBlock code;
    code.language = code.info = code_language(node);
    code.text = plain(node);
    if (code.text.starts_with('\n')) code.text.erase(0, 1);
    if (code.text.ends_with('\n')) code.text.pop_back();
    return code;
  }

  void table(const HtmlNode& node, base::Span where, const std::string& id) {
    book::Table table = html_table(node, [&](const HtmlNode& inner) { return lines(inner); });
    if (!table.columns.empty()) {
      push(std::move(table), where, id);
    } else if (!table.rows.empty() || !table.head.empty() || !table.caption.empty()) {
      if (!table.rows.empty()) {
        context_.reading.source.report(diagnostics::Rule::text_hostile, where,
                                       "this table has too many columns for a page; it was taken as text");
      }
      book::Blocks rows;
      rows.push_back({std::move(table), where, {}, id, {}});
      push(book::Paragraph{as_lines(std::move(rows))}, where);
    }
  }

  book::Callout details(const HtmlNode& node, base::Span where) const {
    book::Callout callout;
    callout.kind = "details";
    callout.fold = node.tag.attribute("open") != nullptr ? book::Fold::open : book::Fold::closed;
    const HtmlNode* summary = child_of(node, "summary");
    if (summary != nullptr) callout.title = lines(*summary);
    if (callout.title.empty()) callout.title.push_back({book::Text{"Details"}, where});
    callout.blocks = without(node, summary);
    return callout;
  }

  void figure_element(const HtmlNode& node, base::Span where, const std::string& id) {
    const HtmlNode* words = child_of(node, "figcaption");
    book::Inlines caption = words == nullptr ? book::Inlines() : lines(*words);
    book::Blocks content = without(node, words);
    if (caption.empty()) {
      group(node, std::move(content), where);
    } else if (is_picture_alone(content)) {
      get<book::Figure>(content.front().value).caption = std::move(caption);
      if (!id.empty()) content.front().block_id = id;
      result_.push_back(std::move(content.front()));
    } else {
      push(book::Captioned{classes_of(node.tag), std::move(content), std::move(caption)}, where, id);
    }
  }

  // What the element holds but for one child.
  book::Blocks without(const HtmlNode& node, const HtmlNode* left_out) const {
    book::Blocks result;
    Flow flow(context_, result, around_);
    for (const HtmlNode& child : node.children) {
      if (&child != left_out) flow.add(child);
    }
    flow.flush();
    join_neighbours(result);
    return result;
  }

  const HtmlContext& context_;
  book::Blocks& result_;
  Tags around_;  // inline elements that blocks stand in, the outermost first
  std::vector<Piece> run_;
};

}  // namespace

void add_html_blocks(const HtmlNode& parent, const HtmlContext& context, book::Blocks& result) {
  Flow flow(context, result);
  flow.children(parent);
  flow.flush();
}

}  // namespace octavo::markdown
