#include "desk/ical_lines.h"

#include <algorithm>
#include <array>
#include <utility>

namespace punctual::desk {

namespace {

constexpr int most_events = 5000;
constexpr int most_lines_of_event = 400;
constexpr std::size_t longest_line = 4000;

/// RRULE parts no holiday needs: each of them can make a rule that is followed for minutes and never met.
constexpr std::array<std::string_view, 5> hostile_parts{"BYHOUR", "BYMINUTE", "BYSECOND", "RSCALE", "SKIP"};
constexpr std::array<std::string_view, 4> dated_parts{"BYMONTHDAY", "BYMONTH=", "BYYEARDAY", "BYWEEKNO"};
constexpr std::array<std::string_view, 6> of_event{"SUMMARY",  "DTSTART", "DTEND",
                                                   "DURATION", "STATUS",  "RDATE"};

std::string upper(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  return made;
}

bool names_any(const std::string& text, const auto& parts) {
  return std::ranges::any_of(parts,
                             [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

class Filter {
 public:
  void take(const std::string& line) {
    const auto end = line.find_first_of(":;");
    if (end == std::string::npos) return;
    const auto name = upper(std::string_view(line).substr(0, end));
    if (name == "BEGIN" || name == "END")
      component(name, upper(std::string_view(line).substr(end + 1)));
    else if (skipping_ == 0)
      property(name, line);
  }
  std::string take_kept() && { return std::move(kept_); }
  bool too_many() const { return events_ > most_events; }

 private:
  void keep(std::string_view line) { kept_.append(line).append("\r\n"); }

  void component(const std::string& mark, const std::string& what) {
    const bool known = what == "VCALENDAR" || what == "VEVENT";
    if (skipping_ > 0 || !known) {
      skipping_ += mark == "BEGIN" ? 1 : skipping_ > 0 ? -1 : 0;
      return;
    }
    in_event_ = what == "VEVENT" && mark == "BEGIN";
    if (in_event_) {
      ++events_;
      lines_ = 0;
      repeats_ = false;
    }
    if (!too_many()) keep(mark + ":" + what);
  }

  void property(const std::string& name, const std::string& line) {
    if (too_many() || line.size() > longest_line) return;
    if (!in_event_) {
      if (name == "X-WR-CALNAME") keep(line);
      return;
    }
    if (++lines_ > most_lines_of_event) return;
    if (name == "RRULE")
      rule(line);
    else if (name == "EXDATE" || std::ranges::find(of_event, name) != of_event.end())
      keep(line);
  }

  /// One a event; a rule that no holiday has is replaced by one the reader refuses by name.
  void rule(const std::string& line) {
    if (std::exchange(repeats_, true)) return;
    const auto text = upper(line);
    const bool yearly = text.find("FREQ=YEARLY") != std::string::npos;
    const bool hostile = names_any(text, hostile_parts) || (!yearly && names_any(text, dated_parts));
    keep(hostile ? std::string_view("RRULE:FREQ=SECONDLY") : std::string_view(line));
  }

  std::string kept_;
  int skipping_ = 0;  // depth within a component that names no days
  bool in_event_ = false;
  bool repeats_ = false;
  int events_ = 0;
  int lines_ = 0;
};

}  // namespace

std::expected<std::string, std::string> holiday_lines(std::string_view content) {
  Filter filter;
  std::string line;
  while (!content.empty()) {
    const auto end = std::min(content.find('\n'), content.size());
    auto piece = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (piece.ends_with('\r')) piece.remove_suffix(1);
    const bool folded = !piece.empty() && (piece.front() == ' ' || piece.front() == '\t');
    if (folded) {
      if (line.size() <= longest_line) line += piece.substr(1);
      continue;
    }
    filter.take(line);
    line = piece.substr(0, longest_line + 1);
  }
  filter.take(line);
  if (filter.too_many()) return std::unexpected("holds more than 5,000 entries; export the holidays alone");
  return std::move(filter).take_kept();
}

}  // namespace punctual::desk
