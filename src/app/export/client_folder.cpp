#include "app/export/client_folder.h"

#include <system_error>

#include "store/blobs.h"
#include "store/files.h"
#include "store/json/write.h"
#include "store/text/fold.h"
#include "store/tickets.h"
#include "web/api/client_export.h"

namespace punctual::app {

namespace {

constexpr int tickets_at_once = 100;

const store::ClientRow* named(const desk::Catalogue& catalogue, const std::string& client) {
  const auto folded = store::fold_case(client);
  for (const auto& row : catalogue.clients())
    if (store::fold_case(row.name) == folded || std::to_string(row.id.value) == client) return &row;
  return nullptr;
}

std::string nobody(const desk::Catalogue& catalogue, const std::string& client) {
  std::string text = "no client is called " + client + "; name one of:";
  constexpr std::size_t most = 8;
  for (std::size_t i = 0; i < catalogue.clients().size() && i < most; ++i)
    text += (i == 0 ? " " : ", ") + catalogue.clients()[i].name;
  if (catalogue.clients().size() > most) text += " …";
  return text;
}

/// A file name that every system takes, after the id that makes it unique.
std::string file_name(const web::AttachmentJson& file) {
  std::string name = std::to_string(file.id) + "-";
  for (const char c : file.name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-' || c == '_';
    name += plain ? c : '_';
  }
  return name.substr(0, 200);
}

void copy_attachments(const desk::Desk& desk, store::Session& session, TicketId id,
                      const web::ExportedTicketJson& ticket, const std::filesystem::path& to,
                      ExportedFolder& made) {
  const auto folder = to / "attachments" / ticket.ref;
  for (const auto& message : ticket.messages)
    for (const auto& file : message.attachments) {
      const auto row = store::find_attachment(session, id, file.id);
      try {
        if (!row) throw std::runtime_error("its row is missing");
        std::filesystem::create_directories(folder);
        store::copy_file(desk.blobs().path_of(row->sha256), folder / file_name(file));
        ++made.attachments;
      } catch (const std::exception& error) {
        made.problems.push_back(ticket.ref + ": " + file.name + " could not be copied: " + error.what());
      }
    }
}

}  // namespace

std::expected<ExportedFolder, std::string> export_client(const desk::Desk& desk, const std::string& client,
                                                         const std::filesystem::path& to, Instant now,
                                                         const desk::Progress& progress) {
  const auto catalogue = desk.catalogue();
  const auto* row = named(*catalogue, client);
  if (!row) return std::unexpected(nobody(*catalogue, client));
  std::error_code absent;
  if (std::filesystem::exists(to) && !std::filesystem::is_empty(to, absent))
    return std::unexpected(to.string() + ": is there already; name a new folder, or an empty one");
  std::filesystem::create_directories(to / "tickets");
  const auto held = desk.blobs().hold_removals();
  ExportedFolder made{.client = row->name, .tickets = 0, .attachments = 0, .problems = {}};
  auto& session = desk.reader();
  store::write_file(to / "client.json", json::to_json(web::exported_client(session, *row)) + "\n");
  TicketId after;
  for (bool more = true; more;) {
    const auto ids = store::tickets_of_client(session, row->id, after, tickets_at_once);
    for (const TicketId id : ids) {
      const store::Snapshot snapshot(session);
      const auto ticket = web::exported_ticket(desk, session, id, now);
      if (!ticket) continue;
      store::write_file(to / "tickets" / (ticket->ref + ".json"), json::to_json(*ticket) + "\n");
      copy_attachments(desk, session, id, *ticket, to, made);
      ++made.tickets;
      progress("tickets", made.tickets, made.tickets);
    }
    more = ids.size() == tickets_at_once;
    if (more) after = ids.back();
  }
  return made;
}

}  // namespace punctual::app
