#pragma once
// A book of notes made out of nothing, the same on every machine: what the benchmarks are run on.
#include <cstddef>
#include <map>
#include <string>

namespace octavo::bench {

// Notes by their paths. A `scale` of 1 is five notes, about 100 KB and 50 pages: headings, paragraphs with links and emphasis, lists, a table,
// code, a callout, footnotes and key players in the mixture of a technical book.
std::map<std::string, std::string> notes(std::size_t scale);

}  // namespace octavo::bench
