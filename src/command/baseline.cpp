#include "command/baseline.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "base/failure.h"
#include "base/json.h"

namespace octavo::command {

namespace {

using diagnostics::Diagnostic;

constexpr std::string_view version = "1";

[[noreturn]] void fail(const std::string& file, const std::string& what) {
  throw base::Failure('"' + file + "\" " + what + "; make it with --update-baseline");
}

std::unordered_set<std::string> read(const std::string& file, const base::Files& files) {
  if (files.kind(file) == base::FileKind::missing) fail(file, "is not there");
  const base::Json json = base::read_json(files.read(file));
  if (!json.value) fail(file, "is no baseline: it is broken JSON at byte " + std::to_string(json.wrong_at));
  const auto* number = json.value->at("version");
  const auto* known = json.value->at("known");
  if (!number || !known || known->kind != base::JsonKind::list) fail(file, "is no baseline");
  if (number->text != version)
    fail(file, "is a baseline of version " + number->text + ", which this octavo does not know");
  std::unordered_set<std::string> fingerprints;
  for (const base::JsonValue& one : known->items) {
    const auto* fingerprint = one.at("fingerprint");
    if (!fingerprint || fingerprint->kind != base::JsonKind::text)
      fail(file, "has an entry without a fingerprint");
    fingerprints.insert(fingerprint->text);
  }
  return fingerprints;
}

}  // namespace

std::string baseline_of(const report::Report& report) {
  using Entry = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
  std::vector<Entry> entries;  // path, rule, fingerprint, message
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Diagnostic& one = report.findings[i];
    if (prevents_book(one.rule)) continue;
    const std::string_view path =
        one.where.file ? std::string_view(report.sources.of(one.where.file).path) : "";
    entries.emplace_back(path, facts(one.rule).id, report.fingerprints[i], one.message);
  }
  std::ranges::sort(entries);
  base::JsonWriter json;
  json.open_table();
  json.number("version", 1);
  json.open_list("known");
  for (const auto& [path, rule, fingerprint, message] : entries) {
    json.open_table();
    json.text("rule", rule);
    if (!path.empty()) json.text("path", path);
    json.text("message", message);
    json.text("fingerprint", fingerprint);
    json.close();
  }
  json.close();
  json.close();
  return json.take();
}

std::size_t leave_known_out(report::Report& report, const std::string& file, const base::Files& files) {
  const auto known = read(file, files);
  std::vector<Diagnostic> findings;
  std::vector<std::string> fingerprints;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    Diagnostic& one = report.findings[i];
    if (!prevents_book(one.rule) && known.contains(report.fingerprints[i])) continue;
    findings.push_back(std::move(one));
    fingerprints.push_back(std::move(report.fingerprints[i]));
  }
  report.known = report.findings.size() - findings.size();
  report.findings = std::move(findings);
  report.fingerprints = std::move(fingerprints);
  return known.size() - report.known;
}

}  // namespace octavo::command
