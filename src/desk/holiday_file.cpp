#include "desk/holiday_file.h"

#include <libical/ical.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "desk/ical_lines.h"
#include "desk/text/one_line.h"

namespace punctual::desk {

namespace {

using std::chrono::days;
using std::chrono::year;
using std::chrono::years;

constexpr std::size_t most_days = 4000;  // of one file
constexpr int most_repeating = 100;      // following a rule takes time
constexpr int longest_event = 31;        // days
constexpr std::size_t most_names = 8;    // of one date
constexpr std::size_t longest_name = 120;
constexpr int most_steps = 40'000;  // of all rules of a file together
constexpr Date earliest{year{1900} / std::chrono::January / 1};

struct FreeComponent {
  void operator()(icalcomponent* c) const { icalcomponent_free(c); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;
struct FreeIterator {
  void operator()(icalrecur_iterator* i) const { icalrecur_iterator_free(i); }
};

/// The library's errors and buffers are the process's.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

std::string line_of(const char* text) {
  return text::one_line(text ? text : "", longest_name);
}

std::optional<Date> date_of(const icaltimetype& t) {
  const std::chrono::year_month_day ymd{year{t.year}, std::chrono::month{static_cast<unsigned>(t.month)},
                                        std::chrono::day{static_cast<unsigned>(t.day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

/// As many of them as a name holds.
std::string joined(const std::vector<std::string>& names) {
  auto text = names.front();
  for (std::size_t i = 1; i < names.size() && text.size() + 2 + names[i].size() <= longest_holiday_name; ++i)
    text += ", " + names[i];
  return text;
}

class FileReader {
 public:
  FileReader(HolidayFile& file, Instant now) : file_(file) {
    const std::chrono::year_month_day today{std::chrono::floor<days>(now)};
    first_ = Date{(today.year() - years{1}) / std::chrono::January / 1};
    last_ = Date{(today.year() + years{5}) / std::chrono::December / 31};
  }

  void calendar(icalcomponent* calendar) {
    for (auto* p = icalcomponent_get_first_property(calendar, ICAL_X_PROPERTY); p;
         p = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY))
      if (std::string_view(icalproperty_get_x_name(p)) == "X-WR-CALNAME")
        if (const auto name = line_of(icalproperty_get_x(p)); !name.empty()) file_.source = name;
    for (auto* e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); e;
         e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
      event(e);
  }

  void finish() {
    for (const auto& [date, names] : found_)
      file_.holidays.push_back({date, joined(names), file_.source, false});
    if (older_ > 0)
      file_.left_out.emplace_back(std::to_string(older_) + (older_ == 1 ? " day" : " days"),
                                  "before the beginning of last year");
  }

 private:
  void leave_out(std::string name, std::string why) {
    if (file_.left_out.size() < most_days) file_.left_out.emplace_back(std::move(name), std::move(why));
  }

  void event(icalcomponent* e) {
    auto name = line_of(icalcomponent_get_summary(e));
    if (name.empty()) name = "(without a name)";
    if (icalcomponent_get_status(e) == ICAL_STATUS_CANCELLED) return leave_out(name, "was cancelled");
    const auto start = icalcomponent_get_dtstart(e);
    const auto first = icaltime_is_null_time(start) ? std::nullopt : date_of(start);
    if (!first) return leave_out(name, "has no date that can be read");
    if (*first < earliest) return leave_out(name, "began before 1900; let it begin later");
    if (!start.is_date) return leave_out(name, "is not a whole day: it begins at a time of day");
    const auto end = icalcomponent_get_dtend(e);
    const auto behind = icaltime_is_null_time(end) ? std::nullopt : date_of(end);
    const auto length = behind && *behind > *first ? (*behind - *first).count() : 1;
    if (length > longest_event)
      return leave_out(name, "lasts " + std::to_string(length) + " days; a month is the most");
    auto* rule = icalcomponent_get_first_property(e, ICAL_RRULE_PROPERTY);
    if (!rule)
      occurrence(*first, length, name);
    else if (++repeating_ > most_repeating)
      leave_out(name, "more than 100 entries of this file repeat; split it");
    else
      repeated(e, icalproperty_get_rrule(rule), start, length, name);
    for (auto* p = icalcomponent_get_first_property(e, ICAL_RDATE_PROPERTY); p;
         p = icalcomponent_get_next_property(e, ICAL_RDATE_PROPERTY))
      if (const auto date = date_of(icalproperty_get_rdate(p).time)) occurrence(*date, length, name);
  }

  void repeated(icalcomponent* e, const icalrecurrencetype& rule, const icaltimetype& start,
                std::int64_t length, const std::string& name) {
    if (rule.freq != ICAL_YEARLY_RECURRENCE && rule.freq != ICAL_MONTHLY_RECURRENCE &&
        rule.freq != ICAL_WEEKLY_RECURRENCE && rule.freq != ICAL_DAILY_RECURRENCE)
      return leave_out(name, "repeats in a way no holiday does");
    std::map<Date, bool> excluded;
    for (auto* p = icalcomponent_get_first_property(e, ICAL_EXDATE_PROPERTY); p;
         p = icalcomponent_get_next_property(e, ICAL_EXDATE_PROPERTY))
      if (const auto date = date_of(icalproperty_get_exdate(p))) excluded[*date] = true;
    const std::unique_ptr<icalrecur_iterator, FreeIterator> at(icalrecur_iterator_new(rule, start));
    if (!at) return leave_out(name, "repeats by a rule that cannot be read");
    while (++steps_ < most_steps) {
      const auto t = icalrecur_iterator_next(at.get());
      const auto date = icaltime_is_null_time(t) ? std::nullopt : date_of(t);
      if (!date || *date > last_) return;
      if (!excluded.contains(*date) && !occurrence(*date, length, name)) return;
    }
    leave_out(name, "repeats more often than can be followed; let it begin later");
  }

  /// False when the file holds no more.
  bool occurrence(Date date, std::int64_t length, const std::string& name) {
    for (std::int64_t i = 0; i < length; ++i, date += days{1}) {
      if (date < first_) {
        ++older_;
        continue;
      }
      if (found_.size() >= most_days) {
        if (!full_) leave_out(name, "the file names more than 4000 days; split it");
        full_ = true;
        return false;
      }
      auto& names = found_[date];
      if (names.size() < most_names && std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    return true;
  }

  HolidayFile& file_;
  Date first_;
  Date last_;
  std::map<Date, std::vector<std::string>> found_;
  std::int64_t older_ = 0;
  int repeating_ = 0;
  int steps_ = 0;
  bool full_ = false;
};

}  // namespace

std::expected<HolidayFile, std::string> read_holiday_file(std::string_view name, std::string_view content,
                                                          Instant now) {
  HolidayFile file{.source = line_of(std::string(name).c_str()), .holidays = {}, .left_out = {}};
  const auto called = file.source.empty() ? std::string("The file") : file.source;
  const auto lines = holiday_lines(content);
  if (!lines) return std::unexpected(called + " " + lines.error() + ".");
  const std::lock_guard lock(one_at_a_time());
  icalerror_set_errors_are_fatal(0);
  const Component parsed(lines->find('\0') == lines->npos ? icalparser_parse_string(lines->c_str())
                                                          : nullptr);
  FileReader reader(file, now);
  bool any = false;
  const auto take = [&](icalcomponent* component) {
    any = true;
    reader.calendar(component);
  };
  if (parsed && icalcomponent_isa(parsed.get()) == ICAL_VCALENDAR_COMPONENT) take(parsed.get());
  if (parsed && icalcomponent_isa(parsed.get()) == ICAL_XROOT_COMPONENT)
    for (auto* c = icalcomponent_get_first_component(parsed.get(), ICAL_VCALENDAR_COMPONENT); c;
         c = icalcomponent_get_next_component(parsed.get(), ICAL_VCALENDAR_COMPONENT))
      take(c);
  if (!any)
    return std::unexpected(called +
                           " is no iCalendar file; export the calendar as .ics and choose that file.");
  reader.finish();
  if (file.holidays.empty() && file.left_out.empty())
    return std::unexpected(called + " is a calendar without an entry; choose one that holds holidays.");
  return file;
}

}  // namespace punctual::desk
