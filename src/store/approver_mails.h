#pragma once

#include <string_view>

#include "store/sql/session.h"

namespace punctual::store {

/// Mails to this address, in whatever case, about agreements and estimates, which whoever approves gets of
/// others' tickets, too: those not sent yet go nowhere, the others name nobody any more.
void forget_approver(Session& session, std::string_view address_folded, std::string_view name);

}  // namespace punctual::store
