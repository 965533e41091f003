#include "desk/access/estimate_link.h"
#include "desk/commands/change.h"
#include "desk/text/one_line.h"
#include "domain/agreement/currency.h"
#include "web/pages/estimate_page.h"
#include "web/public/private_reply.h"

// The page on which a contact approves or declines one version of a plan. Looking changes nothing: mail
// programs follow links; the decision is a POST, once.
namespace punctual::web {

namespace {

struct Decided {
  std::string token;
  std::string name;
  std::optional<desk::NotChanged> refusal;
};

Reply show(Api& api, const std::string& token, const std::string* typed, std::vector<FieldError> errors,
           int status, Instant now) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto followed = desk::follow_estimate_link(api.desk, session, token);
  if (!followed) return link_gone(api);
  const auto& offer = followed->offer;
  const auto catalogue = api.desk.catalogue();
  const auto currency = agreement::Currency::of(offer.currency);
  return page_reply(
      status, estimate_page_html(
                  {.desk = face_of(*catalogue),
                   .zone = catalogue->zone(),
                   .now = now,
                   .path = "/e/" + token,
                   .ref = desk::ref_of(followed->link.ticket),
                   .summary = summary_of(followed->ticket.request.description),
                   .number = followed->link.number,
                   .offer = offer,
                   .price = currency ? in_words(agreement::Money{offer.price, *currency}) : std::string(),
                   .state = *followed->ticket.find_estimate(followed->link.number),
                   .closed = is_end(followed->ticket.status),
                   .name = typed ? *typed : followed->contact_name,
                   .errors = std::move(errors)}));
}

Answer write_decision(Api& api, const desk::FollowedEstimateLink& followed, EstimateAnswer answer,
                      std::shared_ptr<Decided> decided, Instant now) {
  const auto& link = followed.link;
  command::DecideEstimate asked{link.number, followed.ticket.find_estimate(link.number)->digest, answer,
                                decided->name};
  return Write{[&api, link, asked, decided, now](store::Session& session) {
                 // Who has lost the right in this moment has lost it.
                 if (!desk::follow_estimate_link(api.desk, session, decided->token)) {
                   decided->refusal = desk::NotChanged{desk::NotChanged::Why::unknown_ticket};
                   return store::Keep::discard;
                 }
                 auto done = desk::change(api.desk, session, link.ticket, std::nullopt, asked,
                                          Actor::contact(link.contact), now);
                 if (done) return store::Keep::commit;
                 decided->refusal = std::move(done.error());
                 return store::Keep::discard;
               },
               [&api, decided, now](store::Written) {
                 if (!decided->refusal) return see_other("/e/" + decided->token);
                 const Refusal& why = decided->refusal->refusal;
                 return show(api, decided->token, &decided->name,
                             {{why.field == "name" ? "name" : "", why.detail}}, 422, now);
               }};
}

}  // namespace

Answer estimate_page(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  return show(api, std::string(request.parameter("token")), nullptr, {}, 200, request.now);
}

Answer decide_estimate(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  const auto face = face_of(*api.desk.catalogue());
  if (!origin_matches(api, request, true))
    return notice_reply(403, refused_notice(face, "This form was sent from another site's page."));
  auto decided = std::make_shared<Decided>(Decided{std::string(request.parameter("token")), {}, {}});
  const auto followed = desk::follow_estimate_link(api.desk, api.desk.reader(), decided->token);
  if (!followed) return link_gone(api);
  if (!api.answers_of_link.allow("/e/" + decided->token, request.now) ||
      !api.answers_of_network.allow(network_of(request.peer), request.now))
    return too_many_reply(face);
  const Form& form = request.form.value();
  decided->name = form.value("name");
  if (text::turns_lines(decided->name))
    return show(api, decided->token, &decided->name,
                {{"name", "This contains characters that cannot be printed; remove them."}}, 422,
                request.now);
  const auto answer = form.value("answer");
  if (answer != "approved" && answer != "declined")
    return show(api, decided->token, &decided->name, {{"", "Choose whether you approve or decline it."}}, 422,
                request.now);
  return write_decision(api, *followed,
                        answer == "approved" ? EstimateAnswer::approved : EstimateAnswer::declined, decided,
                        request.now);
}

}  // namespace punctual::web
