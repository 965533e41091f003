// Runs agencies' agreements, each a desk.toml in tests/specs/agreements and a table of what becomes of work
// and promises under it: each row is a test, named by file and line.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/configuration/configuration_file.h"
#include "desk/assets/assets.h"
#include "desk/catalogue.h"
#include "desk/configuration/apply.h"
#include "domain/agreement/account.h"
#include "domain/agreement/charged_periods.h"
#include "domain/agreement/periods.h"
#include "domain/time/rfc3339.h"
#include "sla_table.h"
#include "store/migrations/migrations.h"
#include "store/zones/system_zones.h"

namespace punctual::specs {
namespace {

using agreement::Line;
using agreement::Minutes;

const std::filesystem::path folder = "tests/specs/agreements";
const Instant now = parse_rfc3339("2026-01-01T12:00:00Z").value();

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The example's desk with one client, under the agreement of the file.
std::string whole_desk(const std::string& name) {
  const std::string_view example = find_asset("examples/desk.toml")->plain;
  return std::string(example.substr(0, example.find("# Organisations under agreement"))) +
         "[[clients]]\nname = \"Client\"\npod = \"Juniper\"\n\n" + text_of(folder / (name + ".toml")) +
         "\n[mail]\nfrom = \"desk@quillmoor.example\"\n";
}

/// A desk that is made of one file, once.
struct Agreed {
  store::Session session{":memory:", store::Session::Mode::read_write};
  SystemZones zones;
  std::shared_ptr<const desk::Catalogue> catalogue;

  explicit Agreed(const std::string& name) {
    store::migrate(session);
    const auto read = app::read_configuration(whole_desk(name), zones, now);
    if (!read) throw std::runtime_error(app::in_line(read.error().front(), name + ".toml"));
    session.execute("BEGIN IMMEDIATE");
    desk::apply_configuration(session, desk::plan_configuration(session, *read, now), Actor::desk(), now);
    session.execute("COMMIT");
    catalogue = desk::Catalogue::load(session, zones, nullptr);
  }
  static const Agreed& of(const std::string& name) {
    static std::map<std::string, std::unique_ptr<Agreed>> made;
    auto& one = made[name];
    if (!one) one = std::make_unique<Agreed>(name);
    return *one;
  }
  const store::ClientRow& client() const { return catalogue->clients().front(); }
  const std::vector<agreement::Version>& versions() const { return catalogue->agreement(client().id); }
};

std::vector<std::string> words_of(std::string_view text) {
  return split(text, " ");
}

Minutes minutes(const std::string& text) {
  const auto read = agreement::minutes_from(text);
  if (!read) throw std::runtime_error("no length of time: " + text);
  return *read;
}

/// "2026-10-05 3h P-2 kind design tier 4 outside courtesy booked 2026-11-01".
agreement::Entry entry_of(std::string_view text, std::int64_t id) {
  const auto words = words_of(text);
  agreement::Entry entry{.id = id, .ticket = {1}, .tier = 3, .on = parse_date(words.at(0)).value()};
  (std::ranges::find(words, "outside") == words.end() ? entry.inside : entry.outside) = minutes(words.at(1));
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i].starts_with("P-")) entry.ticket = {std::stoll(words[i].substr(2))};
    if (words[i] == "kind") entry.kind = words.at(++i);
    if (words[i] == "tier") entry.tier = std::stoi(words.at(++i));
    if (words[i] == "booked") entry.booked = parse_date(words.at(++i)).value();
    if (words[i] == "courtesy") entry.courtesy = true;
  }
  return entry;
}

agreement::Promise promise_of(const std::string& name) {
  if (name == "next_reply") return agreement::Promise::next_reply;
  return name == "resolution" ? agreement::Promise::resolution : agreement::Promise::first_reply;
}

class AgreementTable : public testing::TestWithParam<Row> {
 protected:
  const Row& row = GetParam();
  const Agreed& agreed = Agreed::of(std::filesystem::path(row.file).stem().string());
};

std::vector<Row> all_rows() {
  std::vector<Row> rows;
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".txt") names.push_back("agreements/" + file.path().filename().string());
  std::ranges::sort(names);
  for (const auto& name : names)
    for (auto& row : read_table(name)) rows.push_back(std::move(row));
  return rows;
}

INSTANTIATE_TEST_SUITE_P(Agreements, AgreementTable, testing::ValuesIn(all_rows()), [](const auto& info) {
  return std::filesystem::path(info.param.file).stem().string() + "_line_" + std::to_string(info.param.line);
});

/// What a month's statement sums up.
struct Month {
  std::map<std::string, Minutes> minutes;
  std::string work;
  std::string fee;
};

Month sums_of(const agreement::Accounts& accounts, Date month) {
  Month sums;
  const Date next = agreement::next_month(month);
  std::int64_t work = 0;
  std::int64_t fee = 0;
  const auto currency = accounts.held.front().agreement.versions.front().currency;
  for (const auto& [agreed, allocation] : accounts.held) {
    for (std::size_t i = 0; i < allocation.grants.size(); ++i) {
      const auto& grant = allocation.grants[i];
      if (grant.until && *grant.until <= month) continue;
      sums.minutes[grant.until && *grant.until <= next ? "expired" : "left"] +=
          grant.minutes - allocation.used[i];
    }
    for (const auto& one : agreement::fees(agreed, month, next)) fee += one.minor;
    for (const Line& line : allocation.lines) {
      if (line.month != month) continue;
      constexpr std::string_view names[] = {"courtesy", "used", "charged", "held", "no_terms"};
      sums.minutes[std::string(names[static_cast<std::size_t>(line.outcome)])] += line.minutes;
      if (line.price) work += line.price->minor;
    }
  }
  for (const Line& line : accounts.outside)
    if (line.month == month) sums.minutes["no_terms"] += line.minutes;
  sums.work = decimal(agreement::Money{work, currency});
  sums.fee = decimal(agreement::Money{fee, currency});
  return sums;
}

TEST_P(AgreementTable, Holds) {
  if (row.find("sent")) return;  // of the promises
  std::vector<agreement::Entry> entries;
  for (const auto& work : row.all("work")) entries.push_back(entry_of(work, std::ssize(entries) + 1));
  std::vector<agreement::Approval> approvals;
  for (const auto& text : row.all("approved")) {
    const auto words = words_of(text);
    approvals.push_back({std::ssize(approvals) + 1,
                         {words.size() > 2 ? std::stoll(words[2].substr(2)) : 1},
                         minutes(words.at(1)),
                         parse_date(words.at(0)).value()});
  }
  std::vector<agreement::Missed> missed;
  for (const auto& text : row.all("missed")) {
    const auto words = words_of(text);
    missed.push_back({parse_date(words.at(0)).value(), {1}, promise_of(words.at(1))});
  }
  const Date month = parse_date(row.at("month") + "-01").value();
  const auto sums = sums_of(
      agreement::account(agreed.versions(), entries, approvals, missed, agreement::next_month(month)), month);
  bool asked = false;
  for (const auto& [word, value] : row.cells) {
    if (word == "fee") EXPECT_EQ(sums.fee, value) << row;
    if (word == "costs") EXPECT_EQ(sums.work, value) << row;
    for (const auto* name : {"courtesy", "used", "charged", "held", "no_terms", "left", "expired"})
      if (word == name) {
        const auto found = sums.minutes.find(word);
        EXPECT_EQ(agreement::format_minutes(found == sums.minutes.end() ? 0 : found->second), value)
            << word << row;
        asked = true;
      }
  }
  EXPECT_TRUE(asked) << row;
}

/// Instants of the row are the desk's: "2026-10-05 16:50".
TEST_P(AgreementTable, PromisesHold) {
  if (!row.find("sent")) return;
  const auto& zone = agreed.catalogue->zone();
  const auto instant = [&](const std::string& text) {
    const auto words = words_of(text);
    const auto time = words.at(1);
    return zone.midnight(parse_date(words.at(0)).value()) +
           std::chrono::minutes{std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3))};
  };
  const auto spoken = [&](std::optional<Instant> t) {
    if (!t) return std::string("none");
    const auto wall = zone.wall(*t);
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    const auto at = std::chrono::floor<std::chrono::minutes>(wall - day).count();
    std::ostringstream text;
    text << format_date(zone.date(*t)) << ' ' << (at / 60 < 10 ? "0" : "") << at / 60 << ':'
         << (at % 60 < 10 ? "0" : "") << at % 60;
    return text.str();
  };
  const Instant sent = instant(row.at("sent"));
  const auto& catalogue = *agreed.catalogue;
  const auto policy = catalogue.policies().in_force(catalogue.policy_of(agreed.client(), sent), sent);
  const auto submitted = catalogue.hours().is_open(sent) ? Submission::in_hours : Submission::out_of_hours;
  const auto& terms = catalogue.promises().at(policy).of(std::stoi(row.at("tier")), submitted);
  std::vector<sla::Event> events{{sent, sla::EventType::submitted}};
  if (const auto at = row.find("answered")) events.push_back({instant(*at), sla::EventType::human_reply});
  if (const auto at = row.find("waits")) events.push_back({instant(*at), sla::EventType::waiting_on_client});
  if (const auto at = row.find("resumed")) events.push_back({instant(*at), sla::EventType::resumed});
  const auto clocks = sla::evaluate(events, terms, events.back().at + Seconds{1});
  if (const auto due = row.find("first_reply")) EXPECT_EQ(spoken(clocks.first_reply.due), *due) << row;
  if (const auto due = row.find("resolution")) EXPECT_EQ(spoken(clocks.resolution.due), *due) << row;
}

}  // namespace
}  // namespace punctual::specs
