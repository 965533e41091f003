#include "app/coverage/gap_words.h"

#include <fmt/format.h>

#include "desk/desk.h"
#include "desk/rota/coverage.h"
#include "desk/text/wording.h"

namespace punctual::app {
namespace {

using std::chrono::days;

constexpr std::size_t most_named = 5;
constexpr std::size_t most_lines = 12;

std::string clock(WallTime wall) {
  const auto minutes = (wall - std::chrono::floor<days>(wall)) / std::chrono::minutes{1};
  return text::clock_words(static_cast<int>(minutes), ClockFace::of_24_hours);
}

/// "Friday 4 December 08:00–17:00", "Friday 4 December 17:00 – Monday 7 December 08:00".
std::string when(const Interval& gap, const TimeZone& zone, Instant now) {
  const Date today = zone.date(now);
  const Date first = zone.date(gap.opens);
  const Date last = zone.date(gap.closes);
  const auto from = text::date_words(first, today) + " " + clock(zone.wall(gap.opens));
  if (first == last) return from + "–" + clock(zone.wall(gap.closes));
  if (gap.closes == zone.midnight(first + days{1})) return from + "–24:00";
  return from + " – " + text::date_words(last, today) + " " + clock(zone.wall(gap.closes));
}

/// ", every week until Friday 26 November 2027", ", 3 times until Friday 18 December"; empty of one alone.
std::string how_often(const std::vector<Interval>& times, const TimeZone& zone, Instant now) {
  if (times.size() == 1) return {};
  const Date first = zone.date(times.front().opens);
  const Date last = zone.date(times.back().opens);
  const bool each_week = last - first == days{7} * (std::ssize(times) - 1);
  return fmt::format(", {} until {}", each_week ? "every week" : fmt::format("{} times", times.size()),
                     text::date_words(last, zone.date(now)));
}

std::string names_of(const desk::Catalogue& catalogue, const std::vector<PersonId>& people) {
  std::string names;
  for (std::size_t i = 0; i < people.size() && i < most_named; ++i)
    names += (i == 0 ? "" : ", ") + catalogue.person(people[i])->name;
  return people.size() > most_named ? names + fmt::format(" and {} more", people.size() - most_named) : names;
}

}  // namespace

std::string gap_words(const desk::Catalogue& catalogue, const people::RecurringGap& gap, int needed,
                      Instant now) {
  const auto& [over, present] = gap.first.gap;
  const TimeZone& zone = catalogue.zone();
  return fmt::format("{}{} ({}): {}; {}", when(over, zone, now), how_often(gap.times, zone, now),
                     text::duration_words(over.length()),
                     present == 0 ? "nobody is there" : fmt::format("{} of {} there", present, needed),
                     desk::cause_words(catalogue, gap.first.causes, needed));
}

std::vector<std::string> opening_lines(const desk::Catalogue& catalogue, const desk::GateView& view,
                                       Instant now) {
  std::vector<std::string> lines;
  for (const auto& opening : view.opens) {
    const auto* pod = catalogue.pod(opening.pod);
    auto line = (pod ? pod->name : "The desk as a whole") + ": " +
                gap_words(catalogue, opening.gap, opening.needed, now);
    if (!opening.tickets.empty()) line += "; due then: " + desk::refs_of(opening.tickets, most_named);
    if (!opening.could_cover.empty())
      line += fmt::format("; could cover{}: {}", opening.gap.times.size() > 1 ? " the first" : "",
                          names_of(catalogue, opening.could_cover));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string opened_words(const std::vector<std::string>& lines, std::int64_t more) {
  std::string told = "This opens gaps in what clients were promised:";
  for (std::size_t i = 0; i < lines.size() && i < most_lines; ++i) told += "\n  " + lines[i];
  if (lines.size() > most_lines || more > 0)
    told += "\n  and more like these; punctual coverage tells of all once they are there.";
  return told;
}

}  // namespace punctual::app
