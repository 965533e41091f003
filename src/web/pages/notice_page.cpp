#include "web/pages/notice_page.h"

#include <fmt/format.h>

#include "desk/text/template.h"
#include "desk/text/wording.h"
#include "web/pages/notice_page_view.h"

namespace punctual::web {

NoticePageView view_of(const NoticePage& page) {
  return {.frame = frame_of(page.desk, {"page.css", "form.css", "private.css"}),
          .title = page.title,
          .message = page.message,
          .link = page.link,
          .link_words = page.link_words};
}

std::string notice_page_html(const NoticePage& page) {
  return text::render("page/notice", view_of(page));
}

NoticePage not_found_notice(const DeskFace& desk) {
  return {.desk = desk,
          .title = "There is nothing here",
          .message = "The address may have lost a piece on its way. The support page knows the rest.",
          .link = "/",
          .link_words = "To the support page"};
}

NoticePage link_gone_notice(const DeskFace& desk) {
  return {
      .desk = desk,
      .title = "This link does not work",
      .message =
          "It may have been cut off, or replaced by a newer one: the newest mail about your request has the "
          "one that works. Nothing you sent is lost.",
      .link = "/",
      .link_words = "Write to us instead"};
}

NoticePage password_link_gone_notice(const DeskFace& desk) {
  return {
      .desk = desk,
      .title = "This link does not work any more",
      .message =
          "It was used already, a newer one has replaced it, or it is too old. Ask for another one: whoever "
          "was invited asks the person who invited them.",
      .link = "/password",
      .link_words = "I had a password and forgot it"};
}

NoticePage reset_asked_notice(const DeskFace& desk) {
  return {.desk = desk,
          .title = "Look into your mail",
          .message =
              "If somebody here signs in with that address, a link is on its way to it. It works for ten "
              "minutes; within them no other is sent, so the newest there counts. Nothing there? Look among "
              "the unwanted mail, check the address, or ask again in ten minutes.",
          .link = "/staff/",
          .link_words = "Back to signing in"};
}

NoticePage too_many_notice(const DeskFace& desk, int wait_minutes) {
  return {.desk = desk,
          .title = "That was a lot at once",
          .message = fmt::format(
              "To keep the desk free for everybody we take no more from here for now. Please try again "
              "in {}; going back in your browser brings up what you wrote.",
              text::count_words(wait_minutes, "minute", "minutes"))};
}

NoticePage too_large_notice(const DeskFace& desk, std::string_view most_size) {
  return {.desk = desk,
          .title = "These files are too large",
          .message = fmt::format(
              "Up to {} can be sent together. Go back in your browser, where what you wrote still "
              "stands, and leave out or shrink some; or send a link to them.",
              most_size)};
}

NoticePage unavailable_notice(const DeskFace& desk) {
  return {
      .desk = desk,
      .title = "One moment, please",
      .message =
          "We could not take this just now, and nothing was saved. Go back in your browser and send it again "
          "in a minute: it will not arrive twice."};
}

NoticePage refused_notice(const DeskFace& desk, std::string_view reason) {
  return {.desk = desk,
          .title = "That did not work",
          .message = reason.empty() ? "Please go back and try again." : std::string(reason),
          .link = "/",
          .link_words = "To the support page"};
}

}  // namespace punctual::web
