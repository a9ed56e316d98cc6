#include "pdf/metadata.h"

#include <algorithm>

#include "base/xml.h"

namespace octavo::pdf {
namespace {

// "2024-05-01T12:00:00Z" as "D:20240501120000+00'00'"; "" if it is anything else.
std::string pdf_date(std::string_view iso) {
  constexpr std::string_view shape = "0000-00-00T00:00:00Z";
  if (iso.size() != shape.size()) return {};
  std::string date = "D:";
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool is_digit = iso[i] >= '0' && iso[i] <= '9';
    if (shape[i] == '0' ? !is_digit : iso[i] != shape[i]) return {};
    if (is_digit) date += iso[i];
  }
  return date + "+00'00'";
}

constexpr std::string_view pdfua_namespace = "http://www.aiim.org/pdfua/ns/id/";

// The packet, property by property; those without a value are left out.
class Packet {
 public:
  Packet() {
    xml_.open("x:xmpmeta");
    xml_.attribute("xmlns:x", "adobe:ns:meta/");
    xml_.open("rdf:RDF");
    xml_.attribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    xml_.open("rdf:Description");
    xml_.attribute("rdf:about", "");
    xml_.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml_.attribute("xmlns:xmp", "http://ns.adobe.com/xap/1.0/");
    xml_.attribute("xmlns:pdf", "http://ns.adobe.com/pdf/1.3/");
    xml_.attribute("xmlns:pdfuaid", pdfua_namespace);
    xml_.attribute("xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/");
    xml_.attribute("xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/");
    xml_.attribute("xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#");
    xml_.attribute("xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#");
  }

  void value(std::string_view property, std::string_view text) {
    if (!text.empty()) xml_.element(property, text);
  }

  void items(std::string_view property, std::string_view container, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    xml_.open(property);
    xml_.open(container);
    for (const auto& text : texts) xml_.element("rdf:li", text);
    xml_.close();
    xml_.close();
  }

  void alternatives(std::string_view property, std::string_view text) {
    if (text.empty()) return;
    xml_.open(property);
    xml_.open("rdf:Alt");
    xml_.open("rdf:li");
    xml_.attribute("xml:lang", "x-default");
    xml_.text(text);
    for (int i = 0; i < 3; ++i) xml_.close();
  }

  // PDF/A knows its own properties, those of PDF/UA have to be described to it (ISO 19005-2, 6.6.2.3).
  void standards(const Standards& met) {
    const bool is_archive = met.archive != Archive::none;
    if (is_archive) {
      xml_.element("pdfaid:part", "2");
      xml_.element("pdfaid:conformance", met.archive == Archive::a2a ? "A" : "U");
    }
    if (met.is_accessible) xml_.element("pdfuaid:part", "1");
    if (!is_archive || !met.is_accessible) return;
    open_resources("pdfaExtension:schemas", "rdf:Bag");
    xml_.element("pdfaSchema:schema", "PDF/UA identification schema");
    xml_.element("pdfaSchema:namespaceURI", pdfua_namespace);
    xml_.element("pdfaSchema:prefix", "pdfuaid");
    open_resources("pdfaSchema:property", "rdf:Seq");
    xml_.element("pdfaProperty:name", "part");
    xml_.element("pdfaProperty:valueType", "Integer");
    xml_.element("pdfaProperty:category", "internal");
    xml_.element("pdfaProperty:description", "The part of ISO 14289 that the file meets");
    for (int i = 0; i < 6; ++i) xml_.close();
  }

  std::string take() {
    for (int i = 0; i < 3; ++i) xml_.close();
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + xml_.take() +
           "\n<?xpacket end=\"r\"?>";
  }

 private:
  // A container with one structure in it, whose properties come next.
  void open_resources(std::string_view property, std::string_view container) {
    xml_.open(property);
    xml_.open(container);
    xml_.open("rdf:li");
    xml_.attribute("rdf:parseType", "Resource");
  }

  base::XmlWriter xml_;
};

std::vector<std::string> some(const std::string& text) {
  return text.empty() ? std::vector<std::string>() : std::vector{text};
}

std::string xmp(const book::Metadata& metadata, std::string_view producer, const Standards& met) {
  std::vector<std::string> authors;
  for (const auto& contributor : metadata.contributors) {
    if (contributor.role == "aut") authors.push_back(contributor.name);
  }
  Packet packet;
  packet.value("dc:format", "application/pdf");
  packet.alternatives("dc:title", metadata.title);
  packet.items("dc:creator", "rdf:Seq", authors);
  packet.alternatives("dc:description", metadata.description);
  packet.items("dc:subject", "rdf:Bag", metadata.subjects);
  packet.items("dc:publisher", "rdf:Bag", some(metadata.publisher));
  packet.items("dc:language", "rdf:Bag", some(metadata.language));
  packet.alternatives("dc:rights", metadata.rights);
  packet.value("dc:identifier",
               metadata.isbn_pdf.empty() ? metadata.identifier : "urn:isbn:" + metadata.isbn_pdf);
  packet.value("pdf:Keywords", keywords(metadata));
  packet.value("pdf:Producer", producer);
  packet.value("xmp:CreatorTool", "octavo");
  if (!pdf_date(metadata.modified).empty()) {
    packet.value("xmp:CreateDate", metadata.modified);
    packet.value("xmp:ModifyDate", metadata.modified);
  }
  packet.standards(met);
  return packet.take();
}

}  // namespace

std::string keywords(const book::Metadata& metadata) {
  std::string text;
  for (const auto& subject : metadata.subjects) text += (text.empty() ? "" : ", ") + subject;
  return text;
}

void add_metadata(Document& document, const book::Metadata& metadata, const Standards& met) {
  const auto inform = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) document.extend_information(Tokens(key).text(value));
  };
  inform("/Title", metadata.title);
  inform("/Author", metadata.authors());
  inform("/Subject", metadata.description);
  inform("/Keywords", keywords(metadata));
  inform("/Creator", "octavo");
  const std::string date = pdf_date(metadata.modified);
  inform("/CreationDate", date);
  inform("/ModDate", date);

  // Not compressed: programs that know nothing of PDF look for the packet in the bytes.
  const Reference packet = document.add_stream(Tokens("/Type/Metadata/Subtype/XML"),
                                               xmp(metadata, document.producer(), met), Coding::plain);
  document.extend_catalog(Tokens("/Metadata").reference(packet));
  document.extend_catalog(Tokens("/Lang").text(metadata.language));
}

}  // namespace octavo::pdf
