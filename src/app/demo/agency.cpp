#include <stdexcept>

#include "app/configuration/configuration_file.h"
#include "app/demo/demo_desk.h"
#include "desk/assets/assets.h"
#include "store/zones/system_zones.h"

namespace punctual::app::demo {

const desk::Configuration& agency() {
  static const auto read =
      read_configuration(find_asset("examples/desk.toml")->plain, SystemZones(), Instant{});
  if (!read) throw std::logic_error(in_line(read.error().front(), "the example desk"));
  return *read;
}

}  // namespace punctual::app::demo
