#pragma once

#include <string_view>

#include "app/admin_verbs.h"
#include "app/exit_status.h"

namespace punctual::app {

/// Why a verb ends as it does, on standard error; the exit status.
int failed(std::string_view why, int status = failed_running);

/// Asks on the terminal: 0 where the answer is yes, or the exit status. Where nobody is there to be asked, it
/// fails with `unasked`.
int asked(std::string_view question, std::string_view unasked);

/// What a verb was told, on standard output or error; the exit status.
int printed(const Told& told);

}  // namespace punctual::app
