#pragma once

#include <span>
#include <string>

#include "domain/agreement/allocation.h"

namespace punctual::desk {

/// Why a line is what it is, for the client: the term that decided it, and why those before it did not. "Tier
/// 4 is not of the allowance; approved with estimate 2." `grants` are those of its allocation.
std::string line_words(const agreement::Line& line, std::span<const agreement::Grant> grants);

/// "allowance from 1 October 2026", "bought on 5 October 2026", "given back by a correction on 5 October
/// 2026", "credit for promises missed before 1 October 2026".
std::string grant_words(const agreement::Grant& grant);

}  // namespace punctual::desk
