#include <algorithm>
#include <array>

#include "app/demo/demo_desk.h"

namespace punctual::app::demo {

namespace {

// Short, plain, hard to mishear; one for each value of a byte.
constexpr std::array<std::string_view, 256> words = {
    "acorn",    "amber",   "anchor",  "apple",   "april",    "apron",   "arbor",   "arrow",   "aspen",
    "atlas",    "autumn",  "azure",   "bacon",   "badge",    "bagel",   "bamboo",  "banjo",   "barley",
    "basin",    "basket",  "beacon",  "beaver",  "berry",    "birch",   "bison",   "blanket", "bloom",
    "bonnet",   "border",  "bottle",  "boulder", "bramble",  "branch",  "brass",   "bread",   "breeze",
    "brick",    "bridge",  "brook",   "bucket",  "butter",   "button",  "cabin",   "cactus",  "camel",
    "candle",   "canoe",   "canvas",  "canyon",  "carbon",   "carpet",  "carrot",  "castle",  "cedar",
    "cello",    "cereal",  "chalk",   "cherry",  "chess",    "cider",   "cinder",  "citrus",  "clay",
    "cliff",    "clover",  "coast",   "cobalt",  "comet",    "copper",  "coral",   "corner",  "cotton",
    "cradle",   "crane",   "crayon",  "creek",   "cricket",  "crown",   "crystal", "curtain", "daisy",
    "dancer",   "delta",   "desert",  "dolphin", "domino",   "donkey",  "dragon",  "drift",   "drum",
    "dune",     "eagle",   "easel",   "echo",    "elbow",    "elm",     "ember",   "engine",  "fabric",
    "falcon",   "feather", "fennel",  "fern",    "ferry",    "fiddle",  "field",   "finch",   "flannel",
    "flint",    "flower",  "forest",  "fossil",  "fountain", "fox",     "frost",   "garden",  "garlic",
    "gazelle",  "ginger",  "glacier", "globe",   "goose",    "grain",   "granite", "grape",   "gravel",
    "guitar",   "hammer",  "hamster", "harbor",  "harvest",  "hazel",   "heron",   "hickory", "hollow",
    "honey",    "hornet",  "iguana",  "indigo",  "island",   "ivory",   "ivy",     "jacket",  "jaguar",
    "jasmine",  "jelly",   "jigsaw",  "juniper", "kayak",    "kettle",  "kitten",  "ladder",  "lagoon",
    "lantern",  "laurel",  "lemon",   "lentil",  "lilac",    "lily",    "linen",   "lizard",  "lobster",
    "locket",   "lotus",   "lumber",  "magnet",  "magpie",   "mango",   "maple",   "marble",  "marsh",
    "meadow",   "melon",   "meteor",  "mint",    "mirror",   "mitten",  "moose",   "morning", "mosaic",
    "mountain", "muffin",  "nectar",  "nickel",  "nutmeg",   "oak",     "oasis",   "ocean",   "olive",
    "onyx",     "orange",  "orchard", "orchid",  "otter",    "oyster",  "paddle",  "panda",   "paper",
    "parsley",  "peach",   "pebble",  "pelican", "pencil",   "pepper",  "piano",   "pigeon",  "pillow",
    "pine",     "pioneer", "planet",  "plum",    "pocket",   "pond",    "poplar",  "puffin",  "pumpkin",
    "quartz",   "quilt",   "rabbit",  "radish",  "raven",    "ribbon",  "river",   "robin",   "rocket",
    "saddle",   "saffron", "salmon",  "satin",   "silver",   "sparrow", "spruce",  "summit",  "sunset",
    "thistle",  "timber",  "tulip",   "turnip",  "valley",   "velvet",  "violet",  "walnut",  "willow",
    "window",   "winter",  "yarrow",  "zebra",   "zephyr",   "anvil",   "badger",  "fathom",  "gable",
    "hearth",   "kestrel", "lattice", "plaza",
};
static_assert(!words.back().empty(), "a word for each value of a byte");

}  // namespace

std::string demo_password(const desk::Desk& desk, std::string_view email) {
  const auto mac = desk.sign("demo password", email);
  const int number = 10 + (mac[3] * 256 + mac[4]) % 90;
  std::string password;
  for (std::size_t i = 0; i < 3; ++i) password.append(words[mac[i]]) += '-';
  return password + std::to_string(number);
}

std::vector<DemoPerson> demo_people(const desk::Desk& desk) {
  std::vector<DemoPerson> people;
  const auto catalogue = desk.catalogue();
  for (const people::Role role : {people::Role::coordinator, people::Role::manager, people::Role::member})
    for (const auto& person : catalogue->people())
      if (person.demo && person.active && person.role == role)
        people.push_back({person.role, person.name, person.email, demo_password(desk, person.email)});
  return people;
}

}  // namespace punctual::app::demo
