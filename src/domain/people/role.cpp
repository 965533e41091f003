#include "domain/people/role.h"

#include <utility>

namespace punctual::people {
namespace {

constexpr std::pair<Role, std::string_view> roles[] = {
    {Role::coordinator, "coordinator"},
    {Role::member, "member"},
    {Role::manager, "manager"},
};

}  // namespace

std::string_view to_text(Role role) {
  for (const auto& [value, text] : roles)
    if (value == role) return text;
  return {};
}

std::optional<Role> role_from(std::string_view text) {
  for (const auto& [value, name] : roles)
    if (name == text) return value;
  return std::nullopt;
}

}  // namespace punctual::people
