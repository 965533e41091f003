#include "desk/desk.h"

#include <cassert>
#include <charconv>
#include <unordered_map>

namespace punctual::desk {

Desk::Desk(DeskOptions options, std::string key, const ZoneSource& zones)
    : options_(std::move(options)), key_(std::move(key)), zones_(zones), blobs_(options_.data / "blobs") {
  assert(key_.size() == 32);
}

std::shared_ptr<const Catalogue> Desk::catalogue() const {
  const std::lock_guard lock(mutex_);
  assert(catalogue_);
  return catalogue_;
}

bool Desk::has_catalogue() const {
  const std::lock_guard lock(mutex_);
  return catalogue_ != nullptr;
}

void Desk::reload(store::Session& session) {
  // One after the other: what was read first must not take the place of what was read last.
  const std::lock_guard reading(reload_mutex_);
  const store::Snapshot snapshot(session);
  const auto before = has_catalogue() ? catalogue() : nullptr;
  auto fresh = Catalogue::load(session, zones_, before.get());
  const std::lock_guard lock(mutex_);
  catalogue_ = std::move(fresh);
}

void Desk::reload_if_changed(store::Session& session) {
  if (read_versions(session) != catalogue()->versions()) reload(session);
}

std::string Desk::mail_from() const {
  return options_.mail_from.empty() ? catalogue()->profile().mail_from : options_.mail_from;
}

int Desk::forms_per_network() const {
  return options_.forms_per_network.value_or(catalogue()->profile().forms_per_network);
}

store::Session& Desk::reader() const {
  // One connection a thread and database: SQLite sessions never cross threads.
  thread_local std::unordered_map<std::string, std::unique_ptr<store::Session>> sessions;
  auto& session = sessions[database().string()];
  if (!session) {
    session = std::make_unique<store::Session>(database().string(), store::Session::Mode::read_only);
    session->limit(std::chrono::seconds{1});
  }
  return *session;
}

store::Sha256 Desk::sign(std::string_view purpose, std::string_view message) const {
  std::string text(purpose);
  text += '\n';
  text += message;
  return store::keyed_hash(key_, text);
}

std::string ref_of(TicketId id) {
  return "P-" + std::to_string(id.value);
}

std::string refs_of(const std::vector<TicketId>& tickets, std::size_t at_most) {
  std::string names;
  for (std::size_t i = 0; i < tickets.size() && i < at_most; ++i)
    names += (i == 0 ? "" : ", ") + ref_of(tickets[i]);
  if (tickets.size() > at_most) names += " and " + std::to_string(tickets.size() - at_most) + " more";
  return names;
}

std::optional<TicketId> ticket_of(std::string_view ref) {
  if (!ref.starts_with("P-") && !ref.starts_with("p-")) return std::nullopt;
  ref.remove_prefix(2);
  TicketId id;
  const auto [end, error] = std::from_chars(ref.data(), ref.data() + ref.size(), id.value);
  if (error != std::errc{} || end != ref.data() + ref.size() || id.value <= 0 || ref.starts_with('0'))
    return std::nullopt;
  return id;
}

}  // namespace punctual::desk
