#include "store/zones/system_zones.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <vector>

namespace punctual {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

const std::filesystem::path database = "/usr/share/zoneinfo";

// Far enough that TimeZone's 400-year cycle only ever repeats rules that hold for good.
const Instant table_end{sys_days{year{2500} / 1 / 1}};
// abseil extends a zone's last rule by 400 years from the end of its file and no further.
const Instant surely_the_last_rule{sys_days{year{2300} / 1 / 1}};
constexpr Seconds cycle{146'097LL * 86'400};

/// abseil would also open absolute paths, its own "Fixed/…" names and copies of the database with leap
/// seconds; only names of the database's own are let through.
bool is_iana_name(std::string_view name) {
  if (name.empty() || name.size() > 64 || name.front() == '/' || name.back() == '/') return false;
  const auto legal = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '+' || c == '-' || c == '/';
  };
  if (!std::ranges::all_of(name, legal) || name.find("//") != name.npos) return false;
  for (std::string_view prefix : {"right/", "posix/", "Fixed/"})
    if (name.starts_with(prefix)) return false;
  return name != "localtime" && name != "posixrules";
}

Transition since(const absl::TimeZone& zone, absl::Time t) {
  const auto info = zone.At(t);
  return {Instant{Seconds{absl::ToUnixSeconds(t)}}, Seconds{info.offset}, info.zone_abbr};
}

std::vector<Transition> transitions_of(const absl::TimeZone& zone) {
  std::vector<Transition> found;
  absl::TimeZone::CivilTransition next;
  auto t = absl::InfinitePast();
  while (zone.NextTransition(t, &next)) {
    // The wall time jumped to is read first after a gap and twice around a fold: `trans` is the jump itself.
    t = zone.At(next.to).trans;
    auto transition = since(zone, t);
    if (transition.at >= table_end) return found;
    if (found.empty() || transition.at > found.back().at) found.push_back(std::move(transition));
  }
  if (found.empty() || found.back().at < surely_the_last_rule) return found;
  const auto known = found.back().at;
  const auto first = std::ranges::upper_bound(found, known - cycle, {}, &Transition::at) - found.begin();
  for (auto i = static_cast<std::size_t>(first); found[i].at + cycle < table_end; ++i) {
    auto repeated = found[i];
    repeated.at += cycle;
    found.push_back(std::move(repeated));
  }
  return found;
}

}  // namespace

std::optional<TimeZone> SystemZones::find(std::string_view iana) const {
  {
    const std::shared_lock lock(mutex_);
    if (const auto known = loaded_.find(iana); known != loaded_.end()) return known->second;
  }
  if (!is_iana_name(iana)) return std::nullopt;
  // abseil keeps each name it could not find, for good: it is not asked for those.
  std::error_code error;
  if (!std::filesystem::is_regular_file(database / iana, error)) return std::nullopt;
  // Loaded under the lock: a zone is read once, and abseil is never entered by two threads at a time.
  const std::unique_lock lock(mutex_);
  if (const auto known = loaded_.find(iana); known != loaded_.end()) return known->second;
  absl::TimeZone zone;
  std::string name(iana);
  if (!absl::LoadTimeZone(name, &zone)) return std::nullopt;
  // Not InfinitePast: for that abseil names no offset at all.
  const auto before_all_transitions = absl::FromCivil(absl::CivilSecond(1, 1, 1), absl::UTCTimeZone());
  TimeZone table(name, since(zone, before_all_transitions), transitions_of(zone), table_end);
  return loaded_.try_emplace(std::move(name), std::move(table)).first->second;
}

}  // namespace punctual
