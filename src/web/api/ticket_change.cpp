#include "web/api/ticket_change.h"

#include <algorithm>

#include "web/api/ticket_json.h"

namespace punctual::web {

namespace {

struct ChangeJson {
  TicketJson ticket;
  std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(ChangeJson, (), (ticket, warnings))

}  // namespace

std::optional<Reply> unfit(std::string_view field, std::string_view text, std::size_t most) {
  const bool control = std::ranges::any_of(text, [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
  });
  if (control)
    return problem(Problem::invalid, {},
                   {{std::string(field), "contains characters that cannot be printed; remove them"}});
  if (text.size() <= most) return std::nullopt;
  return problem(Problem::invalid, {},
                 {{std::string(field), "is too long; " + std::to_string(most) + " characters are the most"}});
}

Reply changed_reply(const Api& api, TicketId id, const desk::Caller& caller,
                    const std::vector<std::string>& warnings, int status, Instant now) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto view = desk::view_ticket(api.desk, session, id, now);
  if (!view) return problem(Problem::not_found);
  Reply reply = json_reply(status, ChangeJson{ticket_json(api.desk, *view, caller, now), warnings});
  reply.headers.emplace_back("ETag", etag_of(view->ticket.version));
  return reply;
}

Reply refused_reply(const desk::NotChanged& why) {
  using Why = desk::NotChanged::Why;
  if (why.why == Why::unknown_ticket) return problem(Problem::not_found, "No ticket has this reference.");
  if (why.why == Why::stale) return problem(Problem::stale);
  switch (why.refusal.reason) {
    case Refusal::Reason::needs_triage:
      return problem(Problem::needs_triage, why.refusal.detail);
    case Refusal::Reason::invalid:
      return problem(Problem::invalid, {}, {{why.refusal.field, why.refusal.detail}});
    case Refusal::Reason::not_in_this_state:
    case Refusal::Reason::too_late_to_reopen:
      break;
  }
  return problem(Problem::not_in_this_state, why.refusal.detail);
}

std::expected<TicketId, Reply> named_ticket(const Request& request, std::string_view parameter) {
  if (const auto id = desk::ticket_of(request.parameter(parameter))) return *id;
  return std::unexpected(problem(Problem::not_found, "No ticket has this reference."));
}

Answer run_work(Api& api, const desk::Caller& caller, Instant now, TicketWork work) {
  struct Done {
    TicketWork work;
    desk::Changed changed;
    std::optional<desk::NotChanged> refusal;
  };
  auto done = std::make_shared<Done>(Done{std::move(work), {}, {}});
  return Write{[done](store::Session& session) {
                 auto result = done->work.run(session);
                 if (!result) {
                   done->refusal = std::move(result.error());
                   return store::Keep::discard;
                 }
                 done->changed = std::move(*result);
                 return store::Keep::commit;
               },
               [&api, done, caller, now](store::Written) {
                 if (done->refusal) return refused_reply(*done->refusal);
                 if (done->work.afterwards) done->work.afterwards();
                 return changed_reply(api, done->work.id, caller, done->changed.warnings, done->work.status,
                                      now);
               }};
}

}  // namespace punctual::web
