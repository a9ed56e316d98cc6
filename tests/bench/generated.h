#pragma once
// A book of notes made out of nothing, the same on every machine: what the benchmarks are run on.
#include <cstddef>
#include <map>
#include <string>

namespace octavo::bench {

// Notes by their paths. A `scale` of 1 is five notes, about 100 KB and 50 pages: headings, paragraphs with links and emphasis, lists, a table,
// code, a callout, footnotes and key players in the mixture of a technical book.
std::map<std::string, std::string> notes(std::size_t scale);
// A vault of short notes in folders, as note-takers keep them: about 1.4 KB each with six links, of every form that is usual,
// some of them to notes, headings and blocks that do not exist.
std::map<std::string, std::string> vault(std::size_t count);

}  // namespace octavo::bench
