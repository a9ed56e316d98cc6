// Grammars by KSyntaxHighlighting, the library of the editor Kate: 350 languages, described in XML that is compiled into it.
#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QString>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "highlight/grammars.h"

namespace octavo::highlight {
namespace {

namespace kate = KSyntaxHighlighting;
using book::TokenKind;
using Kind = std::optional<TokenKind>;

// Kate's own words for what a stretch of code is. What is wrong stays plain: a book shows fragments, and dots for what it leaves out.
Kind kind_of(kate::Theme::TextStyle style) {
  using Theme = kate::Theme;
  switch (style) {
    case Theme::Keyword:
    case Theme::ControlFlow:
    case Theme::Import: return TokenKind::keyword;
    case Theme::DataType: return TokenKind::type;
    case Theme::Function:
    case Theme::BuiltIn:
    case Theme::Extension: return TokenKind::function;
    case Theme::Variable: return TokenKind::variable;
    case Theme::Constant: return TokenKind::constant;
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float: return TokenKind::number;
    case Theme::Char:
    case Theme::SpecialChar:
    case Theme::String:
    case Theme::VerbatimString:
    case Theme::SpecialString: return TokenKind::string;
    case Theme::Comment:
    case Theme::Documentation:
    case Theme::Annotation:
    case Theme::CommentVar:
    case Theme::RegionMarker:
    case Theme::Information:
    case Theme::Warning:
    case Theme::Alert: return TokenKind::comment;
    case Theme::Attribute: return TokenKind::attribute;
    case Theme::Preprocessor: return TokenKind::macro;
    case Theme::Normal:
    case Theme::Operator:
    case Theme::Error:
    case Theme::Others: break;
  }
  return {};
}

// Where a grammar says one thing and means another. No grammar: any.
struct Exception {
  QLatin1String grammar, format;
  Kind kind;
};
const Exception exceptions[] = {
    {QLatin1String("Diff"), QLatin1String("Added line"), TokenKind::inserted},
    {QLatin1String("Diff"), QLatin1String("Removed line"), TokenKind::deleted},
    {QLatin1String("Rust"), QLatin1String("Scope"), {}},                       // the path before a name
    {QLatin1String(), QLatin1String("Prep. Lib"), TokenKind::string},  // <vector>, like "vector"
    {QLatin1String("YAML"), QLatin1String("Attribute"), {}},                   // plain values
};

// Kinds of words; punctuation alone is none of them, though Kate calls YAML's colon a keyword.
bool needs_a_word(TokenKind kind) {
  using enum TokenKind;
  return kind == keyword || kind == type || kind == function || kind == variable || kind == constant || kind == number;
}
bool is_of_a_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// A line as Kate wants it, and the way back from its units to bytes.
class Units {
 public:
  explicit Units(std::string_view line) {
    if (std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
      text_ = QString::fromLatin1(line.data(), static_cast<int>(line.size()));
      return;
    }
    for (std::size_t at = 0; at < line.size();) {
      const auto [code_point, length] = base::decode(line, at);
      const bool is_pair = code_point >= 0x10000;
      text_ += is_pair ? QChar(QChar::highSurrogate(code_point)) : QChar(static_cast<ushort>(code_point));
      bytes_.push_back(static_cast<std::uint32_t>(at));
      if (is_pair) {
        text_ += QChar(QChar::lowSurrogate(code_point));
        bytes_.push_back(static_cast<std::uint32_t>(at));
      }
      at += length;
    }
    bytes_.push_back(static_cast<std::uint32_t>(line.size()));
  }

  QStringView text() const { return text_; }
  std::uint32_t byte(int unit) const {
    return bytes_.empty() ? static_cast<std::uint32_t>(unit) : bytes_[static_cast<std::size_t>(unit)];
  }

 private:
  QString text_;
  std::vector<std::uint32_t> bytes_;  // of every unit and of the end; empty where each unit is a byte
};

// A line's tokens, and what they depend on: Kate promises the same for the same text in the same state.
struct SeenLine {
  kate::State before, after;
  std::vector<book::Token> tokens;  // from the line's beginning
};

// One for each word that names a grammar. Books show the same code again and again as it grows, so what became of a line is kept.
class Highlighter : public kate::AbstractHighlighter {
 public:
  explicit Highlighter(const kate::Definition& definition) { setDefinition(definition); }

  void begin() { state_ = {}; }

  void add_line(std::string_view line, std::uint32_t offset, std::vector<book::Token>& tokens) {
    const auto [known, is_new] = seen_.try_emplace(std::string(line));
    SeenLine& seen = known->second;
    if (is_new || seen.before != state_) look_at(line, seen);
    for (const book::Token& token : seen.tokens) tokens.push_back({offset + token.begin, offset + token.end, token.kind});
    state_ = seen.after;
  }

 protected:
  void applyFormat(int offset, int length, const kate::Format& format) override {
    const Kind kind = kind_of(format);
    if (!kind) return;
    const auto begin = units_->byte(offset), end = units_->byte(offset + length);
    const auto words = line_.substr(begin, end - begin);
    if (words.empty() || (needs_a_word(*kind) && std::none_of(words.begin(), words.end(), is_of_a_word))) return;
    const bool follows = !tokens_->empty() && tokens_->back().end == begin && tokens_->back().kind == *kind;
    if (follows) tokens_->back().end = end;
    else tokens_->push_back({begin, end, *kind});
  }

 private:
  void look_at(std::string_view line, SeenLine& seen) {
    const Units units(line);
    line_ = line;
    units_ = &units;
    tokens_ = &seen.tokens;
    seen.tokens.clear();
    seen.before = state_;
    seen.after = highlightLine(units.text(), state_);
  }

  // A format's number is the repository's, so that grammars within grammars have their own; asked once, because names are strings.
  Kind kind_of(const kate::Format& format) {
    const auto [known, is_new] = kinds_.try_emplace(format.id());
    if (is_new) {
      known->second = highlight::kind_of(format.textStyle());
      for (const Exception& one : exceptions)
        if (format.name() == one.format && (one.grammar.isEmpty() || definition().name() == one.grammar))
          known->second = one.kind;
    }
    return known->second;
  }

  kate::State state_;
  std::unordered_map<std::string, SeenLine> seen_;
  std::unordered_map<quint16, Kind> kinds_;
  std::string_view line_;
  const Units* units_ = nullptr;
  std::vector<book::Token>* tokens_ = nullptr;
};

// The library also reads grammars that lie about in the user's and the system's folders, and offers no way to have only its own. The
// same notes must give the same book on any machine, so while it looks for them those folders are not there.
class NoFolders {
 public:
  NoFolders() {
    for (Variable& one : variables_) {
      one.is_set = qEnvironmentVariableIsSet(one.name);
      one.value = qgetenv(one.name);
      qputenv(one.name, "/dev/null");
    }
  }
  ~NoFolders() {
    for (const Variable& one : variables_) {
      if (one.is_set) qputenv(one.name, one.value);
      else qunsetenv(one.name);
    }
  }
  NoFolders(const NoFolders&) = delete;

 private:
  struct Variable {
    const char* name;
    QByteArray value = {};
    bool is_set = false;
  };
  Variable variables_[2] = {{"XDG_DATA_HOME"}, {"XDG_DATA_DIRS"}};
};

class Library {
 public:
  // By its name, or else by an extension of its files: of several that have it the one Kate itself prefers, or the first by name.
  std::optional<kate::Definition> named(std::string_view language) const {
    const QString name = QString::fromLatin1(language.data(), static_cast<int>(language.size()));
    const QString extension = QLatin1String("*.") + name;
    const auto is = [](const QString& word) { return [&](const QString& other) { return word.compare(other, Qt::CaseInsensitive) == 0; }; };
    const kate::Definition* best = nullptr;
    for (const kate::Definition& one : definitions_) {
      if (one.isHidden()) continue;
      if (is(name)(one.name())) return one;
      const auto patterns = one.extensions();
      if (std::ranges::any_of(patterns, is(extension)) && (!best || better(one, *best))) best = &one;
    }
    return best ? std::optional(*best) : std::nullopt;
  }

 private:
  static bool better(const kate::Definition& one, const kate::Definition& other) {
    if (one.priority() != other.priority()) return one.priority() > other.priority();
    return one.name() < other.name();
  }
  static std::unique_ptr<kate::Repository> built_in() {
    const NoFolders around;
    return std::make_unique<kate::Repository>();
  }

  std::unique_ptr<kate::Repository> repository_ = built_in();
  QVector<kate::Definition> definitions_ = repository_->definitions();
};

class Kate final : public Grammars {
 public:
  bool begin(std::string_view language) override {
    const auto [known, is_new] = highlighters_.try_emplace(std::string(language));
    if (is_new)
      if (const auto definition = library_.named(language)) known->second = std::make_unique<Highlighter>(*definition);
    current_ = known->second.get();
    if (current_) current_->begin();
    return current_ != nullptr;
  }
  void add_line(std::string_view line, std::uint32_t offset, std::vector<book::Token>& tokens) override {
    current_->add_line(line, offset, tokens);
  }

 private:
  Library library_;
  std::unordered_map<std::string, std::unique_ptr<Highlighter>> highlighters_;  // by the word asked for; none where nothing has that name
  Highlighter* current_ = nullptr;
};

}  // namespace
}  // namespace octavo::highlight

extern "C" void* octavo_module() {
  octavo::highlight::Grammars* made = new octavo::highlight::Kate;
  return made;
}
