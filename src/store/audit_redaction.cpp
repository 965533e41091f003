#include <boost/describe.hpp>
#include <set>

#include "store/journal.h"
#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::store {

namespace {

constexpr std::string_view redacted = "redacted";

struct RedactedJson {
  std::vector<std::int64_t> seqs;
};
BOOST_DESCRIBE_STRUCT(RedactedJson, (), (seqs))

}  // namespace

std::vector<JournalRow> audit_of_kind(Session& session, std::string_view subject) {
  auto query = session.prepare(
      "SELECT j.subject_id, j.seq, j.type, c.content FROM journal j JOIN journal_content c "
      "ON c.journal_id = j.id WHERE j.subject = ? ORDER BY j.subject_id, j.seq");
  query.bind(subject);
  std::vector<JournalRow> rows;
  while (query.step()) {
    auto& row = rows.emplace_back();
    row.subject_id = query.integer(0);
    row.seq = query.integer(1);
    row.type = query.string(2);
    row.content = query.string(3);
  }
  return rows;
}

void redact_audit(Session& session, std::string_view subject, std::int64_t subject_id,
                  const std::vector<std::int64_t>& seqs, Instant at, const Actor& actor) {
  for (const auto seq : seqs)
    session
        .prepare(
            "DELETE FROM journal_content WHERE journal_id = (SELECT id FROM journal WHERE subject = ? "
            "AND subject_id = ? AND seq = ?)")
        .bind(subject)
        .bind(subject_id)
        .bind(seq)
        .run();
  append_audit(session, subject, subject_id, redacted, at, actor, json::to_json(RedactedJson{seqs}));
}

std::vector<std::int64_t> lost_audit_contents(Session& session, std::string_view subject,
                                              std::int64_t subject_id) {
  auto query = session.prepare(
      "SELECT j.seq, j.type, c.content FROM journal j LEFT JOIN journal_content c ON c.journal_id = j.id "
      "WHERE j.subject = ? AND j.subject_id = ? ORDER BY j.seq");
  query.bind(subject).bind(subject_id);
  std::set<std::int64_t> missing;
  while (query.step()) {
    if (query.is_null(2)) missing.insert(query.integer(0));
    if (query.is_null(2) || query.text(1) != redacted) continue;
    if (const auto named = json::from_json<RedactedJson>(query.text(2)))
      for (const auto seq : named->seqs) missing.erase(seq);
  }
  return {missing.begin(), missing.end()};
}

}  // namespace punctual::store
