#pragma once

#include <map>
#include <shared_mutex>
#include <string>

#include "domain/time/zone_source.h"

namespace punctual {

/// The system's tzdata, read through abseil; each zone is read once. Safe to share among threads.
class SystemZones : public ZoneSource {
 public:
  std::optional<TimeZone> find(std::string_view iana) const override;

 private:
  mutable std::shared_mutex mutex_;
  mutable std::map<std::string, TimeZone, std::less<>> loaded_;
};

}  // namespace punctual
