#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/ticket/event.h"
#include "store/rota.h"

namespace punctual::desk {

/// What is written down of a change of the rota.
struct RotaEvent {
  std::string_view subject;  ///< "person", "pod", "client", "rota"
  std::int64_t id;
  std::string_view type;
  std::string what;                      ///< JSON: the row or the value as it now is
  std::optional<std::string> knowing{};  ///< JSON: the gaps it was done in the knowledge of
};
void append_audit(store::Session& session, const RotaEvent& event, const Actor& by, Instant now);

/// What was known of a change to all of it at once: JSON of the gaps.
RotaEvent gaps_opened(std::string known);
/// Of whose it is: "time_off_granted", …
RotaEvent event_of(const store::TimeOffRow& row, std::string_view type);
RotaEvent event_of(const store::SwapRow& row, std::string_view type);

}  // namespace punctual::desk
