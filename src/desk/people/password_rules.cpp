#include "desk/people/password_rules.h"

#include <algorithm>
#include <array>
#include <vector>

#include "store/text/fold.h"

namespace punctual::desk {

namespace {

constexpr std::size_t fewest_characters = 12;
/// So much must be left of a password without the person's name and address.
constexpr std::size_t fewest_own_characters = 8;

/// The commonest of twelve characters and more in published lists, folded.
constexpr std::array<std::string_view, 40> commonest = {
    "123456789012",     "1234567890123",  "12345678901234",   "123456123456",   "123123123123",
    "111111111111",     "000000000000",   "012345678901",     "987654321098",   "abcdefghijkl",
    "abcdefghijklm",    "abcd12345678",   "abc123456789",     "qwertyuiop12",   "qwertyuiop123",
    "qwertyuiopas",     "qwertyuiopasdf", "qwertyuiop[]",     "qwerty123456",   "qwerty1234567",
    "1qaz2wsx3edc",     "1q2w3e4r5t6y",   "1q2w3e4r5t6y7u8i", "q1w2e3r4t5y6",   "qazwsxedcrfv",
    "zaq12wsxcde3",     "password1234",   "password12345",    "password123456", "passwordpassword",
    "mypassword123",    "welcome12345",   "welcome123456",    "letmeinletmein", "iloveyou1234",
    "iloveyouiloveyou", "administrator",  "administrator1",   "changeme1234",   "correcthorsebatterystaple",
};

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// What a guesser would try first: the address, its first half, the name and its parts; longest first.
std::vector<std::string> known_of(std::string_view name, std::string_view email) {
  std::vector<std::string> known{store::fold_case(email), store::fold_case(email.substr(0, email.find('@'))),
                                 store::fold_case(name)};
  std::string words = known[2];
  for (std::size_t end = words.find(' '); !words.empty(); end = words.find(' ')) {
    known.push_back(words.substr(0, end));
    words.erase(0, end == std::string::npos ? end : end + 1);
  }
  std::erase_if(known, [](const std::string& part) { return part.size() < 3; });
  std::ranges::sort(known, std::ranges::greater{}, &std::string::size);
  return known;
}

}  // namespace

std::optional<std::string> password_problem(std::string_view password, std::string_view name,
                                            std::string_view email) {
  if (password.size() > longest_password)
    return "This is longer than the desk takes; 1,000 characters are the most.";
  if (characters_of(password) < fewest_characters)
    return "This is too short; use at least 12 characters, a few words for example.";
  std::string left = store::fold_case(password);
  if (std::ranges::find(commonest, left) != commonest.end())
    return "This is one of the commonest passwords, which are guessed first; use another.";
  for (const auto& part : known_of(name, email))
    for (auto at = left.find(part); at != std::string::npos; at = left.find(part))
      left.erase(at, part.size());
  if (characters_of(left) < fewest_own_characters)
    return "This is little more than your name or mail address, which are guessed first; use another.";
  return std::nullopt;
}

}  // namespace punctual::desk
