#pragma once

#include <string_view>

#include "app/admin_verbs.h"
#include "app/exit_status.h"

namespace punctual::app {

/// Why a verb ends as it does, on standard error; the exit status.
int failed(std::string_view why, int status = failed_running);

/// What a verb was told, on standard output or error; the exit status.
int printed(const Told& told);

}  // namespace punctual::app
