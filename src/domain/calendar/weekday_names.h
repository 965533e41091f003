#pragma once

#include <array>
#include <string_view>

namespace punctual {

/// Monday first, as weekly hours are.
inline constexpr std::array<std::string_view, 7> weekday_names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                               "Friday", "Saturday", "Sunday"};
/// As files and programs write them.
inline constexpr std::array<std::string_view, 7> weekday_keys{"mon", "tue", "wed", "thu",
                                                              "fri", "sat", "sun"};
/// "Mon".
constexpr std::string_view weekday_letters(std::size_t day) {
  return weekday_names[day].substr(0, 3);
}

}  // namespace punctual
