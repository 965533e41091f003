#include "web/public/private_reply.h"

#include "desk/access/private_link.h"
#include "desk/access/shared_page.h"
#include "desk/queries/conversation.h"
#include "store/tickets.h"

namespace punctual::web {

namespace {

/// For so long after it was sent, the page greets.
constexpr auto greeting_for = std::chrono::minutes{10};

std::vector<Message> messages_of(const std::vector<desk::PublicMessage>& conversation,
                                 const std::string& path) {
  std::vector<Message> messages;
  for (const auto& said : conversation) {
    const bool client = said.from == desk::PublicMessage::From::client;
    Message message{
        client ? Message::From::client : Message::From::desk, said.author, said.at, said.body_markdown, {}};
    for (const auto& file : said.files)
      message.files.push_back({file.name, file.size, path + "/attachments/" + std::to_string(file.id)});
    messages.push_back(std::move(message));
  }
  return messages;
}

std::optional<GoesOn> goes_on_of(const desk::Desk& desk, store::Session& session,
                                 const desk::Course& course) {
  const desk::Stop& here = course.stops.front();
  const desk::Stop& there = course.end();
  if (there.id == here.id) return std::nullopt;
  // A follower was opened by this page's own holder.
  const bool followed = here.ticket.follower == course.stops[1].id;
  const auto other = followed ? here.ticket.follower : there.id;
  const bool shown = followed || desk::page_may_show(here.ticket, there.ticket);
  GoesOn goes_on{followed                                        ? GoesOn::Why::followed
                 : desk::same_contact(here.ticket, there.ticket) ? GoesOn::Why::merged
                                                                 : GoesOn::Why::merged_with_a_colleagues,
                 desk::ref_of(other),
                 {}};
  const auto head = shown ? store::find_head(session, other) : std::nullopt;
  if (head) goes_on.path = "/r/" + desk::private_token(desk, other, head->link_generation);
  return goes_on;
}

/// As an answer would be decided now.
Replying replying_of(const desk::Course& course, const std::optional<GoesOn>& goes_on, const Terms& terms,
                     Instant now) {
  if (goes_on && !goes_on->path.empty()) return Replying::closed;
  const TicketState& there = course.end().ticket;
  const auto decided = decide(there, command::ClientReply{"?", {}}, terms, now);
  if (!decided)
    return decided.error().reason == Refusal::Reason::too_late_to_reopen ? Replying::opens_new
                                                                         : Replying::closed;
  if (goes_on) return Replying::passes_on;
  return there.resolved_at ? Replying::reopens : Replying::answers;
}

std::optional<RatingForm> rating_of(const TicketState& ticket) {
  if (!after(ticket.status, Verb::rate)) return std::nullopt;
  if (!ticket.rating) return RatingForm{};
  return RatingForm{ticket.rating->rated.rating, ticket.rating->rated.comment, ticket.rating->at, {}};
}

PrivatePage page_of(const desk::TicketView& view, const std::string& path, Typed typed, Instant now) {
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
                   .just_received = ticket.status == Status::fresh && ticket.milestones.size() == 1 &&
                                    now - ticket.submitted_at < greeting_for,
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
                   .messages = {},
                   .reply = std::move(typed.reply),
                   .replying = Replying::closed,
                   .goes_on = {},
                   .rating = typed.rating ? std::move(typed.rating) : rating_of(ticket),
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

}  // namespace

Reply link_gone(const Api& api) {
  return notice_reply(404, link_gone_notice(face_of(*api.desk.catalogue())));
}

Reply show_private(Api& api, TicketId id, const std::string& path, Typed typed, int status, Instant now) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto view = desk::view_ticket(api.desk, session, id, now);
  const auto course = desk::course_of(session, id);
  if (!view || !course) return link_gone(api);
  if (typed.reply.nonce.empty()) typed.reply.nonce = new_nonce();
  PrivatePage shown = page_of(*view, path, std::move(typed), now);
  shown.plans = view->ticket.estimates;
  if (!shown.plans.empty())
    for (const auto& contact : store::approvers_of(session, view->ticket.request.client))
      shown.approvers.push_back(contact.name);
  shown.messages = messages_of(desk::public_conversation(*view, *course), path);
  shown.goes_on = goes_on_of(api.desk, session, *course);
  shown.replying = replying_of(*course, shown.goes_on, view->catalogue->terms(), now);
  Reply page = page_reply(status, private_page_html(shown));
  page.headers.emplace_back("X-Robots-Tag", "noindex");
  return page;
}

}  // namespace punctual::web
