#include "pdf/outline.h"

#include <limits>

namespace octavo::pdf {
namespace {

struct Node {
  int level = 0;
  const std::string* title = nullptr;
  Tokens place;
  Reference object;
  std::size_t parent = 0, previous = 0, next = 0;  // 0 is the root: no sibling of anything
  std::vector<std::size_t> children;
  std::int64_t shown = 0;  // how many entries appear below it when it is unfolded
};

// Parts are unfolded, so that the chapters are seen; what is below a chapter is not, unless there is nothing else to see.
bool is_open(const std::vector<Node>& nodes, const Node& node) {
  return node.level < 1 || (node.parent == 0 && nodes[0].children.size() == 1);
}

}  // namespace

Reference add_outline(Document& document, const std::vector<pages::OutlineEntry>& outline,
                      const Destinations& destinations) {
  std::vector<Node> nodes(1);
  nodes[0].level = std::numeric_limits<int>::min();
  for (const auto& entry : outline) {
    auto place = destinations.find(entry.target);
    if (!place || entry.title.empty()) continue;
    std::size_t parent = nodes.size() - 1;
    while (nodes[parent].level >= entry.level) parent = nodes[parent].parent;
    Node node;
    node.level = entry.level;
    node.title = &entry.title;
    node.place = std::move(*place);
    node.parent = parent;
    if (auto& siblings = nodes[parent].children; !siblings.empty()) {
      node.previous = siblings.back();
      nodes[node.previous].next = nodes.size();
    }
    nodes[parent].children.push_back(nodes.size());
    nodes.push_back(std::move(node));
  }
  if (nodes.size() == 1) return {};

  for (Node& node : nodes) node.object = document.reserve();
  for (std::size_t i = nodes.size(); i-- > 1;) {  // children come after their parents
    nodes[nodes[i].parent].shown += 1 + (is_open(nodes, nodes[i]) ? nodes[i].shown : 0);
  }
  for (const Node& node : nodes) {
    Tokens entries;
    if (node.title) {
      entries.put("/Title").text(*node.title).put("/Dest").put(node.place.bytes());
      entries.put("/Parent").reference(nodes[node.parent].object);
      if (node.previous) entries.put("/Prev").reference(nodes[node.previous].object);
      if (node.next) entries.put("/Next").reference(nodes[node.next].object);
    } else {
      entries.put("/Type/Outlines");
    }
    if (!node.children.empty()) {
      entries.put("/First").reference(nodes[node.children.front()].object);
      entries.put("/Last").reference(nodes[node.children.back()].object);
      entries.put("/Count").integer(is_open(nodes, node) ? node.shown : -node.shown);
    }
    document.fill(node.object, entries);
  }
  return nodes[0].object;
}

}  // namespace octavo::pdf
