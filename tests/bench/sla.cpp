// How many promises a second the engine makes on one thread; beside it the two searches nothing can do
// without, and what Debian's Business::Hours makes of the same questions.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <spanstream>
#include <stdexcept>

#include "app/sla/batch.h"
#include "domain/time/rfc3339.h"
#include "load/report.h"
#include "load/sla_questions.h"
#include "store/zones/system_zones.h"

namespace {

using namespace punctual;
using namespace punctual::bench;
using Clock = std::chrono::steady_clock;

constexpr std::size_t instants_asked = 1 << 16;
constexpr std::size_t lines_asked = 200'000;
constexpr std::size_t questions_to_perl = 100;
constexpr int rounds = 9;

double seconds_of(auto&& work) {
  const auto begun = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// What was computed is used: nothing may be left out as if nobody asked.
void keep(std::int64_t value) {
  asm volatile("" : : "r"(value) : "memory");
}

/// One way of answering, asked again and again; the best round counts, so that what else the machine does is
/// not taken for slowness. Rounds of ways that are compared take turns.
struct Way {
  std::int64_t (*ask)(const void* with, std::span<const Instant> instants);
  const void* with;
  double best = 0;

  void round(std::span<const Instant> instants) {
    const auto seconds = seconds_of([&] { keep(ask(with, instants)); });
    best = std::max(best, static_cast<double>(instants.size()) / seconds);
  }
};

template <std::int64_t amount, Target::Unit unit>
std::int64_t due_in(const void* with, std::span<const Instant> instants) {
  const auto& calendar = *static_cast<const Calendar*>(with);
  std::int64_t sum = 0;
  for (const auto t : instants) sum += calendar.due(t, Target{amount, unit})->time_since_epoch().count();
  return sum;
}

std::int64_t two_lower_bounds(const void* with, std::span<const Instant> instants) {
  const auto& array = *static_cast<const TwoLowerBounds*>(with);
  std::int64_t sum = 0;
  for (const auto t : instants) sum += array.due(t.time_since_epoch().count(), 4 * 3600);
  return sum;
}

std::int64_t elapsed(const void* with, std::span<const Instant> instants) {
  const auto& calendar = *static_cast<const Calendar*>(with);
  std::int64_t sum = 0;
  for (std::size_t i = 1; i < instants.size(); ++i) {
    const auto [from, to] = std::minmax(instants[i - 1], instants[i]);
    sum += calendar.elapsed(from, to).count();
  }
  return sum;
}

/// The first instant of each of the calendar's pieces within the twenty years makes it whole.
void compile_all(const Calendar& calendar) {
  for (int year = first_year; year <= first_year + years; ++year)
    keep(calendar.is_open(
        Instant{std::chrono::local_days{std::chrono::year{year} / 1 / 1}.time_since_epoch()}));
}

void compiling(const TimeZone& zone, Report& report) {
  constexpr int calendars = 100;
  const auto hours = office_hours();
  double best = 0;
  std::size_t bytes = 0;
  for (int i = 0; i < rounds; ++i) {
    const auto seconds = seconds_of([&] {
      for (int n = 0; n < calendars; ++n) {
        const auto calendar = Calendar::compile(hours, zone);
        compile_all(calendar);
        bytes = calendar.bytes();
      }
    });
    best = std::max(best, calendars / seconds);
  }
  report.add("compile_calendar", best, "1/s");
  report.add("compiled_bytes", static_cast<double>(bytes), "B");
}

/// Questions a second, or an exception: where nobody installed it there is nothing to compare.
double business_hours_perl(const Calendar& calendar, std::span<const Instant> instants) {
  const auto file = std::filesystem::path("build/bench/business_hours.txt");
  std::filesystem::create_directories(file.parent_path());
  std::ofstream questions(file);
  for (const auto& [date, name] : office_hours().holidays) questions << format_date(date) << '\n';
  for (const auto t : instants.first(questions_to_perl))
    questions << t.time_since_epoch().count() << ' '
              << calendar.due(t, Target::of_hours(4))->time_since_epoch().count() << '\n';
  questions.close();
  const auto command = "TZ=America/New_York perl tests/bench/business_hours.pl " +
                       std::to_string(questions_to_perl) + " <" + file.string();
  double rate = 0;
  double agree = 0;
  auto* answer = ::popen(command.c_str(), "r");
  if (!answer) throw std::runtime_error("perl cannot be started");
  const auto read = std::fscanf(answer, "%lf %lf", &rate, &agree);
  ::pclose(answer);
  if (read != 2 || rate <= 0) throw std::runtime_error("Business::Hours gave no figure");
  std::fprintf(stderr, "Business::Hours agrees to a second in %.0f %% of the questions\n", agree * 100);
  return rate;
}

class CountingLines : public std::streambuf {
 public:
  std::size_t lines = 0;

 private:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    lines += static_cast<std::size_t>(std::count(text, text + size, '\n'));
    return size;
  }
  int_type overflow(int_type c) override {
    lines += c == '\n' ? 1 : 0;
    return traits_type::not_eof(c);
  }
};

double batch_lines_a_second() {
  const auto lines = batch_lines(lines_asked);
  double best = 0;
  for (int i = 0; i < 5; ++i) {
    CountingLines counted;
    std::ispanstream in{std::span<const char>(lines)};
    std::ostream out(&counted);
    const auto seconds = seconds_of([&] { run_sla_batch(in, out); });
    if (counted.lines != lines_asked) throw std::runtime_error("not every line was answered");
    best = std::max(best, lines_asked / seconds);
  }
  return best;
}

void run(Report& report) {
  const auto zone = SystemZones().find("America/New_York").value();
  const auto calendar = Calendar::compile(office_hours(), zone);
  compile_all(calendar);
  const auto instants = random_instants(instants_asked);
  const auto begin = Instant{std::chrono::sys_days{std::chrono::year{first_year} / 1 / 1}};
  const auto end = Instant{std::chrono::sys_days{std::chrono::year{first_year + years} / 1 / 1}};
  const TwoLowerBounds array(calendar.intervals(begin, end));

  using Unit = Target::Unit;
  Way bare{two_lower_bounds, &array};
  Way due_4h{due_in<4, Unit::hours>, &calendar};
  Way due_2bd{due_in<2, Unit::business_days>, &calendar};
  Way due_250bd{due_in<250, Unit::business_days>, &calendar};
  Way whole{elapsed, &calendar};
  if (bare.ask(bare.with, instants) != due_4h.ask(due_4h.with, instants))
    throw std::runtime_error("two_lower_bounds and due_4h do not give the same answers");
  for (int i = 0; i < rounds; ++i)
    for (auto* way : {&bare, &due_4h, &due_2bd, &due_250bd, &whole}) way->round(instants);

  report.add_beside("due_4h", due_4h.best, "1/s", "two_lower_bounds", bare.best);
  report.add("due_2bd", due_2bd.best, "1/s");
  report.add("due_250bd", due_250bd.best, "1/s");
  report.add("elapsed", whole.best, "1/s");
  report.add_beside("due_4h.beside_perl", due_4h.best, "1/s", "business_hours_perl",
                    business_hours_perl(calendar, instants));
  compiling(zone, report);
  report.add("batch_lines", batch_lines_a_second(), "1/s");
}

}  // namespace

/// `bench_sla [--json FILE]`, from the project's folder.
int main(int argc, char** argv) {
  try {
    Report report("sla", argc, argv);
    run(report);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "sla: %s\n", error.what());
    return 1;
  }
}
