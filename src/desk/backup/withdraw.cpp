#include "desk/backup/withdraw.h"

#include <boost/describe.hpp>

#include "desk/access/sign_in.h"
#include "domain/time/rfc3339.h"
#include "store/access.h"
#include "store/journal.h"
#include "store/json/write.h"
#include "store/outbox.h"
#include "store/password_links.h"

namespace punctual::desk {

namespace {

constexpr std::string_view subject = "desk";
constexpr std::int64_t the_desk = 1;

struct RestoredJson {
  Instant made_at{};
  std::int64_t sessions = 0;
  std::int64_t tokens = 0;
  std::int64_t links = 0;
  std::int64_t mails = 0;
};
BOOST_DESCRIBE_STRUCT(RestoredJson, (), (made_at, sessions, tokens, links, mails))

}  // namespace

Withdrawn withdraw(store::Session& session, Instant made_at, Instant now) {
  Withdrawn ended;
  ended.sessions = store::delete_all_sessions(session);
  for (const auto& token : store::read_tokens(session, now))
    if (revoke_token(session, token.id, Actor::desk(), now)) ++ended.tokens;
  ended.links = store::close_all_links(session, now);
  ended.mails = store::hold_back_mails(session, now,
                                       "not sent: it waited in the backup of " + format_rfc3339(made_at) +
                                           " and may have gone out before that was restored");
  store::append_audit(
      session, subject, the_desk, "restored", now, Actor::desk(),
      json::to_json(RestoredJson{made_at, ended.sessions, ended.tokens, ended.links, ended.mails}));
  return ended;
}

}  // namespace punctual::desk
