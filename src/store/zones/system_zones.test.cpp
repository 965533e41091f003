#include "store/zones/system_zones.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "domain/time/rfc3339.h"

namespace punctual {
namespace {

Instant at(std::string_view text) {
  return *parse_rfc3339(text);
}

struct Row {
  const char* zone;
  const char* at;
  int offset_minutes;
  const char* abbreviation;
};

TEST(SystemZones, OffsetsOfAllAges) {
  const SystemZones zones;
  for (const auto& row : std::initializer_list<Row>{
           {"America/New_York", "2024-03-10T06:59:59Z", -300, "EST"},
           {"America/New_York", "2024-03-10T07:00:00Z", -240, "EDT"},
           {"America/New_York", "2300-07-01T12:00:00Z", -240, "EDT"},
           {"Europe/Berlin", "2038-07-01T12:00:00Z", 120, "CEST"},
           {"Europe/Berlin", "2399-07-01T12:00:00Z", 120, "CEST"},
           {"Europe/Berlin", "2499-12-01T12:00:00Z", 60, "CET"},
           {"Europe/Berlin", "2987-07-01T12:00:00Z", 120, "CEST"},
           {"Europe/Dublin", "2024-01-15T12:00:00Z", 0, "GMT"},
           {"Europe/Dublin", "2024-07-15T12:00:00Z", 60, "IST"},
           {"Australia/Lord_Howe", "2024-01-15T12:00:00Z", 660, "+11"},
           {"Australia/Lord_Howe", "2024-07-15T12:00:00Z", 630, "+1030"},
           {"Pacific/Apia", "2011-12-30T09:59:59Z", -600, "-10"},
           {"Pacific/Apia", "2011-12-30T10:00:00Z", 840, "+14"},
           {"Asia/Kolkata", "2024-07-15T12:00:00Z", 330, "IST"},
           {"Antarctica/Troll", "2024-07-15T12:00:00Z", 120, "+02"},
           {"UTC", "2024-07-15T12:00:00Z", 0, "UTC"},
       }) {
    const auto zone = zones.find(row.zone);
    ASSERT_TRUE(zone) << row.zone;
    EXPECT_EQ(zone->name(), row.zone);
    EXPECT_EQ(zone->offset_at(at(row.at)), std::chrono::minutes{row.offset_minutes})
        << row.zone << " " << row.at;
    EXPECT_EQ(zone->abbreviation(at(row.at)), row.abbreviation) << row.zone << " " << row.at;
  }
}

TEST(SystemZones, LocalMeanTimeBeforeTheFirstTransition) {
  EXPECT_EQ(SystemZones().find("Europe/Berlin")->offset_at(at("1850-01-01T00:00:00Z")),
            Seconds{53 * 60 + 28});
}

TEST(SystemZones, OnlyNamesOfTheDatabase) {
  const SystemZones zones;
  for (const auto* name : {"", "Not/AZone", "Europe", "Europe/", "/usr/share/zoneinfo/UTC", "../zoneinfo/UTC",
                           "Europe/../UTC", "file:UTC", "Fixed/UTC+01:00:00", "right/UTC", "posix/UTC",
                           "localtime", "Europe/Berlin ", "Europe//Berlin", "zone.tab", "europe/berlin\n"})
    EXPECT_FALSE(zones.find(name)) << name;
  EXPECT_FALSE(zones.find(std::string_view("UTC\0x", 5)));
  EXPECT_FALSE(zones.find(std::string(100'000, 'x')));
}

TEST(SystemZones, ManyThreadsMayAsk) {
  const SystemZones zones;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (const auto* name : {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "Nowhere"})
        EXPECT_EQ(zones.find(name).has_value(), std::string_view(name) != "Nowhere");
    });
}

}  // namespace
}  // namespace punctual
