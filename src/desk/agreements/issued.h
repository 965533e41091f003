#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>

#include "desk/desk.h"
#include "store/statements.h"

namespace punctual::desk {

// What a statement and its correction have in common once they are issued.

/// What the audit holds of the document. Members' names are its JSON.
struct IssuedJson {
  std::string number;
  std::string month;
  ClientId client;
  std::string sha256;  ///< of the document's text
};
BOOST_DESCRIBE_STRUCT(IssuedJson, (), (number, month, client, sha256))

/// "2026-0007": counted through the year in which it is issued.
std::string next_number(store::Session& session, Date today);

/// What the document is from now on, as an event of this type.
void audit_issued(store::Session& session, const store::StatementRow& document, std::string_view type,
                  Instant at, const Actor& by);

/// Keeps the document with its digest in the audit as an event of this type, and tells the contacts who get
/// statements. In the writer's transaction.
StatementId keep_issued(const Desk& desk, store::Session& session, store::StatementRow document,
                        std::string_view audited_as);

}  // namespace punctual::desk
