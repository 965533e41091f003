#pragma once

#include "app/held_desk.h"
#include "web/api/agreement_edits.h"

namespace punctual::app {

/// Reads, looks and applies as `punctual apply` does, for one client.
web::AgreementEdits agreement_edits(const HeldDesk& held);

}  // namespace punctual::app
