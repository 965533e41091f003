#pragma once

#include <map>
#include <string>

#include "desk/desk.h"

namespace punctual::app::demo {

/// The passwords of everybody who works at the demo's agency, hashed, by mail address. Takes tens of
/// milliseconds a person: not for the writer.
std::map<std::string, std::string> hashed_passwords(const desk::Desk& desk);

/// The agency before its first request, with the holidays of the years around `now`.
void write_directory(store::Session& session, const std::map<std::string, std::string>& passwords,
                     Instant now);

}  // namespace punctual::app::demo
