#include "app/printed.h"

#include <iostream>

namespace punctual::app {

int failed(std::string_view why, int status) {
  std::cerr << "punctual: " << why << '\n';
  return status;
}

int printed(const Told& told) {
  if (told.error) return failed(*told.error);
  if (told.result && !told.result->empty()) std::cout << *told.result << '\n';
  return 0;
}

}  // namespace punctual::app
