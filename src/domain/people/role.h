#pragma once

#include <optional>
#include <string_view>

namespace punctual::people {

/// What somebody may do here; as DESIGN names them.
enum class Role { coordinator, member, manager };

std::string_view to_text(Role role);
std::optional<Role> role_from(std::string_view text);

}  // namespace punctual::people
