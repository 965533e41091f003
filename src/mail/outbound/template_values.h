#pragma once

#include <string_view>

namespace punctual::mail {

/// What a value that templates name means, in a few words; empty where there is none of that name
/// ("left.why").
std::string_view meaning_of_value(std::string_view name);

}  // namespace punctual::mail
