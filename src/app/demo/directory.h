#pragma once

#include <vector>

#include "desk/desk.h"
#include "store/directory.h"

namespace punctual::app::demo {

/// Everybody who works at the demo's agency, passwords hashed. Takes tens of milliseconds a person: not for
/// the writer.
std::vector<store::PersonRow> people_rows(const desk::Desk& desk, Instant now);

/// The agency before its first request: profile, policies, people, pods, clients and their contacts.
void write_directory(store::Session& session, const std::vector<store::PersonRow>& people, Instant now);

}  // namespace punctual::app::demo
