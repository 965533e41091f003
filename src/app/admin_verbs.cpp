#include "app/admin_verbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/describe.hpp>

#include "app/admin_socket.h"
#include "app/clock.h"
#include "app/folder.h"
#include "desk/access/sign_in.h"
#include "domain/time/rfc3339.h"
#include "store/access.h"
#include "store/directory.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/migrations/migrations.h"

namespace punctual::app {

namespace {

struct Ask {
  std::string verb;
  std::string as;
  std::string note;
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(Ask, (), (verb, as, note, id))

struct Told {
  std::optional<std::string> result;
  std::optional<std::string> error;
};
BOOST_DESCRIBE_STRUCT(Told, (), (result, error))

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
  if (desk::revoke_token(session, ask.id, system_now())) return {"", {}};
  return {{}, fmt::format("no token {} works; punctual token list names those that do", ask.id)};
}

struct Verb {
  std::string_view name;
  Told (*run)(store::Session&, const Ask&);
};
constexpr Verb verbs[] = {
    {"token create", token_create}, {"token list", token_list}, {"token revoke", token_revoke}};

const Verb* find(std::string_view name) {
  const auto* found = std::ranges::find(verbs, name, &Verb::name);
  return found == std::end(verbs) ? nullptr : found;
}

Told told_by(const std::string& line) {
  if (auto told = json::from_json<Told>(line)) return std::move(*told);
  return {{}, "the running desk gave no answer that can be read; is it of the same version?"};
}

/// Asks the desk that holds the folder; where none does, opens it.
Told carry_out(const Config& config, const Ask& ask) {
  const auto database = config.data / "desk.sqlite";
  if (!std::filesystem::exists(database))
    return {{}, config.data.string() + ": holds no desk; name its folder with --data DIR"};
  const auto folder = std::filesystem::absolute(config.data);
  if (const auto line = ask_running_desk(folder, json::to_json(ask))) return told_by(*line);
  const auto held = DataFolder::hold(config.data);
  if (!held) return {{}, config.data.string() + ": a desk holds this folder but does not answer; try again"};
  store::Session session(database.string(), store::Session::Mode::read_write);
  store::migrate(session);
  session.execute("BEGIN IMMEDIATE");
  Told told = find(ask.verb)->run(session, ask);
  session.execute(told.error ? "ROLLBACK" : "COMMIT");
  return told;
}

std::expected<std::string, std::string> result_of(Told told) {
  if (told.error) return std::unexpected(std::move(*told.error));
  return std::move(told.result).value_or("");
}

}  // namespace

std::string admin_answer(const std::string& line, store::Writer& writer) {
  const auto ask = json::from_json<Ask>(line);
  const Verb* verb = ask ? find(ask->verb) : nullptr;
  if (!verb)
    return json::to_json(Told{{}, "the desk does not understand this; both sides must be of one version"});
  try {
    Told told;
    const auto written = writer.write([&](store::Session& session) {
      told = verb->run(session, *ask);
      return told.error ? store::Keep::discard : store::Keep::commit;
    });
    if (!told.error && written != store::Written::committed)
      return json::to_json(Told{{}, "the desk could not write; look at its log"});
    return json::to_json(told);
  } catch (const std::exception&) {
    return json::to_json(Told{{}, "the desk is too busy; try again"});
  }
}

std::expected<std::string, std::string> create_token(const Config& config, const std::string& mail,
                                                     const std::string& note) {
  return result_of(carry_out(config, {.verb = "token create", .as = mail, .note = note}));
}

std::expected<std::string, std::string> list_tokens(const Config& config) {
  return result_of(carry_out(config, {.verb = "token list", .as = {}, .note = {}}));
}

std::expected<std::string, std::string> revoke_token(const Config& config, std::int64_t id) {
  return result_of(carry_out(config, {.verb = "token revoke", .as = {}, .note = {}, .id = id}));
}

}  // namespace punctual::app
