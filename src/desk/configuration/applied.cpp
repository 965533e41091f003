#include "desk/configuration/applied.h"

#include <string>

#include "store/policies.h"

namespace punctual::desk {

namespace {
constexpr std::string_view setting = "configuration";
}

int configuration_version(store::Session& session) {
  return store::setting_version(session, setting);
}

void write_configuration_version(store::Session& session, std::size_t changes, Instant now) {
  store::write_setting(session, setting, "{\"changes\":" + std::to_string(changes) + "}", now);
}

}  // namespace punctual::desk
