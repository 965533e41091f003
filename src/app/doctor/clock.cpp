#include <fmt/format.h>
#include <sys/timex.h>

#include "app/doctor/checks.h"
#include "desk/backup/layout.h"
#include "domain/time/rfc3339.h"
#include "store/journal.h"

namespace punctual::app::doctor {

namespace {
constexpr auto area = "clock";
constexpr auto tolerated = std::chrono::minutes{1};
}  // namespace

Findings look_at_clock(const Config& config, Instant now) {
  Findings found;
  timex state{};
  if (::adjtimex(&state) == TIME_ERROR || (state.status & STA_UNSYNC) != 0)
    found.push_back(doubtful(area,
                             "nobody keeps this machine's clock: promises are judged by it to the second",
                             "install systemd-timesyncd or chrony"));
  else
    found.push_back(fine(area, "it is kept"));
  const desk::Layout layout{std::filesystem::absolute(config.data)};
  if (!std::filesystem::exists(layout.database())) return found;
  try {
    store::Session session(layout.database().string(), store::Session::Mode::read_only);
    const auto last = store::last_journal_at(session);
    if (last && *last > now + tolerated)
      found.push_back(wrong(area,
                            fmt::format("it says {}, but the journal's last event is of {}",
                                        format_rfc3339(now), format_rfc3339(*last)),
                            "set the clock right before the desk starts"));
  } catch (const store::SqlError&) {
    // look_at_database has said so
  }
  return found;
}

}  // namespace punctual::app::doctor
