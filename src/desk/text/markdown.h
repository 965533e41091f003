#pragma once

#include <string>
#include <string_view>

namespace punctual::text {

/// Markdown (GitHub's tables, strikethrough, autolinks and task lists) as HTML that may stand in a page as it
/// is.
///
/// - HTML in the text, block or inline, is shown as the text it is: clients of web agencies paste it.
/// - Links are http, https or mailto and carry rel="noopener nofollow"; of any other only the words remain.
/// - Images become links, so that showing a message fetches nothing.
/// - A single line break is a line break; headings start at h3, below the page's own.
///
/// Ends in linear time: text nested or marked beyond what people write is shown as plain paragraphs. The
/// caller limits the length.
std::string markdown_html(std::string_view markdown);

/// `&`, `<`, `>` and both quotes as entities.
std::string escape_html(std::string_view text);

}  // namespace punctual::text
