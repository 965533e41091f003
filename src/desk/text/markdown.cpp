#include "desk/text/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <vector>

#include "desk/text/plain.h"

namespace punctual::text {
namespace {

constexpr int options = CMARK_OPT_SAFE | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_HARDBREAKS;
constexpr std::array extension_names = {"table", "strikethrough", "autolink", "tasklist"};
// Headings of a message stand below the page's h1 and the section's h2.
constexpr int heading_offset = 2;

struct Free {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
  void operator()(char* text) const { std::free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

const std::vector<cmark_syntax_extension*>& extensions() {
  static const auto found = [] {
    cmark_gfm_core_extensions_ensure_registered();
    std::vector<cmark_syntax_extension*> all;
    for (const char* name : extension_names) {
      if (auto* extension = cmark_find_syntax_extension(name)) all.push_back(extension);
    }
    return all;
  }();
  return found;
}

Owned<cmark_node> parse(std::string_view markdown) {
  const auto& found = extensions();
  Owned<cmark_parser> parser{cmark_parser_new(options)};
  for (auto* extension : found) cmark_parser_attach_syntax_extension(parser.get(), extension);
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return Owned<cmark_node>{cmark_parser_finish(parser.get())};
}

std::string_view view(const char* text) {
  return text ? std::string_view{text} : std::string_view{};
}

void replace_by_text(cmark_node* node, const char* literal) {
  auto* text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, literal);
  cmark_node_insert_before(node, text);
  Owned<cmark_node>{node};
}

void replace_by_code(cmark_node* node) {
  auto* code = cmark_node_new(CMARK_NODE_CODE_BLOCK);
  cmark_node_set_literal(code, cmark_node_get_literal(node));
  cmark_node_insert_before(node, code);
  Owned<cmark_node>{node};
}

void move_children_before(cmark_node* node, cmark_node* place) {
  while (auto* child = cmark_node_first_child(node)) cmark_node_insert_before(place, child);
}

void replace_by_children(cmark_node* node) {
  move_children_before(node, node);
  Owned<cmark_node>{node};
}

bool inside_link(cmark_node* node) {
  for (auto* up = cmark_node_parent(node); up; up = cmark_node_parent(up)) {
    if (cmark_node_get_type(up) == CMARK_NODE_LINK) return true;
    if (cmark_node_get_type(up) == CMARK_NODE_PARAGRAPH) return false;
  }
  return false;
}

// An image is its description, linked where a link may stand.
void replace_image(cmark_node* image) {
  const std::string url{view(cmark_node_get_url(image))};
  if (!cmark_node_first_child(image)) {
    auto* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, url.c_str());
    cmark_node_append_child(image, text);
  }
  if (!is_linkable(url) || inside_link(image)) return replace_by_children(image);
  auto* link = cmark_node_new(CMARK_NODE_LINK);
  cmark_node_set_url(link, url.c_str());
  cmark_node_insert_before(image, link);
  while (auto* child = cmark_node_first_child(image)) cmark_node_append_child(link, child);
  Owned<cmark_node>{image};
}

void tame(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HTML_BLOCK) return replace_by_code(node);
  if (type == CMARK_NODE_HTML_INLINE) return replace_by_text(node, cmark_node_get_literal(node));
  if (type == CMARK_NODE_IMAGE) return replace_image(node);
  if (type == CMARK_NODE_LINK && !is_linkable(view(cmark_node_get_url(node))))
    return replace_by_children(node);
  if (type == CMARK_NODE_HEADING) {
    cmark_node_set_heading_level(node, std::min(6, cmark_node_get_heading_level(node) + heading_offset));
  }
}

// Nodes are collected first: the tree must not change below an iterator. Leaving order visits the inner ones
// first, so that what a node holds is tame when the node itself is replaced.
void tame_all(cmark_node* document) {
  std::vector<cmark_node*> nodes;
  Owned<cmark_iter> iter{cmark_iter_new(document)};
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    auto* node = cmark_iter_get_node(iter.get());
    const auto type = cmark_node_get_type(node);
    const bool leaf = type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
    const bool branch = type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK || type == CMARK_NODE_HEADING;
    if (leaf || (branch && event == CMARK_EVENT_EXIT)) nodes.push_back(node);
  }
  for (auto* node : nodes) tame(node);
}

// All `<` of the text are escaped by now, so this finds the renderer's own tags alone.
std::string with_rel(std::string_view html) {
  constexpr std::string_view tag = "<a href=";
  std::string out;
  out.reserve(html.size() + html.size() / 8);
  std::size_t from = 0;
  for (auto at = html.find(tag); at != std::string_view::npos; at = html.find(tag, from)) {
    out.append(html.substr(from, at - from)).append("<a rel=\"noopener nofollow\" href=");
    from = at + tag.size();
  }
  return out.append(html.substr(from));
}

}  // namespace

std::string markdown_html(std::string_view markdown) {
  if (beyond_people(markdown)) return paragraphs_html(markdown);
  const auto document = parse(markdown);
  tame_all(document.get());
  // The extensions' list belongs to the renderer's caller; tables and strikethrough carry their own
  // renderers.
  const Owned<char> html{cmark_render_html(document.get(), options, nullptr)};
  // A page that is many times its text was written by a machine to be large.
  constexpr std::size_t most_times = 8;
  if (view(html.get()).size() > most_times * markdown.size() + 4096) return paragraphs_html(markdown);
  return with_rel(view(html.get()));
}

}  // namespace punctual::text
