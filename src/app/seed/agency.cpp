#include "app/seed/agency.h"

#include <fmt/format.h>

#include "app/demo/demo_desk.h"
#include "app/demo/directory.h"
#include "app/seed/draw.h"
#include "store/directory_changes.h"

namespace punctual::app::seed {

namespace {

constexpr std::string_view first_names[] = {"Ada",  "Ben",   "Cleo",  "Dario", "Edith", "Femi", "Gwen",
                                            "Hugo", "Ines",  "Jonas", "Kira",  "Liam",  "Mina", "Noor",
                                            "Otto", "Paula", "Quin",  "Rosa",  "Sven",  "Tilda"};
constexpr std::string_view last_names[] = {"Abbott",  "Barlow", "Castell", "Demir",  "Ellery", "Fenwick",
                                           "Garrick", "Hale",   "Ibsen",   "Jarvis", "Keller", "Lang",
                                           "Mercer",  "Novak",  "Osborne", "Pryce",  "Quist",  "Rowan"};
constexpr std::string_view places[] = {"Harbor",  "Meadow",  "Summit", "Willow",  "Cobalt",
                                       "Lantern", "Orchard", "Ferry",  "Granite", "Prairie"};
constexpr std::string_view trades[] = {"Dental", "Press",  "Cycles",  "Bakery", "Legal",
                                       "Clinic", "Travel", "Gardens", "Music",  "Supply"};

std::string client_name(std::int64_t number) {
  if (number == 0) return std::string(three_open);
  Draw draw(static_cast<std::uint64_t>(number));
  return fmt::format("{} {} {}", draw.of<std::string_view>(places), draw.of<std::string_view>(trades),
                     number);
}

}  // namespace

std::int64_t clients_for(std::int64_t tickets) {
  return 20 + tickets / 2000;
}

Customer customer(std::int64_t number) {
  Draw draw(static_cast<std::uint64_t>(number) + 1'000'000);
  const auto first = draw.of<std::string_view>(first_names);
  const auto last = draw.of<std::string_view>(last_names);
  return {fmt::format("{} {}", first, last), fmt::format("contact-{}@client-{}.example", number, number / 2)};
}

void write_agency(store::Session& session, const std::map<std::string, std::string>& passwords,
                  std::int64_t clients, Instant now) {
  demo::write_directory(session, passwords, now);
  const auto pods = store::read_pods(session);
  const auto policy = store::read_clients(session).front().policy;
  for (std::int64_t n = 0; n < clients; ++n) {
    const auto& pod = pods[static_cast<std::size_t>(n % std::ssize(pods))];
    const auto id = store::insert_client(session, {{}, client_name(n), pod.id, policy});
    for (const std::int64_t contact : {2 * n, 2 * n + 1}) {
      const auto who = customer(contact);
      store::insert_contact(session, {{}, id, who.name, who.email});
    }
  }
}

}  // namespace punctual::app::seed
