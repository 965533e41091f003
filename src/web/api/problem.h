#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "web/http/reply.h"

namespace punctual::web {

/// The one catalogue of refusals; each is an RFC 9457 problem document.
enum class Problem {
  malformed,
  invalid,
  not_signed_in,
  wrong_credentials,
  not_allowed,
  foreign_origin,
  csrf,
  not_found,
  method_not_allowed,
  not_in_this_state,
  needs_triage,
  not_for_this_person,
  needs_hand_over,
  opens_gaps,
  stale,
  version_required,
  key_reused,
  no_backup_folder,
  backup_too_soon,
  too_large,
  unsupported_media,
  too_many,
  busy,
  disk_full,
  not_ready,
  broken,
};

struct ProblemField {
  std::string field;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(ProblemField, (), (field, detail))

/// `detail` replaces nothing: it adds what is particular to this case. Headers that belong to a status
/// (WWW-Authenticate, Retry-After) are set here.
Reply problem(Problem kind, std::string detail = {}, std::vector<ProblemField> fields = {});

/// What to say on a page instead of a document.
std::string_view title_of(Problem kind);

}  // namespace punctual::web
