#pragma once

#include <boost/json/array.hpp>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/id.h"
#include "web/api/problem.h"

namespace punctual::web {

/// A client's agreement as a form edits it: the keys and values of the desk's file, the same reading, looking
/// and applying. Lent by the composition root: web reads no such files.
struct AgreementEdits {
  /// Why it was refused: either fields, or in a sentence.
  struct Refused {
    std::vector<ProblemField> fields;
    std::string detail;
  };
  /// JSON of what there is; nothing where no client has the id.
  std::function<std::optional<std::string>(ClientId)> written;
  /// JSON of what the versions would change.
  std::function<std::expected<std::string, Refused>(ClientId, const boost::json::array&)> look;
  /// Carries it out where the desk is as it was `seen` in that look.
  std::function<std::expected<void, Refused>(ClientId, const boost::json::array&, std::string_view seen,
                                             PersonId by)>
      apply;
};

}  // namespace punctual::web
