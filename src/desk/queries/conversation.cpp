#include "desk/queries/conversation.h"

#include <algorithm>

#include "desk/access/shared_page.h"

namespace punctual::desk {

namespace {

using From = PublicMessage::From;

/// A message with its words; nothing of what is no message to or from a client.
struct Words {
  From from = From::client;
  const std::string* body = nullptr;
  const std::vector<AttachedFile>* files = nullptr;

  void operator()(const event::Submitted& e) { *this = {From::client, &e.description, &e.attachments}; }
  void operator()(const event::ClientReplied& e) { *this = {From::client, &e.body, &e.attachments}; }
  void operator()(const event::Replied& e) { *this = {From::desk, &e.body, nullptr}; }
  void operator()(const event::Resolved& e) { *this = {From::desk, &e.message, nullptr}; }
  void operator()(const auto&) {}
};

std::optional<PublicMessage> message_of(const TicketView& view, TicketId ticket, const Recorded& recorded,
                                        const std::string& contact) {
  Words words;
  std::visit(words, recorded.event);
  if (!words.body) return std::nullopt;
  return PublicMessage{
      ticket,
      recorded.seq,
      words.from,
      words.from == From::client ? contact : name_of(recorded.actor, *view.catalogue, contact),
      recorded.at,
      *words.body,
      words.files ? *words.files : std::vector<AttachedFile>()};
}

TicketId written_on(TicketId in, const Recorded& recorded) {
  const auto* reply = std::get_if<event::ClientReplied>(&recorded.event);
  return reply && reply->via ? *reply->via : in;
}

}  // namespace

std::vector<PublicMessage> public_conversation(const TicketView& view, const Course& course) {
  std::vector<PublicMessage> messages;
  const auto& own = view.ticket.request.contact_name;
  const auto add = [&](TicketId ticket, const Recorded& recorded, const std::string& contact) {
    if (auto message = message_of(view, ticket, recorded, contact)) messages.push_back(std::move(*message));
  };
  const auto shown = [&](TicketId ticket) {
    if (ticket == view.id) return true;
    const auto absorbed = std::ranges::find(view.absorbed, ticket, &AbsorbedTicket::id);
    return absorbed != view.absorbed.end() && page_may_show(view.ticket, absorbed->ticket);
  };
  for (const Recorded& recorded : view.journal)
    if (shown(written_on(view.id, recorded))) add(view.id, recorded, own);
  for (const auto& absorbed : view.absorbed)
    if (shown(absorbed.id))
      for (const Recorded& recorded : absorbed.journal)
        if (shown(written_on(absorbed.id, recorded))) add(absorbed.id, recorded, own);
  for (const Stop& stop : course.stops)
    for (const Recorded& recorded : stop.journal)
      if (stop.id != view.id && written_on(stop.id, recorded) == view.id) add(stop.id, recorded, own);
  std::ranges::stable_sort(messages, {}, &PublicMessage::at);
  return messages;
}

std::vector<PublicMessage> own_messages(const TicketView& view) {
  std::vector<PublicMessage> messages;
  for (const Recorded& recorded : view.journal) {
    const auto page = written_on(view.id, recorded);
    const auto absorbed = std::ranges::find(view.absorbed, page, &AbsorbedTicket::id);
    const auto& writer = absorbed == view.absorbed.end() ? view.ticket : absorbed->ticket;
    auto message = message_of(view, view.id, recorded, writer.request.contact_name);
    if (!message) continue;
    if (page != view.id) message->via = page;
    messages.push_back(std::move(*message));
  }
  return messages;
}

std::optional<TicketId> holder_of_attachment(const std::vector<PublicMessage>& conversation,
                                             std::int64_t attachment) {
  for (const auto& message : conversation)
    if (std::ranges::find(message.files, attachment, &AttachedFile::id) != message.files.end())
      return message.ticket;
  return std::nullopt;
}

}  // namespace punctual::desk
