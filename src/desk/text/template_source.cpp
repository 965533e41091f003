#include "desk/text/template_source.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "desk/assets/assets.h"

namespace punctual::text {
namespace {

constexpr int deepest_partial = 8;
constexpr std::size_t largest_template = 1'000'000;  ///< bytes, its partials in place
constexpr std::size_t cost_of_partial = 100;         ///< so that empty ones are bounded too

[[noreturn]] void refuse(std::string_view name, const std::string& problem) {
  throw std::logic_error("template " + std::string(name) + ": " + problem);
}

struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< npos: it is not closed
  char kind = 0;        ///< '#', '^', '/', '>', '!', '{' or 0 for a variable
  std::string_view name;
};

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// One that is not closed is the last.
std::vector<Tag> read_tags(std::string_view source) {
  std::vector<Tag> tags;
  for (auto at = source.find("{{"); at != std::string_view::npos; at = source.find("{{", at)) {
    const bool triple = source.substr(at + 2).starts_with('{');
    const std::string_view close = triple ? "}}}" : "}}";
    const auto end = source.find(close, at);
    if (end == std::string_view::npos) {
      tags.push_back({.begin = at, .end = end, .kind = 0, .name = {}});
      break;
    }
    Tag tag{.begin = at, .end = end + close.size()};
    auto inside = source.substr(at + (triple ? 3 : 2), end - at - (triple ? 3 : 2));
    if (triple) {
      tag.kind = '{';
    } else if (!inside.empty() &&
               std::string_view("#^/>!&=").find(inside.front()) != std::string_view::npos) {
      tag.kind = inside.front();
      inside.remove_prefix(1);
    }
    tag.name = trim(inside);
    tags.push_back(tag);
    at = tag.end;
  }
  return tags;
}

std::vector<Tag> tags_of(std::string_view name, std::string_view source) {
  auto tags = read_tags(source);
  if (!tags.empty() && tags.back().end == std::string_view::npos) refuse(name, "a tag is not closed");
  return tags;
}

/// What would print unescaped, or else than it reads; nothing where the tag is safe.
std::optional<std::string> unsafe(std::string_view name, const Tag& tag) {
  if (tag.kind == '&' || tag.kind == '=') return "{{" + std::string(1, tag.kind) + " is not used here";
  if (tag.kind != '{') return std::nullopt;
  if (is_plain_text(name)) return "plain text needs no {{{" + std::string(tag.name) + "}}}";
  if (!tag.name.ends_with("_html")) return "{{{" + std::string(tag.name) + "}}} is not named *_html";
  return std::nullopt;
}

void refuse_unsafe(std::string_view name, std::string_view source) {
  for (const auto& tag : tags_of(name, source))
    if (const auto problem = unsafe(name, tag)) refuse(name, *problem);
}

// The tag's line, where nothing but blanks stands beside it.
std::pair<std::size_t, std::size_t> whole_line(std::string_view source, const Tag& tag) {
  auto begin = tag.begin;
  auto end = tag.end;
  while (begin > 0 && (source[begin - 1] == ' ' || source[begin - 1] == '\t')) --begin;
  while (end < source.size() && (source[end] == ' ' || source[end] == '\t')) ++end;
  const bool alone = (begin == 0 || source[begin - 1] == '\n') && end < source.size() && source[end] == '\n';
  return alone ? std::pair{begin, end + 1} : std::pair{tag.begin, tag.end};
}

std::string_view source_of(std::string_view name, const TemplateSources& own) {
  if (const auto found = own.find(name); found != own.end()) return found->second;
  const auto* asset = find_asset("templates/" + std::string(name) + ".mustache");
  if (!asset) refuse(name, "is not there");
  return asset->plain;
}

/// Puts partials in place. What it reads is bounded, and with it time and memory: ten partials in each of
/// eight levels would be a hundred million.
struct Expansion {
  std::string_view whole;
  const TemplateSources& own;
  std::size_t left = largest_template;

  std::string of(std::string_view name, int depth) {
    if (depth > deepest_partial) refuse(name, "its partials contain one another");
    const auto source = source_of(name, own);
    const auto cost = source.size() + cost_of_partial;
    if (cost > left)
      refuse(whole,
             "with its partials it is longer than 1 MB; name fewer of them, or shorten " + std::string(name));
    left -= cost;
    refuse_unsafe(name, source);
    std::string out;
    std::size_t from = 0;
    for (const auto& tag : tags_of(name, source)) {
      if (tag.kind != '>') continue;
      const auto [begin, end] = whole_line(source, tag);
      out.append(source.substr(from, begin - from)).append(of(tag.name, depth + 1));
      from = end;
    }
    return out.append(source.substr(from));
  }
};

const Shape* find_in(const Shape& shape, std::string_view name) {
  const auto found = std::ranges::find(shape.names, name);
  return found == shape.names.end() ? nullptr
                                    : &shape.items[static_cast<std::size_t>(found - shape.names.begin())];
}

// As mustache looks up: the innermost section first, and "a.b" inside whichever has `a`.
const Shape* look_up(const std::vector<const Shape*>& scopes, std::string_view name) {
  if (name == ".") return scopes.back();
  for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
    const Shape* at = *scope;
    for (auto rest = name; at && !rest.empty();) {
      const auto dot = rest.find('.');
      at = find_in(*at, rest.substr(0, dot));
      rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
    }
    if (at) return at;
  }
  return nullptr;
}

}  // namespace

std::string template_source(std::string_view name, const TemplateSources& own) {
  return Expansion{name, own}.of(name, 0);
}

bool is_plain_text(std::string_view template_name) {
  return template_name.ends_with(".txt") || template_name.ends_with(".subject");
}

std::vector<TemplateProblem> problems_of_source(std::string_view template_name, std::string_view source,
                                                const Shape& view, const std::vector<std::string>& partials) {
  static const Shape leaf;
  std::vector<TemplateProblem> found;
  std::vector<const Shape*> scopes{&view};
  std::vector<const Tag*> open;
  const auto tags = read_tags(source);
  const auto wrong = [&](const Tag& tag, std::string problem) {
    const auto before = source.substr(0, tag.begin);
    found.push_back({static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1, std::move(problem)});
  };
  const auto quoted = [](const char* mark, const Tag& tag) {
    return "{{" + (mark + std::string(tag.name)) + "}}";
  };
  for (const auto& tag : tags) {
    if (tag.end == std::string_view::npos) {
      wrong(tag, "a tag is not closed; end it with }}");
    } else if (const auto problem = unsafe(template_name, tag)) {
      wrong(tag, *problem + "; write {{" + std::string(tag.name) + "}}, which is escaped");
    } else if (tag.kind == '>') {
      if (std::ranges::find(partials, tag.name) == partials.end())
        wrong(tag, quoted("> ", tag) + " names no part; there are such as mail/foot.txt");
    } else if (tag.kind == '/') {
      if (open.empty() || open.back()->name != tag.name) {
        wrong(tag, quoted("/", tag) + " closes no section that is open here; remove it");
      } else {
        open.pop_back();
        scopes.pop_back();
      }
    } else if (tag.kind != '!') {
      const auto* named = look_up(scopes, tag.name);
      if (!named)
        wrong(tag,
              quoted("", tag) + " names nothing a mail knows; punctual mail preview lists what there is");
      if (tag.kind != '#' && tag.kind != '^') continue;
      open.push_back(&tag);
      scopes.push_back(tag.kind == '#' && named ? named : &leaf);
    }
  }
  for (const auto* tag : open)
    wrong(*tag, "the section " + std::string(tag->name) + " is not closed; end it with " + quoted("/", *tag));
  return found;
}

std::vector<std::string> unknown_names(std::string_view template_name, const Shape& view) {
  static const Shape leaf;
  const auto source = template_source(template_name);
  std::vector<std::string> unknown;
  std::vector<const Shape*> scopes{&view};
  std::vector<std::string_view> sections;
  for (const auto& tag : tags_of(template_name, source)) {
    if (tag.kind == '!') continue;
    if (tag.kind == '/') {
      if (sections.empty() || sections.back() != tag.name)
        refuse(template_name, "{{/" + std::string(tag.name) + "}}");
      sections.pop_back();
      scopes.pop_back();
      continue;
    }
    const auto* found = look_up(scopes, tag.name);
    if (!found) {
      unknown.push_back(std::string(tag.name) + " in " +
                        (sections.empty() ? "the page" : std::string(sections.back())));
    }
    if (tag.kind != '#' && tag.kind != '^') continue;
    sections.push_back(tag.name);
    scopes.push_back(tag.kind == '#' && found ? found : &leaf);
  }
  return unknown;
}

}  // namespace punctual::text
