#pragma once

#include <optional>
#include <string_view>

namespace punctual {

/// What the client says the request does to the business.
enum class Impact { business_stopped, degraded, low_impact, cosmetic_or_new };

std::string_view to_text(Impact impact);
std::optional<Impact> impact_from(std::string_view text);

/// 1–4, the severity suggested until a coordinator assesses it (SEMANTICS 14b): what is not on the live site
/// is never above tier 4.
int suggested_tier(Impact impact, std::optional<bool> live);

}  // namespace punctual
