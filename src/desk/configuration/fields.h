#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/configuration/configuration.h"

namespace punctual::desk {

/// A thing of the configuration as labelled texts, for a difference that people read; what is not set is left
/// out. What differs may read the same: the values themselves say whether they are equal.
struct Field {
  std::string label;
  std::string value;
};
using Fields = std::vector<Field>;

/// The sections of the file that the profile is made of.
inline constexpr std::string_view profile_sections[] = {"desk",       "tiers", "steps", "faq",
                                                        "escalation", "mail",  "limits"};
Fields fields_of(const Profile& profile, std::string_view section);
bool equal(const Profile& a, const Profile& b, std::string_view section);

Fields fields_of(const PolicyEntry& policy);
Fields fields_of(const PodEntry& pod);
Fields fields_of(const PersonEntry& person);
Fields fields_of(const ClientEntry& client);
/// The label of a client's contact, whose value is their name.
std::string contact_label(std::string_view email);
Fields fields_of(const text::TemplateSources& templates);

/// One line of a text that may be long.
std::string shortened(std::string_view value);
/// "role: manager, was member"; of long texts that they differ.
std::string changed(const Field& before, const Field& after);

/// What a removal means, a sentence each.
std::vector<std::string> what_remains(const PolicyEntry& policy);
std::vector<std::string> what_remains(const PodEntry& pod);
std::vector<std::string> what_remains(const PersonEntry& person);
std::vector<std::string> what_remains(const ClientEntry& client);

}  // namespace punctual::desk
