#include "store/journal_events.h"

#include <stdexcept>

#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::store {

namespace {

struct Type {
  std::string_view name;
  std::size_t index;  ///< in TicketEvent
  TicketEvent (*read)(std::string_view content);
};

template <class Event>
TicketEvent read_as(std::string_view content) {
  auto event = json::from_json<Event>(content);
  if (!event) {
    std::string why = "content is not JSON";
    if (!event.error().problems.empty())
      why = event.error().problems[0].field + " " + event.error().problems[0].detail;
    throw std::runtime_error("a journal event cannot be read: " + why);
  }
  return std::move(*event);
}

template <class Event>
constexpr Type type(std::string_view name) {
  return {name, boost::mp11::mp_find<TicketEvent, Event>::value, &read_as<Event>};
}

constexpr Type types[] = {
    type<event::Submitted>("submitted"),
    type<event::Triaged>("triaged"),
    type<event::Replied>("replied"),
    type<event::ClientReplied>("client_replied"),
    type<event::Noted>("noted"),
    type<event::Waited>("waiting"),
    type<event::Resumed>("resumed"),
    type<event::Resolved>("resolved"),
    type<event::Reopened>("reopened"),
    type<event::MarkedSpam>("marked_spam"),
    type<event::Linked>("linked"),
    type<event::Unlinked>("unlinked"),
    type<event::Merged>("merged"),
    type<event::Absorbed>("absorbed"),
    type<event::Rated>("rated"),
    type<event::Redacted>("redacted"),
    type<event::Warned>("warned"),
    type<event::Warned>("breached"),
    type<event::Rejudged>("rejudged"),
    type<event::HandedOver>("handed_over"),
    type<event::Estimated>("estimated"),
    type<event::EstimateDecided>("estimate_decided"),
    type<event::EstimateWithdrawn>("estimate_withdrawn"),
};

}  // namespace

std::string_view type_of(const TicketEvent& event) {
  if (const auto* warned = std::get_if<event::Warned>(&event))
    return warned->stage_percent >= 100 ? "breached" : "warned";
  for (const Type& type : types)
    if (type.index == event.index()) return type.name;
  return {};
}

std::string content_of(const TicketEvent& event) {
  return std::visit([](const auto& one) { return json::to_json(one); }, event);
}

TicketEvent read_event(std::string_view type, int version, std::string_view content) {
  if (version == event_version)
    for (const Type& known : types)
      if (known.name == type) return known.read(content);
  throw std::runtime_error("unknown journal event " + std::string(type) + " version " +
                           std::to_string(version));
}

}  // namespace punctual::store
