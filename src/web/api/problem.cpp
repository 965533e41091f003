#include "web/api/problem.h"

#include <boost/describe.hpp>

#include "store/json/write.h"

namespace punctual::web {

namespace {

struct Document {
  std::string type;
  std::string title;
  int status;
  std::optional<std::string> detail;
  std::optional<std::vector<ProblemField>> errors;
};
BOOST_DESCRIBE_STRUCT(Document, (), (type, title, status, detail, errors))

struct Entry {
  Problem kind;
  int status;
  std::string_view slug;
  std::string_view title;
  std::string_view header = {};
  std::string_view header_value = {};
};

constexpr Entry catalogue[] = {
    {Problem::malformed, 400, "malformed", "The request cannot be read; send valid JSON in UTF-8."},
    {Problem::invalid, 422, "invalid", "Some fields need another value; each is named with its remedy."},
    {Problem::not_signed_in, 401, "not-signed-in", "Sign in first, or send a valid token.",
     "WWW-Authenticate", "Bearer realm=\"punctual\""},
    {Problem::wrong_credentials, 401, "wrong-credentials", "The address or the password is wrong; try again.",
     "WWW-Authenticate", "Bearer realm=\"punctual\""},
    {Problem::not_allowed, 403, "not-allowed",
     "Your role does not allow this; ask a coordinator or manager."},
    {Problem::foreign_origin, 403, "foreign-origin",
     "The request comes from another site's page; open the desk's own address and try there."},
    {Problem::csrf, 403, "csrf",
     "The session's X-CSRF-Token is missing or old; reload the page and try again."},
    {Problem::not_found, 404, "not-found", "There is nothing at this address."},
    {Problem::method_not_allowed, 405, "method-not-allowed", "This address does not take that method."},
    {Problem::no_backup_folder, 409, "no-backup-folder",
     "The desk has no folder for its backups; set backup.folder where it is started, or run punctual backup "
     "there."},
    {Problem::backup_too_soon, 409, "backup-too-soon",
     "A backup was made on request less than an hour ago; one an hour is made, beside the daily ones."},
    {Problem::not_in_this_state, 409, "not-in-this-state", "Its present state does not allow this."},
    {Problem::needs_triage, 409, "needs-triage", "The ticket has not been assessed yet; triage it first."},
    {Problem::not_for_this_person, 409, "not-for-this-person", "This cannot be done to this person now."},
    {Problem::needs_hand_over, 409, "needs-hand-over",
     "The person has open tickets; say in hand_over_to who takes them over, or unassign."},
    {Problem::opens_gaps, 409, "opens-gaps",
     "This opens gaps that were not shown; look at what it opens, and confirm that."},
    {Problem::stale, 412, "stale", "Someone changed this since you opened it; reload and try again."},
    {Problem::version_required, 428, "version-required",
     "Send If-Match with the ETag you read, so that nobody's change is overwritten."},
    {Problem::key_reused, 422, "key-reused",
     "This Idempotency-Key was used with another body; use a new key for a new request."},
    {Problem::too_large, 413, "too-large", "This is larger than the desk takes; send less at once."},
    {Problem::unsupported_media, 415, "unsupported-media", "Send the body as application/json."},
    {Problem::too_many, 429, "too-many", "Too many tries from here; wait a while and try again.",
     "Retry-After", "60"},
    {Problem::busy, 503, "busy", "The desk is busy; try again in a moment.", "Retry-After", "1"},
    {Problem::disk_full, 507, "disk-full", "The desk's disk is full: nothing was saved. Try again later."},
    {Problem::not_ready, 503, "not-ready", "The desk is starting; try again in a moment.", "Retry-After",
     "1"},
    {Problem::broken, 500, "broken",
     "Something broke on our side. Reload to see whether it was saved before you try again."},
};

const Entry& entry_of(Problem kind) {
  for (const Entry& entry : catalogue)
    if (entry.kind == kind) return entry;
  return catalogue[std::size(catalogue) - 1];
}

}  // namespace

Reply problem(Problem kind, std::string detail, std::vector<ProblemField> fields) {
  const Entry& entry = entry_of(kind);
  Document document{"/problems/" + std::string(entry.slug), std::string(entry.title), entry.status, {}, {}};
  if (!detail.empty()) document.detail = std::move(detail);
  if (!fields.empty()) document.errors = std::move(fields);
  Reply reply{
      .status = entry.status, .content_type = "application/problem+json", .body = json::to_json(document)};
  if (!entry.header.empty()) reply.headers.emplace_back(entry.header, entry.header_value);
  return reply;
}

std::string_view title_of(Problem kind) {
  return entry_of(kind).title;
}

}  // namespace punctual::web
