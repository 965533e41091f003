#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "web/pages/desk_line.h"
#include "web/pages/notice_page.h"

namespace punctual::web {

/// What the template page/notice reads.
struct NoticePageView {
  Frame frame;
  std::optional<DeskLine> desk_line;  ///< never known here; the masthead asks for it
  std::string title;
  std::string message;
  std::string link;
  std::string link_words;
  std::string foot_note;
};
BOOST_DESCRIBE_STRUCT(NoticePageView, (), (frame, desk_line, title, message, link, link_words, foot_note))

NoticePageView view_of(const NoticePage& page);

}  // namespace punctual::web
