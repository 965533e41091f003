#include <algorithm>

#include "web/api/api.h"
#include "web/api/people_json.h"

namespace punctual::web {

namespace {

struct PodJson {
  PodId id;
  std::string name;
  std::vector<NamedJson> members;
};
BOOST_DESCRIBE_STRUCT(PodJson, (), (id, name, members))

struct ContactJson {
  ContactId id;
  std::string name;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(ContactJson, (), (id, name, email))

struct ClientJson {
  ClientId id;
  std::string name;
  json::Nullable<NamedJson> pod;
  std::vector<ContactJson> contacts;
};
BOOST_DESCRIBE_STRUCT(ClientJson, (), (id, name, pod, contacts))

struct PeopleJson {
  std::vector<PersonJson> items;
};
BOOST_DESCRIBE_STRUCT(PeopleJson, (), (items))
struct PodsJson {
  std::vector<PodJson> items;
};
BOOST_DESCRIBE_STRUCT(PodsJson, (), (items))
struct ClientsJson {
  std::vector<ClientJson> items;
};
BOOST_DESCRIBE_STRUCT(ClientsJson, (), (items))

template <class Row>
json::Nullable<NamedJson> named(const Row* row) {
  if (!row) return {};
  return NamedJson{row->id.value, row->name};
}

Answer list_people(Api& api, const desk::Caller&, const Request&) {
  const auto catalogue = api.desk.catalogue();
  PeopleJson people;
  for (const auto& person : catalogue->people()) people.items.push_back(person_json(*catalogue, person));
  return json_reply(200, people);
}

Answer list_pods(Api& api, const desk::Caller&, const Request&) {
  const auto catalogue = api.desk.catalogue();
  PodsJson pods;
  for (const auto& pod : catalogue->pods()) {
    if (!pod.active) continue;
    PodJson json{pod.id, pod.name, {}};
    for (const PersonId member : pod.members)
      if (const auto* person = catalogue->person(member))
        json.members.push_back({member.value, person->name});
    pods.items.push_back(std::move(json));
  }
  return json_reply(200, pods);
}

Answer list_clients(Api& api, const desk::Caller&, const Request&) {
  const auto catalogue = api.desk.catalogue();
  const auto contacts = store::read_contacts(api.desk.reader());
  ClientsJson clients;
  for (const auto& client : catalogue->clients()) {
    if (!client.active) continue;
    ClientJson json{client.id, client.name, named_pod(*catalogue, client.pod.value_or(PodId{})), {}};
    for (const auto& contact : contacts)
      if (contact.active && contact.client == client.id)
        json.contacts.push_back({contact.id, contact.name, contact.email});
    clients.items.push_back(std::move(json));
  }
  return json_reply(200, clients);
}

}  // namespace

PersonJson person_json(const desk::Catalogue& catalogue, const store::PersonRow& person) {
  PersonJson json{person.id, person.name, person.email, std::string(to_text(person.role)), person.active, {}};
  for (const auto& pod : catalogue.pods())
    if (std::ranges::find(pod.members, person.id) != pod.members.end())
      json.pods.push_back({pod.id.value, pod.name});
  return json;
}

json::Nullable<NamedJson> named_person(const desk::Catalogue& catalogue, PersonId id) {
  return named(catalogue.person(id));
}
json::Nullable<NamedJson> named_pod(const desk::Catalogue& catalogue, PodId id) {
  return named(catalogue.pod(id));
}
json::Nullable<NamedJson> named_client(const desk::Catalogue& catalogue, ClientId id) {
  return named(catalogue.client(id));
}

std::vector<Route> directory_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/people", Body::none, desk::Action::read_directory, list_people),
      staff_route(api, Method::get, "/api/v1/pods", Body::none, desk::Action::read_directory, list_pods),
      staff_route(api, Method::get, "/api/v1/clients", Body::none, desk::Action::read_directory,
                  list_clients),
  };
}

}  // namespace punctual::web
