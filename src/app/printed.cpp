#include "app/printed.h"

#include <unistd.h>

#include <iostream>

#include "desk/text/printed.h"

namespace punctual::app {

namespace {

/// Line by line, what a line says of somebody else's made harmless.
void print_lines(std::ostream& out, std::string_view lines) {
  while (true) {
    const auto end = lines.find('\n');
    out << text::printed(lines.substr(0, end)) << '\n';
    if (end == std::string_view::npos) return;
    lines.remove_prefix(end + 1);
  }
}

}  // namespace

int failed(std::string_view why, int status) {
  std::cerr << "punctual: ";
  print_lines(std::cerr, why);
  return status;
}

int asked(std::string_view question, std::string_view unasked) {
  if (::isatty(STDIN_FILENO) != 1) return failed(unasked, wrong_use);
  std::cout << question << " [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  if (answer == "y" || answer == "Y" || answer == "yes") return 0;
  std::cout << "Nothing was changed.\n";
  return answer_is_no;
}

int printed(const Told& told) {
  if (told.error) return failed(*told.error);
  if (told.result && !told.result->empty()) print_lines(std::cout, *told.result);
  return 0;
}

}  // namespace punctual::app
