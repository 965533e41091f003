#pragma once

#include <string>

#include "domain/agreement/version.h"

namespace punctual::app {

/// An [[agreements]] entry, a line feed before it.
std::string written_agreement(const std::string& client, const agreement::Version& version);

}  // namespace punctual::app
