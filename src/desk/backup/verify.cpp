#include "desk/backup/verify.h"

#include <memory>

#include "desk/agreements/check.h"
#include "desk/backup/copy_blobs.h"
#include "desk/backup/manifest.h"
#include "desk/desk.h"
#include "store/blobs.h"
#include "store/estimates.h"
#include "store/files.h"
#include "store/integrity.h"
#include "store/journal.h"
#include "store/migrations/migrations.h"
#include "store/ticket_check.h"
#include "store/ticket_queue.h"

namespace punctual::desk {

namespace {

constexpr int rows_at_once = 500;
constexpr const char* remedy = "restore a backup made before it broke";

/// One pass over a folder; each part says false where it was given up.
class Verification {
 public:
  Verification(const Layout& layout, const ZoneSource& zones, const Progress& go_on)
      : layout_(layout),
        zones_(zones),
        go_on_(go_on),
        is_backup_(std::filesystem::exists(layout.manifest())) {}

  Verified run() {
    if (is_backup_) manifest();
    if (!can_be_opened()) return std::move(found_);
    try {
      session_ = std::make_unique<store::Session>(
          layout_.database().string(),
          is_backup_ ? store::Session::Mode::still : store::Session::Mode::read_only);
      if (!store::is_of_this_version(*session_))
        problem(
            layout_.database().string() +
            ": was written by another version of the desk; look at it with that one's punctual, or restore "
            "it and look at what that makes");
      else
        found_.given_up = !(file() && tickets() && attachments());
    } catch (const store::SqlError& error) {
      problem(layout_.database().string() + ": cannot be read any further: " + error.what() + "; " + remedy);
    }
    return std::move(found_);
  }

 private:
  void problem(std::string text) {
    if (found_.problems.size() < most_problems)
      found_.problems.push_back(std::move(text));
    else
      ++found_.unnamed;
  }
  void problem_of(TicketId id, const std::string& what) { problem(ref_of(id) + ": " + what + "; " + remedy); }

  /// SQLite would follow a link and wait for a FIFO.
  bool can_be_opened() {
    try {
      (void)store::facts_of(layout_.database(), 0);
      return true;
    } catch (const store::Unreadable& error) {
      if (!is_backup_) problem(std::string(error.what()) + "; " + remedy);
      return false;
    }
  }

  void manifest() {
    const auto said = read_manifest(layout_.manifest());
    if (!said) return problem(said.error());
    const auto compare = [&](const std::filesystem::path& file, const std::string& sha256,
                             std::int64_t size) {
      try {
        if (store::to_hex(store::view(store::facts_of(file, size).sha256)) != sha256)
          problem(file.string() + ": is damaged, it is not what backup.json says; use another backup");
      } catch (const store::Unreadable& error) {
        problem(std::string(error.what()) + "; use another backup");
      }
    };
    compare(layout_.database(), said->database_sha256, said->database_bytes);
    compare(layout_.key(), said->key_sha256, key_bytes);
  }

  bool file() {
    if (!go_on_("the database file", 0, 1)) return false;
    for (const auto& line : store::integrity_problems(*session_, static_cast<int>(most_problems)))
      problem(layout_.database().string() + ": " + line + "; " + remedy);
    const store::Snapshot snapshot(*session_);
    try {
      catalogue_ = Catalogue::load(*session_, zones_, nullptr);
    } catch (const std::exception& error) {
      problem(layout_.database().string() + ": " + error.what() + "; " + remedy);
    }
    for (const auto& subject : store::audited_subjects(*session_)) audit(subject);
    auto counts = store::read_counts(*session_);
    std::erase_if(counts, [](const auto& view) { return view.second == 0; });
    if (counts != store::counted_anew(*session_))
      problem("the queue's counts: differ from the tickets; " + std::string(remedy));
    for (const auto& line : account_problems(*session_, most_problems)) problem(line + "; " + remedy);
    for (const TicketId id : store::journals_without_ticket(*session_, static_cast<int>(most_problems)))
      problem_of(id, "has a journal but no row");
    return true;
  }

  void audit(const store::Subject& subject) {
    const auto place = "audit of " + subject.kind + " " + std::to_string(subject.id) + ": ";
    if (!store::audit_holds(*session_, subject.kind, subject.id))
      problem(place + "its chain is broken, or its newest event missing; " + remedy);
    for (const auto seq : store::lost_audit_contents(*session_, subject.kind, subject.id))
      problem(place + "the content of event " + std::to_string(seq) +
              " is missing, and no redaction names it; " + remedy);
  }

  bool tickets() {
    const auto all = store::count_tickets(*session_);
    TicketId after;
    for (bool more = true; more;) {
      if (!go_on_("tickets", found_.tickets, all)) return false;
      // A snapshot for each part: one for all would keep the running desk's log from being folded in.
      const store::Snapshot snapshot(*session_);
      const auto ids = store::ticket_ids(*session_, after, rows_at_once);
      for (const TicketId id : ids) ticket(id);
      found_.tickets += std::ssize(ids);
      more = ids.size() == rows_at_once;
      if (more) after = ids.back();
    }
    return true;
  }

  void ticket(TicketId id) {
    try {
      if (!store::chain_holds(*session_, id)) return problem_of(id, "its journal's chain is broken");
      const auto journal = store::read_journal(*session_, id);
      const auto state = fold(journal);
      auto differs = store::difference_from_row(*session_, id, state);
      if (differs.empty()) differs = store::difference_from_files_and_link(*session_, id, journal);
      if (differs.empty())
        differs = store::difference_from_estimates(*session_, id, state.request.client, state.estimates);
      if (differs.empty() && catalogue_)
        differs = store::difference_from_clocks(*session_, id, state,
                                                standing_of(state, catalogue_->promises(), state.recorded_at),
                                                catalogue_->stages());
      if (!differs.empty()) problem_of(id, differs);
    } catch (const std::exception& error) {
      problem_of(id, std::string("its journal cannot be read: ") + error.what());
    }
  }

  bool attachments() {
    const auto all = store::count_blobs(*session_);
    BlobId after;
    for (bool more = true; more;) {
      const auto rows = store::read_blobs(*session_, after, rows_at_once);
      for (const auto& row : rows) {
        if (!go_on_("attachments", found_.blobs, all)) return false;
        attachment(row);
        ++found_.blobs;
      }
      more = rows.size() == rows_at_once;
      if (more) after = rows.back().id;
    }
    return true;
  }

  void attachment(const store::BlobRow& row) {
    if (!store::is_hex_sha256(row.sha256)) return problem(not_a_hash(layout_.database(), row));
    const auto fault = fault_of(store::blob_path(layout_.blobs(), row.sha256), row);
    // A running desk may just have removed it, row and all.
    if (fault && (!fault->missing || store::has_blob(*session_, row.sha256)))
      problem(fault->words + "; copy it from a backup");
  }

  const Layout& layout_;
  const ZoneSource& zones_;
  const Progress& go_on_;
  bool is_backup_;
  std::unique_ptr<store::Session> session_;
  std::shared_ptr<const Catalogue> catalogue_;
  Verified found_;
};

}  // namespace

Verified verify(const Layout& layout, const ZoneSource& zones, const Progress& go_on) {
  return Verification(layout, zones, go_on).run();
}

}  // namespace punctual::desk
