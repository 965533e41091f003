#include "web/api/rota_reading.h"

#include <algorithm>

#include "desk/text/one_line.h"
#include "domain/time/rfc3339.h"

namespace punctual::web {

namespace {

constexpr std::size_t longest_note = 2000;
constexpr Date first_date{std::chrono::year{2000} / 1 / 1};
constexpr Date last_date{std::chrono::year{2400} / 1 / 1};

bool printable(std::string_view text) {
  return !text::turns_lines(text) && std::ranges::none_of(text, [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f;
  });
}

}  // namespace

Date read_date(const std::string& text, const std::string& place, std::vector<ProblemField>& wrong) {
  const auto date = parse_date(text);
  if (date && *date >= first_date && *date <= last_date) return *date;
  wrong.push_back({place, "is no date such as 2026-12-25"});
  return {};
}

std::optional<WallInterval> read_hours_of_day(const std::optional<std::vector<std::string>>& hours,
                                              const std::string& place, std::vector<ProblemField>& wrong) {
  if (!hours) return std::nullopt;
  if (hours->size() != 2) {
    wrong.push_back({place, "is when it begins and when it ends, as in [\"13:00\", \"17:00\"]"});
    return std::nullopt;
  }
  const auto read = parse_hours((*hours)[0], (*hours)[1]);
  if (read) return *read;
  wrong.push_back({place, read.error().problem + "; " + read.error().remedy});
  return std::nullopt;
}

std::string read_note(const std::optional<std::string>& note, const std::string& place,
                      std::vector<ProblemField>& wrong) {
  if (!note) return {};
  if (note->size() > longest_note) wrong.push_back({place, "is too long; 2,000 bytes are the most"});
  if (!printable(*note)) wrong.push_back({place, "contains characters that cannot be printed; remove them"});
  return *note;
}

Reply refused(const desk::RotaRefused& why) {
  using Why = desk::RotaRefused::Why;
  switch (why.why) {
    case Why::unknown:
      return problem(Problem::not_found, why.detail);
    case Why::invalid:
      return problem(Problem::invalid, {}, {{why.field, why.detail}});
    case Why::not_allowed:
      return problem(Problem::not_allowed, why.detail);
    case Why::not_now:
      break;
  }
  return problem(Problem::not_for_this_person, why.detail);
}

}  // namespace punctual::web
