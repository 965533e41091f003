#pragma once

#include "desk/rota/carry_out.h"
#include "web/api/api.h"

namespace punctual::web {

/// What a change of the rota would open, as it is shown before it is done.
Reply look_reply(Api& api, const desk::RotaLook& look);

}  // namespace punctual::web
