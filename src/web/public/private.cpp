#include "desk/access/private_link.h"
#include "desk/commands/change.h"
#include "desk/queries/ticket_view.h"
#include "store/access.h"
#include "web/api/attachment_reply.h"
#include "web/pages/private_page.h"
#include "web/public/site.h"

namespace punctual::web {

namespace {

/// For so long after it was sent, the page greets.
constexpr auto greeting_for = std::chrono::minutes{10};

Reply link_gone(Api& api) {
  return notice_reply(404, link_gone_notice(face_of(*api.desk.catalogue())));
}

/// The public messages, oldest first. Notes, warnings and triage are not among them.
std::vector<Message> messages_of(const desk::TicketView& view, const std::string& path) {
  std::vector<Message> messages;
  const auto add = [&](const Recorded& recorded, Message::From from, const std::string& body,
                       const std::vector<AttachedFile>& files) {
    Message message{from,
                    desk::name_of(recorded.actor, *view.catalogue, view.ticket.request.contact_name),
                    recorded.at,
                    body,
                    {}};
    if (from == Message::From::client) message.author = view.ticket.request.contact_name;
    for (const auto& file : files)
      message.files.push_back({file.name, file.size, path + "/attachments/" + std::to_string(file.id)});
    messages.push_back(std::move(message));
  };
  for (const Recorded& recorded : view.journal) {
    const TicketEvent& event = recorded.event;
    if (const auto* submitted = std::get_if<event::Submitted>(&event))
      add(recorded, Message::From::client, submitted->description, submitted->attachments);
    if (const auto* answer = std::get_if<event::ClientReplied>(&event))
      add(recorded, Message::From::client, answer->body, answer->attachments);
    if (const auto* reply = std::get_if<event::Replied>(&event))
      add(recorded, Message::From::desk, reply->body, {});
    if (const auto* resolved = std::get_if<event::Resolved>(&event))
      add(recorded, Message::From::desk, resolved->message, {});
  }
  return messages;
}

/// As an answer would be decided now.
Replying replying_of(const TicketState& ticket, const Terms& terms, Instant now) {
  if (!decide(ticket, command::ClientReply{"?", {}}, terms, now)) return Replying::closed;
  return ticket.resolved_at ? Replying::reopens : Replying::answers;
}

PrivatePage page_of(const desk::TicketView& view, const std::string& path, ReplyForm reply, Instant now) {
  const desk::Catalogue& catalogue = *view.catalogue;
  const TicketState& ticket = view.ticket;
  const event::Submitted& request = ticket.request;
  const auto person = [&](PersonId id) {
    const auto* found = catalogue.person(id);
    return found ? found->name : std::string();
  };
  PrivatePage page{.desk = face_of(catalogue),
                   .now = now,
                   .hours = hours_of(catalogue, now),
                   .path = path,
                   .just_received = ticket.version == 1 && now - ticket.submitted_at < greeting_for,
                   .ref = desk::ref_of(view.id),
                   .status = ticket.status,
                   .submitted_at = ticket.submitted_at,
                   .client_email = request.contact_email,
                   .site = request.site,
                   .page = request.page,
                   .live = request.live,
                   .impact = request.impact,
                   .tier = ticket.tier,
                   .tier_meaning = {},
                   .assignee = person(ticket.assignee),
                   .expectation = {},
                   .standing = view.standing,
                   .clock_starts = {},
                   .messages = messages_of(view, path),
                   .reply = std::move(reply),
                   .replying = replying_of(ticket, catalogue.terms(), now),
                   .limits = form_limits()};
  if (ticket.tier)
    page.tier_meaning = catalogue.profile().tiers[static_cast<std::size_t>(*ticket.tier - 1)].meaning;
  if (ticket.expectation)
    page.expectation = ShownExpectation{person(ticket.expectation->assignee),
                                        ticket.expectation->what_to_expect, ticket.expectation->next_step};
  const Calendar& calendar = view.terms().in_force().calendar;
  if (!calendar.is_open(ticket.submitted_at)) page.clock_starts = calendar.next_opening(ticket.submitted_at);
  return page;
}

Reply show(Api& api, TicketId id, const std::string& path, ReplyForm reply, int status, Instant now) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto view = desk::view_ticket(api.desk, session, id, now);
  if (!view) return link_gone(api);
  if (reply.nonce.empty()) reply.nonce = new_nonce();
  Reply page = page_reply(status, private_page_html(page_of(*view, path, std::move(reply), now)));
  page.headers.emplace_back("X-Robots-Tag", "noindex");
  return page;
}

struct Answered {
  std::string path;
  std::string nonce;
  store::Sha256 hash{};
  std::string body;
  std::vector<store::KeptFile> files;
  ReplyForm again;
  std::optional<desk::NotChanged> refusal;
};

/// Refused: the page again, with what was typed and the uploads kept for the next try.
Answer show_again(Api& api, TicketId id, std::shared_ptr<Answered> answered, Instant now) {
  return stash_and_show(answered->again.nonce, answered->files, now, [&api, id, answered, now] {
    ReplyForm form = answered->again;
    form.kept = shown_files(store::read_stash(api.desk.reader(), form.nonce, now));
    return show(api, id, answered->path, std::move(form), 422, now);
  });
}

Answer write_answer(Api& api, TicketId id, std::shared_ptr<Answered> answered, Instant now) {
  return Write{
      [&api, id, answered, now](store::Session& session) {
        const std::string key = answered->nonce + " " + store::to_hex(store::view(answered->hash));
        auto files = answered->files;
        if (!answered->nonce.empty()) {
          if (store::find_answer(session, "form", key, answered->hash)) return store::Keep::discard;
          if (auto all = together(store::read_stash(session, answered->nonce, now), files)) files = *all;
        }
        std::vector<AttachedFile> announced;  // decide() needs to know that there are files
        for (const auto& file : files) announced.push_back({0, file.name, file.size});
        const auto done =
            desk::change(api.desk, session, id, std::nullopt, command::ClientReply{answered->body, announced},
                         Actor::contact({}), now, files);
        if (!done) {
          answered->refusal = done.error();
          if (files.empty()) return store::Keep::discard;
          store::delete_stash(session, answered->again.nonce);
          store::insert_stash(session, answered->again.nonce, files, now, now + std::chrono::hours{1});
          return store::Keep::commit;
        }
        if (!answered->nonce.empty()) {
          store::delete_stash(session, answered->nonce);
          store::insert_answer(session, "form", key, answered->hash, id, now);
        }
        return store::Keep::commit;
      },
      [&api, id, answered, now](store::Written) {
        if (!answered->refusal) return see_other(answered->path);
        ReplyForm form = answered->again;
        form.errors.push_back({answered->refusal->refusal.field, answered->refusal->refusal.detail});
        form.kept = shown_files(store::read_stash(api.desk.reader(), form.nonce, now));
        return show(api, id, answered->path, std::move(form), 422, now);
      }};
}

Answer post_answer(Api& api, TicketId id, const std::string& path, const Request& request) {
  const Form& form = request.form.value();
  const Instant now = request.now;
  auto answered = std::make_shared<Answered>();
  answered->path = path;
  answered->nonce = nonce_of(form);
  answered->hash = content_hash(path, form);
  answered->body = form.value("body");
  answered->again = {.nonce = answered->nonce.empty() ? new_nonce() : answered->nonce,
                     .body = answered->body,
                     .kept = {},
                     .errors = {}};
  auto& errors = answered->again.errors;
  if (!api.answers_of_link.allow(path, now) || !api.answers_of_network.allow(network_of(request.peer), now)) {
    errors.push_back(
        {"", "There were many messages just now. Your words are kept here: send them again in ten minutes."});
    Reply page = show(api, id, path, std::move(answered->again), 429, now);
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
  return show(api, *id, "/r/" + std::string(token), {}, 200, request.now);
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

Answer private_attachment(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  auto& session = api.desk.reader();
  const auto id = desk::ticket_of_private_token(api.desk, session, request.parameter("token"));
  if (!id) return link_gone(api);
  auto file = attachment_reply(api.desk, session, *id, request.parameter("attachment"));
  return file ? std::move(*file) : notice_reply(404, not_found_notice(face_of(*api.desk.catalogue())));
}

}  // namespace punctual::web
