#pragma once

#include <string>

#include "web/pages/frame.h"

namespace punctual::web {

/// A short page that says one thing: what is so, and what to do now.
struct NoticePage {
  DeskFace desk;
  std::string title;    ///< "This link no longer works"
  std::string message;  ///< one or two sentences
  std::string link;     ///< where to go; may be empty
  std::string link_words;
};

std::string notice_page_html(const NoticePage& page);

/// The notices there are. A revoked link and one that never was read alike.
NoticePage not_found_notice(const DeskFace& desk);
NoticePage link_gone_notice(const DeskFace& desk);
/// Of a link with which somebody of the desk sets a password.
NoticePage password_link_gone_notice(const DeskFace& desk);
/// Does not say whether anybody here has the address.
NoticePage reset_asked_notice(const DeskFace& desk);
/// `wait_minutes` until the next try is taken.
NoticePage too_many_notice(const DeskFace& desk, int wait_minutes);
NoticePage too_large_notice(const DeskFace& desk, std::string_view most_size);
/// The desk cannot write just now (503, 507): nothing was lost, nothing was taken.
NoticePage unavailable_notice(const DeskFace& desk);
/// Any other refusal; `reason` is a sentence, or empty.
NoticePage refused_notice(const DeskFace& desk, std::string_view reason);

}  // namespace punctual::web
