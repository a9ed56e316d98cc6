// Usage: floor FOLDER [parse]. Every note below it to HTML by cmark-gfm, or only parsed; thrown away: what the marks of speed are
// multiples of.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

int main(int count, char** arguments) {
  const bool only_parses = count > 2;
  cmark_gfm_core_extensions_ensure_registered();
  std::size_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[1])) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.data(), text.size());
    cmark_node* root = cmark_parser_finish(parser);
    bytes += text.size();
    char* html = only_parses ? nullptr : cmark_render_html(root, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
    std::free(html);
    cmark_node_free(root);
    cmark_parser_free(parser);
  }
  return bytes > 0 ? 0 : 1;
}
