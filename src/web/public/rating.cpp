#include "desk/access/private_link.h"
#include "desk/commands/change.h"
#include "store/journal_events.h"
#include "web/public/private_reply.h"

namespace punctual::web {

namespace {

std::optional<Rating> rating_from(std::string_view text) {
  Rating rating{};
  return boost::describe::enum_from_string(std::string(text).c_str(), rating) ? std::optional(rating)
                                                                              : std::nullopt;
}

struct Rated {
  std::string path;
  RatingForm form;
  std::optional<desk::NotChanged> refusal;
};

Reply show_again(Api& api, TicketId id, const Rated& rated, Instant now) {
  return show_private(api, id, rated.path, {{}, rated.form}, 422, now);
}

/// Open again in the meantime: there is nothing to rate. What was typed stands where it can be sent.
Reply show_as_message(Api& api, TicketId id, const Rated& rated, Instant now) {
  ReplyForm reply{.nonce = {}, .body = rated.form.comment, .kept = {}, .errors = {}};
  reply.errors.push_back({"",
                          "There is nothing to rate now: this request is not resolved. What you wrote stands "
                          "in the message here; send it if it should reach us."});
  return show_private(api, id, rated.path, {std::move(reply), {}}, 422, now);
}

Answer write_rating(Api& api, TicketId id, std::shared_ptr<Rated> rated, Instant now) {
  return Write{[&api, id, rated, now](store::Session& session) {
                 auto done = desk::change(api.desk, session, id, std::nullopt,
                                          command::Rate{*rated->form.rating, rated->form.comment},
                                          Actor::contact({}), now);
                 if (done) return store::Keep::commit;
                 rated->refusal = std::move(done.error());
                 return store::Keep::discard;
               },
               [&api, id, rated, now](store::Written) {
                 if (!rated->refusal) return see_other(rated->path + "#rating");
                 const Refusal& why = rated->refusal->refusal;
                 if (why.reason != Refusal::Reason::invalid) return show_as_message(api, id, *rated, now);
                 rated->form.errors.push_back({why.field, why.detail});
                 return show_again(api, id, *rated, now);
               }};
}

}  // namespace

Answer take_rating(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  const auto face = face_of(*api.desk.catalogue());
  if (!origin_matches(api, request, true))
    return notice_reply(403, refused_notice(face, "This form was sent from another site's page."));
  const std::string token(request.parameter("token"));
  const auto id = desk::ticket_of_private_token(api.desk, api.desk.reader(), token);
  if (!id) return link_gone(api);
  const Form& form = request.form.value();
  auto rated = std::make_shared<Rated>();
  rated->path = "/r/" + token;
  rated->form = {rating_from(form.value("rating")), std::string(form.value("comment")), {}, {}};
  if (!api.answers_of_link.allow(rated->path, request.now) ||
      !api.answers_of_network.allow(network_of(request.peer), request.now))
    return too_many_reply(face);
  if (!rated->form.rating) {
    rated->form.errors.push_back({"rating", "Choose one of the three."});
    return show_again(api, *id, *rated, request.now);
  }
  return write_rating(api, *id, rated, request.now);
}

}  // namespace punctual::web
