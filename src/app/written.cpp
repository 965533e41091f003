#include "app/written.h"

#include <exception>
#include <stdexcept>

namespace punctual::app {

void write_or_throw(store::Writer& writer, const std::function<void(store::Session&)>& work) {
  std::exception_ptr thrown;
  const auto written = writer.write([&](store::Session& session) {
    try {
      work(session);
      return store::Keep::commit;
    } catch (const store::SqlError&) {
      thrown = std::current_exception();
      throw;  // the writer must know what the disk said
    } catch (...) {
      thrown = std::current_exception();
      return store::Keep::discard;
    }
  });
  if (thrown) std::rethrow_exception(thrown);
  if (written != store::Written::committed) throw std::runtime_error("the desk cannot be written");
}

Told not_written() {
  return {{}, "the desk could not write; look at its log"};
}

Told in_one_write(const HeldDesk& held, const std::function<Told(store::Session&)>& work) {
  Told told;
  const auto written = held.write([&](store::Session& session) {
    told = work(session);
    return told.error ? store::Keep::discard : store::Keep::commit;
  });
  if (told.error || written == store::Written::committed) return told;
  return not_written();
}

}  // namespace punctual::app
