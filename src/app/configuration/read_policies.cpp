#include <fmt/format.h>

#include "app/configuration/hours_table.h"
#include "app/configuration/sections.h"

namespace punctual::app {

namespace {

constexpr std::size_t most_policies = 200;

std::optional<Target> read_target(TomlTable& table, std::string_view key) {
  const auto written = table.text(key, {.most = 20, .required = false});
  if (written.empty()) return std::nullopt;
  const auto target = parse_target(written);
  if (!target)
    table.refuse(key, fmt::format("\"{}\" is no length of time; write it like 30m, 4h or 1bd", written));
  return target;
}

sla::Policy read_promises(TomlTable& table) {
  return {read_target(table, "first_reply"), read_target(table, "next_reply"),
          read_target(table, "resolution")};
}

/// "24x7", or hours of its own.
class Coverages {
 public:
  Coverages(const std::string& zone, const ZoneSource& zones, Instant now)
      : zone_(zone), zones_(zones), now_(now) {}

  std::optional<BusinessHours> read(TomlTable& table, bool required) const {
    if (!table.has("coverage") && !required) return std::nullopt;
    if (!table.is_table("coverage")) {
      const auto written = table.text("coverage", {.required = required});
      if (written == "24x7") return BusinessHours{.zone = zone_, .always_open = true};
      if (!written.empty())
        table.refuse("coverage", "is neither \"24x7\" nor a table of hours; write one of them");
      return std::nullopt;
    }
    std::optional<BusinessHours> hours;
    table.table("coverage",
                [&](TomlTable& own) { hours = read_promised_hours(own, zone_, zones_, now_).hours; });
    return hours;
  }

 private:
  const std::string& zone_;
  const ZoneSource& zones_;
  Instant now_;
};

void read_tier(TomlTable& table, std::size_t tier, const Coverages& coverages, desk::PolicyEntry& policy) {
  policy.tiers[tier] = read_promises(table);
  policy.tier_coverage[tier] = coverages.read(table, false);
  table.table("out_of_hours", [&](TomlTable& other) {
    const auto promises = read_promises(other);
    if (auto coverage = coverages.read(other, true))
      policy.out_of_hours[tier] = desk::PolicyEntry::OutOfHours{promises, std::move(*coverage)};
  });
}

}  // namespace

void read_hours_section(TomlTable& file, desk::Configuration& configuration, const ZoneSource& zones,
                        Instant now) {
  if (!file.has("hours")) file.refuse("hours", "is missing; add [hours] with its time_zone and weekly hours");
  file.table("hours", [&](TomlTable& table) {
    auto hours = read_promised_hours(table, {}, zones, now);
    configuration.hours = std::move(hours.hours);
    configuration.holidays = std::move(hours.holidays);
  });
}

void read_policies(TomlTable& file, desk::Configuration& configuration, const ZoneSource& zones,
                   Instant now) {
  const Coverages coverages(configuration.hours.zone, zones, now);
  Names names;
  file.tables("policies", most_policies, [&](TomlTable& table, std::size_t) {
    auto& policy = configuration.policies.emplace_back();
    policy.name = table.text("name", {.most = 100});
    names.add(table, "name", policy.name);
    policy.coverage = coverages.read(table, false);
    std::size_t count = 0;
    table.tables("tiers", 4, [&](TomlTable& tier, std::size_t i) {
      count = i + 1;
      read_tier(tier, i, coverages, policy);
    });
    if (count < 4)
      table.refuse("tiers", "a policy promises something for each of four; list four, the most severe first");
  });
  if (configuration.policies.empty() && !file.has("policies"))
    file.refuse("policies", "there is none; add [[policies]] with what is promised");
  file.table("desk", [&](TomlTable& table) {
    names.check(table, "policy", configuration.profile.unknown_policy, "policy");
    table.keys();  // read already
  });
}

}  // namespace punctual::app
