#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace punctual::desk {

inline constexpr std::size_t longest_password = 1000;  ///< bytes

/// What is asked of a password, to be said before it is typed.
inline constexpr std::string_view password_rules =
    "At least 12 characters; a few words are better than a short riddle. Not your name or mail address, and "
    "none of the commonest.";

/// What is wrong with it for this person, with the remedy; nothing when nothing is. No rule asks for kinds of
/// characters: length is what keeps a password.
std::optional<std::string> password_problem(std::string_view password, std::string_view name,
                                            std::string_view email);

}  // namespace punctual::desk
