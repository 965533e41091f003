// Whatever a line of the batch protocol holds, it gets one line of JSON for an answer, and the same one
// again.

#include <algorithm>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

#include "app/sla/answer.h"
#include "expect.h"
#include "store/zones/system_zones.h"

namespace {

using namespace punctual;
namespace json = boost::json;

void check(std::string_view line, const std::string& answer) {
  using fuzz::expect;
  expect(answer.ends_with('\n') && std::ranges::count(answer, '\n') == 1, "an answer is one line");
  boost::system::error_code error;
  const auto parsed = json::parse(answer, error);
  expect(!error && parsed.is_object(), "an answer is a JSON object");
  const auto& object = parsed.get_object();
  expect(object.size() == 2 && object.contains("id"), "an answer is an id and one thing more");
  const bool known =
      std::ranges::any_of(std::initializer_list<const char*>{"due", "seconds", "open", "sla", "error"},
                          [&](const char* key) { return object.contains(key); });
  expect(known, "an answer says what the protocol says");

  const auto asked = json::parse(json::string_view(line.data(), line.size()), error);
  if (error || !asked.is_object()) return;
  const auto* id = asked.get_object().if_contains("id");
  if (id != nullptr && id->is_string()) expect(object.at("id") == *id, "an id comes back as it came");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SystemZones zones;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  batch::CalendarCache calendars(zones);
  std::string first;
  batch::answer(line, calendars, first);
  check(line, first);
  std::string again;
  batch::answer(line, calendars, again);
  fuzz::expect(first == again, "a calendar from the cache answers as a new one does");
  return 0;
}
