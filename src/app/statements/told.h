#pragma once

#include "app/admin_verbs.h"

namespace punctual::app {

/// The account of a client's month as the desk that holds the folder tells it, as text or JSON; an error
/// where there is no such client.
Told statement_told(const HeldDesk& held, const Ask& ask, const desk::Progress&);

}  // namespace punctual::app
