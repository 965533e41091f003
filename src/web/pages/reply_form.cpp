#include <fmt/format.h>

#include "desk/text/wording.h"
#include "web/pages/private_page_view.h"

// The answer form of the private page: what answering does is said before it is done.
namespace punctual::web {

std::optional<ReplyFormView> reply_view(const PrivatePage& page) {
  if (page.replying == Replying::closed) return std::nullopt;
  ReplyFormView view{.title = "Write to us", .button = "Send"};
  switch (page.replying) {
    case Replying::answers:
      if (page.status == Status::waiting) {
        view.title = "Your answer";
        view.words = "The work goes on as soon as you have answered.";
      }
      break;
    case Replying::reopens:
      view.title = "Is something not right?";
      view.words = "Answer here and the request is open again, with the same people.";
      view.button = "Send and reopen";
      break;
    case Replying::opens_new:
      view.title = "Is there something new?";
      view.words =
          "This was resolved more than 30 days ago. What you write opens a new request that knows this one.";
      view.button = "Send as a new request";
      break;
    case Replying::passes_on:
      view.words = "What you write here reaches the people who have the other request.";
      break;
    case Replying::closed:
      break;
  }
  view.nonce = page.reply.nonce;
  view.has_problems = !page.reply.errors.empty();
  for (const auto& error : page.reply.errors) {
    const bool has_place = error.field == "body" || error.field == "attachments";
    view.problems.push_back({.href = has_place ? error.field : std::string{}, .message = error.message});
  }
  view.body = {.id = "body",
               .value = page.reply.body,
               .error = error_of(page.reply.errors, "body"),
               .limit = page.limits.characters};
  view.attachments = {.id = "attachments",
                      .error = error_of(page.reply.errors, "attachments"),
                      .has_kept = !page.reply.kept.empty(),
                      .kept = kept_views(page.reply.kept),
                      .most_bytes = page.limits.bytes,
                      .most_files = page.limits.files,
                      .most_size = text::size_words(page.limits.bytes)};
  return view;
}

}  // namespace punctual::web
