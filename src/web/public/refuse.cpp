#include "web/public/refuse.h"

#include <utility>

#include "web/public/site.h"

namespace punctual::web {

namespace {

constexpr std::pair<Fault, Problem> problems[] = {
    {Fault::malformed, Problem::malformed},
    {Fault::too_large, Problem::too_large},
    {Fault::unsupported_media, Problem::unsupported_media},
    {Fault::not_found, Problem::not_found},
    {Fault::method_not_allowed, Problem::method_not_allowed},
    {Fault::busy, Problem::busy},
    {Fault::disk_full, Problem::disk_full},
    {Fault::broken, Problem::broken},
};

Problem problem_of(Fault fault) {
  for (const auto& [known, kind] : problems)
    if (known == fault) return kind;
  return Problem::broken;
}

/// Programs get the document; people in a browser get a page.
bool wants_page(const Request& request) {
  const bool program = request.path.starts_with("/api/") || request.path.starts_with("/healthz") ||
                       request.path.starts_with("/readyz") || request.path.starts_with("/metrics");
  const bool file = request.path.starts_with("/assets/") || request.path.starts_with("/staff/assets/");
  return !program && !file;
}

NoticePage notice_of(Fault fault, const DeskFace& face) {
  switch (fault) {
    case Fault::not_found:
      return not_found_notice(face);
    case Fault::too_large:
      return too_large_notice(face, "25 MB");
    case Fault::busy:
    case Fault::disk_full:
    case Fault::broken:
      return unavailable_notice(face);
    default:
      return refused_notice(face, title_of(problem_of(fault)));
  }
}

}  // namespace

Reply refuse(const Api& api, Fault fault, const Request& request) {
  Reply reply = problem(problem_of(fault));
  if (!api.ready || !wants_page(request)) return reply;
  Reply page = notice_reply(reply.status, notice_of(fault, face_of(*api.desk.catalogue())));
  for (auto& header : reply.headers) page.headers.push_back(std::move(header));
  return page;
}

}  // namespace punctual::web
