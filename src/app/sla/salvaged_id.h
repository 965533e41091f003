#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace punctual::batch {

/// The id of a line that is no JSON, where it stands before the place it breaks at: whoever asked finds the
/// refusal.
std::optional<std::string> salvaged_id(std::string_view line);

}  // namespace punctual::batch
