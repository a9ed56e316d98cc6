#include "epub/proof.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "base/paths.h"
#include "epub/markup.h"

namespace octavo::epub {
namespace {

constexpr std::string_view container = "META-INF/container.xml";
constexpr std::string_view package_type = "application/oebps-package+xml";

class Proof {
 public:
  explicit Proof(const std::vector<NamedFile>& files) {
    for (const NamedFile& file : files)
      if (!documents_.try_emplace(file.path, Document{&file, {}}).second) report(file, "is there twice");
    for (const NamedFile& file : files) read(file);
    for (const Reference& one : references_) follow(one);
    for (const NamedFile& file : files)
      if (file.media_type == package_type) prove_package(file, files);
  }

  std::vector<std::string> take() { return std::move(breaks_); }

 private:
  struct Document {
    const NamedFile* file;
    std::unordered_set<std::string> ids;
  };
  struct Reference {
    const NamedFile* from;
    std::string address;
    bool is_from_root = false;  // OCF 3.3, 4.2.6.3.1: the container's own
  };

  void report(const NamedFile& file, const std::string& what) { breaks_.push_back(file.path + " " + what); }

  void read(const NamedFile& file) {
    if (file.media_type == "text/css") {
      for (CssAddress& one : addresses_in_css(file.bytes)) references_.push_back({&file, std::move(one.text)});
      return;
    }
    if (!file.media_type.ends_with("xml")) return;
    auto& ids = documents_.at(file.path).ids;
    Elements elements(file.bytes);
    while (elements.next()) {
      for (const auto& [name, value] : elements.attributes()) {
        if (name == "id") {
          const auto [id, is_new] = ids.insert(unescaped(value));
          if (!is_new) report(file, "has the id \"" + *id + "\" twice");
        } else if (name == "href" || name == "src" || name == "xlink:href" || name == "refines") {
          references_.push_back({&file, unescaped(value)});
        } else if (name == "full-path" && file.path == container) {
          references_.push_back({&file, unescaped(value), true});
        }
      }
    }
    if (elements.is_broken()) report(file, "is no well-formed XML");
  }

  void follow(const Reference& one) {
    if (is_on_the_net(one.address)) return;
    const std::string_view address = one.address;
    const std::size_t hash = std::min(address.find('#'), address.size());
    const Document* target = document_at(one, address.substr(0, hash));
    if (!target)
      report(*one.from, "leads to \"" + one.address + "\", and there is no such file");
    else if (hash + 1 < address.size() && !target->ids.contains(base::percent_decoded(address.substr(hash + 1))))
      report(*one.from, "leads to \"" + one.address + "\", and there is no such id");
  }

  const Document* document_at(const Reference& one, std::string_view path) const {
    if (path.starts_with('/')) return nullptr;
    const std::string_view folder = one.is_from_root ? "" : std::string_view(one.from->path).substr(0, one.from->path.rfind('/') + 1);
    const std::string whole = path.empty() ? one.from->path : base::normal(std::string(folder) + base::percent_decoded(path));
    const auto found = documents_.find(whole);
    return found == documents_.end() ? nullptr : &found->second;
  }

  // EPUB 3.3, 5.6 and 5.7: an item of the manifest for every file, and of the spine for what is in the manifest.
  void prove_package(const NamedFile& package, const std::vector<NamedFile>& files) {
    std::unordered_set<std::string> items;
    std::unordered_set<const Document*> named;
    Elements elements(package.bytes);
    while (elements.next()) {
      if (elements.name() == "item") {
        items.insert(elements.attribute("id").value_or(""));
        const std::string href = elements.attribute("href").value_or("");
        const Document* document = document_at({&package, href}, href);
        if (document && !named.insert(document).second) report(package, "lists \"" + href + "\" twice");
      } else if (elements.name() == "spine" || elements.name() == "itemref") {
        const std::string id = elements.attribute(elements.name() == "spine" ? "toc" : "idref").value_or("");
        if (!items.contains(id)) report(package, "has \"" + id + "\" in its spine, and there is no such item");
      }
    }
    for (const NamedFile& file : files) {
      const bool is_of_the_container = file.path.starts_with("META-INF/") || &file == &package;
      if (!is_of_the_container && !named.contains(&documents_.at(file.path))) report(package, "does not list " + file.path);
    }
  }

  std::unordered_map<std::string, Document> documents_;
  std::deque<Reference> references_;
  std::vector<std::string> breaks_;
};

}  // namespace

std::vector<std::string> breaks(const std::vector<NamedFile>& files) { return Proof(files).take(); }

}  // namespace octavo::epub
