#include "app/configuration/agreement_form.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cctype>
#include <charconv>

#include "app/configuration/desk_side.h"
#include "app/configuration/sections.h"
#include "app/configuration/toml_json.h"
#include "app/configuration/written_agreement.h"
#include "app/written.h"
#include "desk/agreements/balance.h"
#include "desk/agreements/books.h"
#include "domain/agreement/periods.h"
#include "store/json/write.h"

namespace punctual::app {

namespace {

using Refused = web::AgreementEdits::Refused;

struct AmountJson {
  std::int64_t usable = 0;
  std::int64_t left = 0;
  std::int64_t held = 0;
};
BOOST_DESCRIBE_STRUCT(AmountJson, (), (usable, left, held))

struct AgreementLookJson {
  std::string seen;
  std::vector<std::string> changes;
  std::vector<std::string> obstacles;
  std::vector<std::string> opens;
  std::int64_t opens_more = 0;
  json::Nullable<AmountJson> before;
  json::Nullable<AmountJson> after;
};
BOOST_DESCRIBE_STRUCT(AgreementLookJson, (), (seen, changes, obstacles, opens, opens_more, before, after))

/// "agreements[2].kinds[1].rate", counted from one as in the file, is the form's "versions[1].kinds[0].rate".
std::string field_of(std::string_view key) {
  constexpr std::string_view section = "agreements";
  std::string field = "versions";
  if (key.starts_with(section)) key.remove_prefix(section.size());
  // Names of unknown keys are the sender's: whatever is no number in brackets stays as it is.
  while (!key.empty()) {
    const auto open = key.find('[');
    const auto close = open == std::string_view::npos ? open : key.find(']', open);
    if (close == std::string_view::npos) break;
    std::int64_t number = 0;
    const char* last = key.data() + close;
    const auto [end, error] = std::from_chars(key.data() + open + 1, last, number);
    if (error != std::errc{} || end != last || number < 1) break;
    field += key.substr(0, open);
    field += "[" + std::to_string(number - 1) + "]";
    key.remove_prefix(close + 1);
  }
  field += key;
  return field;
}

/// The desk as it would be, or the fields that are wrong.
std::expected<desk::Configuration, Refused> changed(const HeldDesk& held, const std::string& client,
                                                    const boost::json::array& versions) {
  store::Session session(held.layout.database().string(), store::Session::Mode::read_only);
  auto configuration = [&] {
    const store::Snapshot snapshot(session);
    return desk::read_configuration(session, held.now()).value();
  }();
  const auto entry = std::ranges::find(configuration.clients, client, &desk::ClientEntry::name);
  if (entry == configuration.clients.end())
    return std::unexpected(
        Refused{{}, "This client was taken out of the desk; list it in the desk's file again first."});
  entry->agreement.clear();
  toml::array list;
  for (const auto& version : versions) {
    auto table = to_toml(version.get_object());
    table.insert_or_assign("client", client);
    list.push_back(std::move(table));
  }
  toml::table whole;
  whole.insert("agreements", std::move(list));
  std::vector<FileProblem> problems;
  TomlTable file(whole, {}, problems);
  read_agreements(file, configuration);
  if (problems.empty()) return configuration;
  Refused refused;
  for (auto& one : problems) refused.fields.push_back({field_of(one.key), std::move(one.problem)});
  return std::unexpected(std::move(refused));
}

std::optional<std::string> written(const HeldDesk& held, ClientId id) {
  const auto catalogue = held.desk.catalogue();
  const auto* client = catalogue->client(id);
  if (!client) return std::nullopt;
  boost::json::array versions;
  for (const auto& version : catalogue->agreement(id)) {
    const auto file = toml::parse(written_agreement(client->name, version));
    auto object = to_json(*file["agreements"][0].as_table());
    object.erase("client");
    versions.push_back(std::move(object));
  }
  store::Session session(held.layout.database().string(), store::Session::Mode::read_only);
  const store::Snapshot snapshot(session);
  boost::json::array policies;
  const auto configuration = desk::read_configuration(session, held.now()).value();
  for (const auto& policy : configuration.policies) policies.emplace_back(policy.name);
  return boost::json::serialize(
      boost::json::object{{"policies", std::move(policies)}, {"versions", std::move(versions)}});
}

/// What is left today under these versions; nothing where none is in force.
json::Nullable<AmountJson> amount_of(const desk::Books& books, Date today) {
  if (!agreement::version_at(books.versions, today)) return {};
  const auto balance = desk::balance_of(desk::account(books), today);
  return AmountJson{balance.usable, balance.left, balance.held};
}

void add_balances(const HeldDesk& held, ClientId client, const std::vector<agreement::Version>& versions,
                  AgreementLookJson& told) {
  const auto catalogue = held.desk.catalogue();
  store::Session session(held.layout.database().string(), store::Session::Mode::read_only);
  const store::Snapshot snapshot(session);
  const Date today = catalogue->zone_of(client).date(held.now());
  auto books = desk::read_books_of_today(session, *catalogue, client, held.now());
  told.before = amount_of(books, today);
  books.versions = desk::with_given_back(session, client, versions);
  told.after = amount_of(books, today);
}

std::string sentence(std::string line) {
  line.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(line.front())));
  return line + ".";
}

std::expected<std::string, Refused> look_at(const HeldDesk& held, ClientId id,
                                            const boost::json::array& asked) {
  const auto name = held.desk.catalogue()->client(id)->name;
  auto after = changed(held, name, asked);
  if (!after) return std::unexpected(std::move(after.error()));
  const auto versions = std::ranges::find(after->clients, name, &desk::ClientEntry::name)->agreement;
  const auto found = look(held, *std::move(after));
  if (!found) return std::unexpected(Refused{{}, sentence(not_written().error.value())});
  AgreementLookJson told{.seen = found->state,
                         .obstacles = found->obstacles,
                         .opens = found->opens,
                         .opens_more = found->opens_more,
                         .before = {},
                         .after = {}};
  for (const auto& change : found->changes)
    told.changes.insert(told.changes.end(), change.details.begin(), change.details.end());
  add_balances(held, id, versions, told);
  return json::to_json(told);
}

std::expected<void, Refused> apply_to(const HeldDesk& held, ClientId id, const boost::json::array& asked,
                                      std::string_view seen, PersonId by) {
  auto after = changed(held, held.desk.catalogue()->client(id)->name, asked);
  if (!after) return std::unexpected(std::move(after.error()));
  if (const auto why_not = apply(held, *std::move(after), seen, Actor::person(by)))
    return std::unexpected(Refused{{}, sentence(*why_not)});
  return {};
}

}  // namespace

web::AgreementEdits agreement_edits(const HeldDesk& held) {
  return {.written = [&held](ClientId id) { return written(held, id); },
          .look = [&held](ClientId id, const boost::json::array& asked) { return look_at(held, id, asked); },
          .apply = [&held](ClientId id, const boost::json::array& asked, std::string_view seen,
                           PersonId by) { return apply_to(held, id, asked, seen, by); }};
}

}  // namespace punctual::app
