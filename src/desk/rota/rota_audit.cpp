#include "desk/rota/rota_audit.h"

#include <boost/describe.hpp>

#include "domain/time/rfc3339.h"
#include "store/journal.h"
#include "store/json/write.h"

namespace punctual::desk {
namespace {

struct ChangedJson {
  json::Raw what;
  json::Raw knowing;  ///< []: none
};
BOOST_DESCRIBE_STRUCT(ChangedJson, (), (what, knowing))

struct TimeOffJson {
  TimeOffId time_off;
  std::string state;
  std::string last_date;
};
BOOST_DESCRIBE_STRUCT(TimeOffJson, (), (time_off, state, last_date))

struct SwapJson {
  SwapId swap;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(SwapJson, (), (swap, state))

}  // namespace

void append_audit(store::Session& session, const RotaEvent& event, const Actor& by, Instant now) {
  store::append_audit(session, event.subject, event.id, event.type, now, by,
                      json::to_json(ChangedJson{{event.what}, {event.knowing.value_or("[]")}}));
}

RotaEvent gaps_opened(std::string known) {
  constexpr std::int64_t the_desks = 1;  // there is one
  return {
      .subject = "rota", .id = the_desks, .type = "gaps_opened", .what = "{}", .knowing = std::move(known)};
}

RotaEvent event_of(const store::TimeOffRow& row, std::string_view type) {
  return {.subject = "person",
          .id = row.person.value,
          .type = type,
          .what = json::to_json(
              TimeOffJson{row.id, std::string(to_text(row.state)), format_date(row.change.last)}),
          .knowing = row.state == store::TimeOffRow::State::granted ? row.knowing : std::nullopt};
}

RotaEvent event_of(const store::SwapRow& row, std::string_view type) {
  return {.subject = "person",
          .id = row.person.value,
          .type = type,
          .what = json::to_json(SwapJson{row.id, row.withdrawn_at ? "withdrawn" : "agreed"}),
          .knowing = row.withdrawn_at ? std::nullopt : row.knowing};
}

}  // namespace punctual::desk
