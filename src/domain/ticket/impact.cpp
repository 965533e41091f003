#include "domain/ticket/impact.h"

#include <utility>

namespace punctual {

namespace {
struct Row {
  Impact impact;
  std::string_view text;
  int tier;
};
constexpr Row impacts[] = {
    {Impact::business_stopped, "business_stopped", 1},
    {Impact::degraded, "degraded", 2},
    {Impact::low_impact, "low_impact", 3},
    {Impact::cosmetic_or_new, "cosmetic_or_new", 4},
};
}  // namespace

std::string_view to_text(Impact impact) {
  for (const Row& row : impacts)
    if (row.impact == impact) return row.text;
  return {};
}

std::optional<Impact> impact_from(std::string_view text) {
  for (const Row& row : impacts)
    if (row.text == text) return row.impact;
  return std::nullopt;
}

int suggested_tier(Impact impact, std::optional<bool> live) {
  if (live == false) return 4;
  for (const Row& row : impacts)
    if (row.impact == impact) return row.tier;
  return 4;
}

}  // namespace punctual
