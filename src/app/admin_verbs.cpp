#include "app/admin_verbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/describe.hpp>

#include "app/admin_socket.h"
#include "app/backups/recorded.h"
#include "app/clock.h"
#include "app/configuration/desk_side.h"
#include "app/coverage/told.h"
#include "app/folder.h"
#include "app/log.h"
#include "app/people/verbs.h"
#include "app/statements/told.h"
#include "app/written.h"
#include "desk/access/sign_in.h"
#include "domain/time/rfc3339.h"
#include "store/access.h"
#include "store/directory.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/migrations/migrations.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

BOOST_DESCRIBE_STRUCT(PersonAsk, (), (mail, name, role, hand_over_to, unassign))
BOOST_DESCRIBE_STRUCT(CoverageAsk, (), (pod, weeks, json, desk))
BOOST_DESCRIBE_STRUCT(StatementAsk, (), (client, month, json))
BOOST_DESCRIBE_STRUCT(Ask, (), (verb, as, note, id, place, person, text, coverage, statement))
BOOST_DESCRIBE_STRUCT(Told, (), (result, error))

namespace {

struct ProgressJson {
  std::string doing;
  std::int64_t done = 0;
  std::int64_t of = 0;
};
BOOST_DESCRIBE_STRUCT(ProgressJson, (), (doing, done, of))

Told token_create(store::Session& session, const Ask& ask) {
  auto token = desk::create_token(session, ask.as, ask.note, system_now());
  if (token) return {std::move(token), {}};
  return {{}, "no active person has the address " + ask.as + "; use the one of a person of this desk"};
}

Told token_list(store::Session& session, const Ask&) {
  const auto people = store::read_people(session);
  std::string lines;
  for (const auto& token : store::read_tokens(session, system_now())) {
    const auto whose = std::ranges::find(people, token.person, &store::PersonRow::id);
    if (!lines.empty()) lines += '\n';
    lines += fmt::format("{}  {}  made {}, ends {}  {}", token.id, whose == people.end() ? "?" : whose->email,
                         format_rfc3339(token.created_at).substr(0, 10),
                         format_rfc3339(token.expires_at).substr(0, 10), token.note);
  }
  return {std::move(lines), {}};
}

Told token_revoke(store::Session& session, const Ask& ask) {
  if (desk::revoke_token(session, ask.id, Actor::desk(), system_now())) return {"", {}};
  return {{}, fmt::format("no token {} works; punctual token list names those that do", ask.id)};
}

template <Told (*verb)(store::Session&, const Ask&)>
Told written_by(const HeldDesk& held, const Ask& ask, const desk::Progress&) {
  return in_one_write(held, [&](store::Session& session) { return verb(session, ask); });
}

Told backup(const HeldDesk& held, const Ask& ask, const desk::Progress& progress) {
  const auto made = recorded_backup(held, ask.place, std::nullopt, Began::by_hand, progress);
  if (!made) return {{}, made.error()};
  std::string text = ask.place + ": " + in_short(made->manifest);
  if (made->problems.empty()) return {std::move(text), {}};
  text += ", but attachments have problems:";
  for (const auto& problem : made->problems) text += '\n' + problem;
  return {{}, std::move(text)};
}

constexpr std::string_view nothing_is_done = "nothing was changed; try again";

struct Verb {
  std::string_view name;
  Told (*run)(const HeldDesk&, const Ask&, const desk::Progress&);
  std::string_view after_silence;  ///< what to do where no answer came
};
constexpr Verb verbs[] = {
    {"token create", written_by<token_create>, "look whether it was done: punctual token list"},
    {"token list", written_by<token_list>, nothing_is_done},
    {"token revoke", written_by<token_revoke>, "look whether it was done: punctual token list"},
    {"backup", backup, "look whether it was made: punctual verify --data TO"},
    {"apply look",
     [](const HeldDesk& held, const Ask& ask, const desk::Progress&) { return look(held, ask); },
     nothing_is_done},
    {"apply", [](const HeldDesk& held, const Ask& ask, const desk::Progress&) { return apply(held, ask); },
     "look whether it was done: punctual apply --dry-run FILE"},
    {"export", [](const HeldDesk& held, const Ask&, const desk::Progress&) { return write_out(held); },
     nothing_is_done},
    {"person invite", person_invite,
     "look whether it was done: punctual person list; invite again for a link"},
    {"person leaving", person_leaving, nothing_is_done},
    {"person deactivate", person_deactivate, "look whether it was done: punctual person list"},
    {"person list", person_list, nothing_is_done},
    {"coverage", coverage_told, nothing_is_done},
    {"statement", statement_told, nothing_is_done}};

const Verb* find(std::string_view name) {
  const auto* found = std::ranges::find(verbs, name, &Verb::name);
  return found == std::end(verbs) ? nullptr : found;
}

/// In a transaction of its own.
store::Written written_alone(store::Session& session, const store::Work& work) {
  session.execute("BEGIN IMMEDIATE");
  const bool kept = work(session) == store::Keep::commit;
  session.execute(kept ? "COMMIT" : "ROLLBACK");
  return kept ? store::Written::committed : store::Written::discarded;
}

Told told_by(const std::string& line) {
  if (auto told = json::from_json<Told>(line)) return std::move(*told);
  return {{}, "the running desk gave no answer that can be read; is it of the same version?"};
}

}  // namespace

std::string busy_answer() {
  return json::to_json(Told{{}, "the desk is answering too many others; try again"});
}

std::string admin_answer(const std::string& line, const HeldDesk& held, const AdminSocket::Say& say) {
  const auto ask = json::from_json<Ask>(line);
  const Verb* verb = ask ? find(ask->verb) : nullptr;
  if (!verb)
    return json::to_json(Told{{}, "the desk does not understand this; both sides must be of one version"});
  try {
    return json::to_json(
        verb->run(held, *ask, [&](std::string_view doing, std::int64_t done, std::int64_t of) {
          return say(json::to_json(ProgressJson{std::string(doing), done, of}));
        }));
  } catch (const std::exception& error) {
    log_of("verbs")(ask->verb + ": " + error.what());
    return json::to_json(Told{{},
                              "the running desk could not do this: " + std::string(error.what()) +
                                  "; its log says what else went wrong, punctual doctor what to look at"});
  }
}

Told carry_out(const Config& config, const Ask& ask, const desk::Progress& progress, Missing missing) {
  const desk::Layout layout{std::filesystem::absolute(config.data)};
  if (missing == Missing::refused && !std::filesystem::exists(layout.database()))
    return {{}, config.data.string() + ": holds no desk; name its folder with --data DIR"};
  const auto hear = [&](const std::string& line) {
    const auto said = json::from_json<ProgressJson>(line);
    if (said) progress(said->doing, said->done, said->of);
    return said ? Heard::progress : Heard::answer;
  };
  const auto asked = ask_running_desk(layout.folder, json::to_json(ask), hear);
  if (asked.outcome == Asked::Outcome::answered) return told_by(asked.answer);
  if (asked.outcome == Asked::Outcome::unanswered)
    return {{}, "the desk stopped before it answered; " + std::string(find(ask.verb)->after_silence)};
  const auto folder = DataFolder::hold(config.data);
  if (!folder)
    return {{}, config.data.string() + ": a desk holds this folder but does not answer; try again"};
  store::Session session(layout.database().string(), store::Session::Mode::read_write);
  store::migrate(session);
  const SystemZones zones;
  desk::Desk desk({.data = layout.folder,
                   .base_url = config.base_url,
                   .mail_from = config.mail_from,
                   .mail_kept_here = config.smtp_url.empty()},
                  folder->key(), zones);
  return find(ask.verb)->run(
      {layout, desk.blobs(), [&](const store::Work& work) { return written_alone(session, work); },
       system_now, desk, [] {}},
      ask, progress);
}

}  // namespace punctual::app
