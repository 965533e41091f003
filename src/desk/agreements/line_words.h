#pragma once

#include <span>
#include <string>

#include "domain/agreement/allocation.h"

namespace punctual::desk {

/// Why a line is what it is, for the client: why the terms before it did not decide, and the one that did.
/// "Work of this tier is not of the allowance: charged as approved with estimate 2." `grants` are those of
/// its allocation.
std::string line_words(const agreement::Line& line, std::span<const agreement::Grant> grants);

/// "allowance from 1 October 2026", "bought on 5 October 2026", "given back by a correction on 5 October
/// 2026", "credit for promises missed before 1 October 2026".
std::string grant_words(const agreement::Grant& grant);

}  // namespace punctual::desk
