#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/people/refused.h"
#include "web/api/api.h"

namespace punctual::web {

/// A session as its person knows it; never its secret.
struct StaffSessionJson {
  std::int64_t id = 0;
  std::string browser;
  Instant created_at{};
  Instant last_seen_at{};
  bool this_one = false;
};
BOOST_DESCRIBE_STRUCT(StaffSessionJson, (), (id, browser, created_at, last_seen_at, this_one))

/// The one used last first; `own` is the one that asks.
std::vector<StaffSessionJson> sessions_json(Api& api, PersonId person, std::optional<SessionId> own,
                                            Instant now);

/// Who is signed in, with what the session's changes must carry.
Reply session_reply(const Api& api, int status, PersonId id, const store::Sha256& session);

Reply refused(const desk::PersonRefused& why);
Reply no_content();
/// A row's id in a path; nothing where it can be none.
std::optional<std::int64_t> id_of(std::string_view text);

}  // namespace punctual::web
