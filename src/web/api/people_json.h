#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "desk/catalogue.h"
#include "store/json/write.h"

namespace punctual::web {

struct NamedJson {
  std::int64_t id = 0;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedJson, (), (id, name))

struct PersonJson {
  PersonId id;
  std::string name;
  std::string email;
  std::string role;
  bool active = true;
  std::vector<NamedJson> pods;
};
BOOST_DESCRIBE_STRUCT(PersonJson, (), (id, name, email, role, active, pods))

PersonJson person_json(const desk::Catalogue& catalogue, const store::PersonRow& person);

/// Id and name, or null where there is none.
json::Nullable<NamedJson> named_person(const desk::Catalogue& catalogue, PersonId id);
json::Nullable<NamedJson> named_pod(const desk::Catalogue& catalogue, PodId id);
json::Nullable<NamedJson> named_client(const desk::Catalogue& catalogue, ClientId id);

}  // namespace punctual::web
