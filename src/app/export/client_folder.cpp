#include "app/export/client_folder.h"

#include <system_error>

#include "desk/draft.h"
#include "store/blobs.h"
#include "store/files.h"
#include "store/json/write.h"
#include "store/statements.h"
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
      if (!row) {
        made.problems.push_back(ticket.ref + ": " + file.name + ": its row is missing");
        continue;
      }
      try {
        std::filesystem::create_directories(folder);
        store::copy_file(desk.blobs().path_of(row->sha256), folder / file_name(file));
        ++made.attachments;
      } catch (const store::Unreadable& error) {
        const bool gone = error.code() == std::errc::no_such_file_or_directory;
        made.problems.push_back(
            ticket.ref + ": " + file.name +
            (gone ? ": its file is gone: redacted just now, or missing; punctual verify tells which"
                  : std::string(": could not be copied: ") + error.what()));
      }
    }
}

/// As they were issued: statements/2026-0007.json.
void copy_statements(store::Session& session, ClientId client, const std::filesystem::path& to) {
  for (const auto& listed : store::read_statements(session, client, {}, -1)) {
    std::filesystem::create_directories(to);
    store::write_file(to / (listed.number + ".json"), store::find_statement(session, listed.id)->body + "\n");
  }
}

}  // namespace

std::expected<ExportedFolder, std::string> export_client(const desk::Desk& desk, const std::string& client,
                                                         const std::filesystem::path& to, Instant now,
                                                         const desk::Progress& progress) {
  const auto catalogue = desk.catalogue();
  const auto* row = named(*catalogue, client);
  if (!row) return std::unexpected(nobody(*catalogue, client));
  constexpr auto about_the_client = "client.json";
  auto draft = desk::Draft::begin(to, about_the_client);
  if (!draft) return std::unexpected(draft.error());
  const auto& folder = draft->folder();
  std::filesystem::create_directories(folder / "tickets");
  ExportedFolder made{.client = row->name, .tickets = 0, .attachments = 0, .problems = {}};
  auto& session = desk.reader();
  store::write_file(folder / about_the_client,
                    json::to_json(web::exported_client(session, *catalogue, *row)) + "\n");
  copy_statements(session, row->id, folder / "statements");
  TicketId after;
  for (bool more = true; more;) {
    const auto ids = store::tickets_of_client(session, row->id, after, tickets_at_once);
    for (const TicketId id : ids) {
      const store::Snapshot snapshot(session);
      const auto ticket = web::exported_ticket(desk, session, id, now);
      if (!ticket) continue;
      store::write_file(folder / "tickets" / (ticket->ref + ".json"), json::to_json(*ticket) + "\n");
      copy_attachments(desk, session, id, *ticket, folder, made);
      ++made.tickets;
      progress("tickets", made.tickets, made.tickets);
    }
    more = ids.size() == tickets_at_once;
    if (more) after = ids.back();
  }
  draft->complete();
  return made;
}

}  // namespace punctual::app
