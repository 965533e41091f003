#pragma once

#include <string>

#include "app/seed/draw.h"

namespace punctual::app::seed {

/// What people write, sentence by sentence; at least so many bytes and at most a sentence more.
std::string clients_words(Draw& draw, std::size_t bytes);
std::string staffs_words(Draw& draw, std::size_t bytes);

}  // namespace punctual::app::seed
