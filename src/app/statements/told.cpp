#include "app/statements/told.h"

#include "app/configuration/file_problem.h"
#include "app/statements/shown.h"
#include "desk/agreements/statement.h"
#include "store/json/read.h"
#include "store/statements.h"
#include "store/text/fold.h"

namespace punctual::app {

namespace {

/// By its name, in whatever case.
const store::ClientRow* client_called(const desk::Catalogue& catalogue, const std::string& name) {
  for (const auto& client : catalogue.clients())
    if (store::fold_case(client.name) == store::fold_case(name)) return &client;
  return nullptr;
}

std::string no_such_client(const desk::Catalogue& catalogue, const std::string& name) {
  std::vector<std::string_view> names;
  for (const auto& client : catalogue.clients())
    if (client.active) names.push_back(client.name);
  const auto meant = nearest(name, names);
  return "there is no client \"" + name + "\"" +
         (meant.empty() ? std::string("; name one of the desk's clients")
                        : "; did you mean \"" + std::string(meant) + "\"?");
}

}  // namespace

Told statement_told(const HeldDesk& held, const Ask& ask, const desk::Progress&) {
  const auto wanted = ask.statement.value_or(StatementAsk{});
  auto& session = held.desk.reader();
  if (!held.desk.has_catalogue()) {
    if (!desk::has_profile(session)) return {{}, "the data folder holds no desk yet"};
    held.desk.reload(session);
  }
  const auto month = desk::month_from(wanted.month);
  if (!month) return {{}, "\"" + wanted.month + "\" is no month; write it like 2026-10"};
  const store::Snapshot snapshot(session);
  const auto catalogue = held.desk.catalogue();
  const auto* client = client_called(*catalogue, wanted.client);
  if (!client) return {{}, no_such_client(*catalogue, wanted.client)};
  auto text = desk::statement_text(session, *catalogue, *client, *month, held.now());
  if (!text) return {{}, wanted.month + " is yet to come; name a month that has begun"};
  if (wanted.json) return {*std::move(text), {}};
  std::vector<desk::Correction> corrections;
  for (const auto& row : store::read_corrections(session, client->id, *month))
    corrections.push_back(json::from_json<desk::Correction>(row.body).value());
  return {shown(json::from_json<desk::Statement>(*text).value(), corrections), {}};
}

}  // namespace punctual::app
