#include "app/demo/demo_desk.h"

namespace punctual::app::demo {

namespace {

constexpr Contact brightwater[] = {
    {"Mara Ellwood", "mara.ellwood@brightwater.example"},
    {"Jonas Petit", "jonas.petit@brightwater.example"},
    {"Dee Harmon", "dee.harmon@brightwater.example"},
};
constexpr Contact alder_valley[] = {
    {"Ruth Kessler", "rkessler@aldervalley.example"},
    {"Samir Haddad", "shaddad@aldervalley.example"},
};
constexpr Contact northgate[] = {
    {"Colleen Byrne", "colleen@northgatedental.example"},
    {"Victor Amaya", "victor@northgatedental.example"},
};
constexpr Contact marrow_pine[] = {
    {"Ingrid Solberg", "ingrid@marrowandpine.example"},
    {"Noel Baptiste", "noel@marrowandpine.example"},
    {"Hana Whitlock", "hana@marrowandpine.example"},
};
constexpr Contact saltmarsh[] = {
    {"Felix Adeyemi", "felix@saltmarsh.example"},
    {"Joan Carver", "joan.carver@saltmarsh.example"},
    {"Bea Winslow", "boxoffice@saltmarsh.example"},
};

constexpr Client all[] = {
    {"Brightwater Outfitters", "Juniper", "round-the-clock", brightwater},
    {"Alder Valley College", "Juniper", "standard", alder_valley},
    {"Northgate Dental", "Basalt", "standard", northgate},
    {"Marrow & Pine", "Basalt", "priority", marrow_pine},
    {"Saltmarsh Theatre", "Juniper", "standard", saltmarsh},
};

}  // namespace

std::span<const Client> clients() {
  return all;
}

}  // namespace punctual::app::demo
