#include "desk/access/private_link.h"
#include "desk/commands/answer.h"
#include "desk/queries/conversation.h"
#include "store/access.h"
#include "web/api/attachment_reply.h"
#include "web/public/private_reply.h"

namespace punctual::web {

namespace {

struct Answered {
  std::string path;
  std::string nonce;
  store::Sha256 hash{};
  std::string body;
  std::vector<store::KeptFile> files;
  ReplyForm again;
  std::optional<desk::NotChanged> refusal;
  TicketId taken_by;  ///< the page's own ticket, or the request that the answer opened
};

/// Refused: the page again, with what was typed and the uploads kept for the next try.
Answer show_again(Api& api, TicketId id, std::shared_ptr<Answered> answered, Instant now) {
  return stash_and_show(answered->again.nonce, answered->files, now, [&api, id, answered, now] {
    ReplyForm form = answered->again;
    form.kept = shown_files(store::read_stash(api.desk.reader(), form.nonce, now));
    return show_private(api, id, answered->path, {std::move(form), {}}, 422, now);
  });
}

Answer write_answer(Api& api, TicketId id, std::shared_ptr<Answered> answered, Instant now) {
  return Write{[&api, id, answered, now](store::Session& session) {
                 const std::string key = answered->nonce + " " + store::to_hex(store::view(answered->hash));
                 auto files = answered->files;
                 if (!answered->nonce.empty()) {
                   if (const auto given = store::find_answer(session, "form", key, answered->hash)) {
                     answered->taken_by = given->ticket;
                     return store::Keep::discard;
                   }
                   if (auto all = together(store::read_stash(session, answered->nonce, now), files))
                     files = *all;
                 }
                 const auto done = desk::answer(api.desk, session, id, {answered->body, files}, now);
                 if (!done) {
                   answered->refusal = done.error();
                   if (files.empty()) return store::Keep::discard;
                   store::delete_stash(session, answered->again.nonce);
                   store::insert_stash(session, answered->again.nonce, files, now,
                                       now + std::chrono::hours{1});
                   return store::Keep::commit;
                 }
                 answered->taken_by = *done ? *done : id;
                 if (!answered->nonce.empty()) {
                   store::delete_stash(session, answered->nonce);
                   store::insert_answer(session, "form", key, answered->hash, answered->taken_by, now);
                 }
                 return store::Keep::commit;
               },
               [&api, id, answered, now](store::Written) {
                 if (!answered->refusal)
                   return see_other(answered->taken_by == id
                                        ? answered->path
                                        : "/r/" + desk::private_token(api.desk, answered->taken_by, 1));
                 ReplyForm form = answered->again;
                 form.errors.push_back({answered->refusal->refusal.field, answered->refusal->refusal.detail});
                 form.kept = shown_files(store::read_stash(api.desk.reader(), form.nonce, now));
                 return show_private(api, id, answered->path, {std::move(form), {}}, 422, now);
               }};
}

Answer post_answer(Api& api, TicketId id, const std::string& path, const Request& request) {
  const Form& form = request.form.value();
  const Instant now = request.now;
  auto answered = std::make_shared<Answered>();
  answered->path = path;
  answered->nonce = nonce_of(form);
  answered->hash = content_hash(api.desk, path, form);
  answered->body = form.value("body");
  answered->again = {.nonce = answered->nonce.empty() ? new_nonce() : answered->nonce,
                     .body = answered->body,
                     .kept = {},
                     .errors = {}};
  auto& errors = answered->again.errors;
  if (!api.answers_of_link.allow(path, now) || !api.answers_of_network.allow(network_of(request.peer), now)) {
    errors.push_back(
        {"", "There were many messages just now. Your words are kept here: send them again in ten minutes."});
    Reply page = show_private(api, id, path, {std::move(answered->again), {}}, 429, now);
    page.headers.emplace_back("Retry-After", "600");
    return page;
  }
  auto files = keep_uploads(api, request);
  if (!files)
    errors.push_back({"attachments", files.error()});
  else if (!together(store::read_stash(api.desk.reader(), answered->nonce, now), *files))
    errors.push_back({"attachments", "With the files kept from before these are too many or too large."});
  if (answered->body.size() > form_limits().characters)
    errors.push_back(
        {"body", "This is too long; 100,000 characters are the most. Attach the rest as a file."});
  if (files) answered->files = std::move(*files);
  if (!errors.empty()) return show_again(api, id, answered, now);
  return write_answer(api, id, answered, now);
}

}  // namespace

Answer private_page(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  const auto token = request.parameter("token");
  const auto id = desk::ticket_of_private_token(api.desk, api.desk.reader(), token);
  if (!id) return link_gone(api);
  return show_private(api, *id, "/r/" + std::string(token), {}, 200, request.now);
}

Answer take_answer(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  const auto face = face_of(*api.desk.catalogue());
  if (!origin_matches(api, request, true))
    return notice_reply(403, refused_notice(face, "This form was sent from another site's page."));
  const std::string token(request.parameter("token"));
  const auto id = desk::ticket_of_private_token(api.desk, api.desk.reader(), token);
  if (!id) return link_gone(api);
  return off_the_loop(request, [&api, id = *id, token](const Request& posted) {
    return post_answer(api, id, "/r/" + token, posted);
  });
}

namespace {

/// The ticket whose conversation, as this page shows it, has the file.
std::optional<TicketId> holder_of(const Api& api, store::Session& session, TicketId page,
                                  const Request& request) {
  const std::string number(request.parameter("attachment"));
  const bool fits =
      !number.empty() && number.size() < 18 && number.find_first_not_of("0123456789") == std::string::npos;
  const store::Snapshot snapshot(session);
  const auto view = fits ? desk::view_ticket(api.desk, session, page, request.now) : std::nullopt;
  const auto course = view ? desk::course_of(session, page) : std::nullopt;
  if (!course) return std::nullopt;
  return desk::holder_of_attachment(desk::public_conversation(*view, *course), std::stoll(number));
}

}  // namespace

Answer private_attachment(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  auto& session = api.desk.reader();
  const auto id = desk::ticket_of_private_token(api.desk, session, request.parameter("token"));
  if (!id) return link_gone(api);
  const auto holder = holder_of(api, session, *id, request);
  auto file =
      holder ? attachment_reply(api.desk, session, *holder, request.parameter("attachment")) : std::nullopt;
  return file ? std::move(*file) : notice_reply(404, not_found_notice(face_of(*api.desk.catalogue())));
}

}  // namespace punctual::web
