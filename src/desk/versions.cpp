#include "desk/versions.h"

#include <fmt/format.h>

#include "desk/business_hours.h"
#include "store/directory.h"

namespace punctual::desk {

namespace {
constexpr std::string_view setting = "configuration";
}

DeskVersions read_versions(store::Session& session) {
  return {hours_version(session), store::newest_policy(session), store::directory_version(session),
          store::setting_version(session, setting)};
}

std::string to_text(const DeskVersions& versions) {
  return fmt::format("{}.{}.{}.{}", versions.hours, versions.policy.value, versions.directory,
                     versions.configuration);
}

void write_configuration_version(store::Session& session, std::size_t changes, Instant now) {
  store::write_setting(session, setting, fmt::format("{{\"changes\":{}}}", changes), now);
}

}  // namespace punctual::desk
