#include "web/api/person_reply.h"

#include <charconv>

#include "store/access.h"
#include "web/api/people_json.h"

namespace punctual::web {

namespace {

struct SessionJson {
  PersonJson person;
  std::string csrf_token;
  std::string desk_name;
  bool mail_readable_here = false;
};
BOOST_DESCRIBE_STRUCT(SessionJson, (), (person, csrf_token, desk_name, mail_readable_here))

}  // namespace

std::vector<StaffSessionJson> sessions_json(Api& api, PersonId person, std::optional<SessionId> own,
                                            Instant now) {
  std::vector<StaffSessionJson> sessions;
  for (const auto& row : store::read_sessions(api.desk.reader(), person, now))
    sessions.push_back({row.id.value, row.browser, row.created_at, row.last_seen_at, row.id == own});
  return sessions;
}

Reply session_reply(const Api& api, int status, PersonId id, const store::Sha256& session) {
  const auto catalogue = api.desk.catalogue();
  const auto* person = catalogue->person(id);
  if (!person) return problem(Problem::not_ready);  // added this moment
  return json_reply(status, SessionJson{person_json(*catalogue, *person), desk::csrf_token(api.desk, session),
                                        catalogue->profile().name, api.desk.options().mail_kept_here});
}

Reply refused(const desk::PersonRefused& why) {
  using Why = desk::PersonRefused::Why;
  switch (why.why) {
    case Why::not_allowed:
      return problem(Problem::not_allowed);
    case Why::unknown:
      return problem(Problem::not_found, why.detail);
    case Why::invalid:
      return problem(Problem::invalid, {}, {{why.field, why.detail}});
    case Why::needs_hand_over:
      return problem(Problem::needs_hand_over, why.detail);
    case Why::not_now:
      break;
  }
  return problem(Problem::not_for_this_person, why.detail);
}

Reply no_content() {
  return {.status = 204, .content_type = {}};
}

std::optional<std::int64_t> id_of(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc{} || end != text.data() + text.size() || id <= 0) return std::nullopt;
  return id;
}

}  // namespace punctual::web
