#pragma once

#include <string>

#include "app/configuration/desk_side.h"

namespace punctual::app {

enum class Ink { plain, coloured };

/// What a file would change, for people: a line each with + - or ~, its details below, then how many and what
/// happens to running requests. Where there is no desk yet the details are left out.
std::string shown(const LookJson& look, Ink ink);

}  // namespace punctual::app
