#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/text/template_source.h"
#include "mail/outbound/render.h"

namespace punctual::mail {

/// What a desk may write anew, without the folder: "received.subject", "received.txt", "received.html" of
/// each kind of mail, and the parts they share, "foot.txt".
std::vector<std::string> template_names();
/// The kinds of mail, as their templates are called: "received".
std::vector<std::string> kind_names();

/// What a template may name: "ref", "expectation.next_step".
std::vector<std::string> template_variables();

/// The one built in; nothing where there is none of that name.
std::optional<std::string> built_in_template(std::string_view name);

/// What is wrong with one's own of that name; `own` are all of them, by their whole names ("mail/foot.txt").
std::vector<text::TemplateProblem> template_problems(std::string_view name, std::string_view source,
                                                     const text::TemplateSources& own);

/// A mail of that kind as it would read at this desk, about a request or a person that never was.
RenderedMail example_mail(store::MailKind kind, std::string desk_name, TimeZone zone,
                          const text::TemplateSources& own, Instant now);

}  // namespace punctual::mail
