#pragma once

#include "desk/configuration/fields.h"
#include "domain/agreement/version.h"

namespace punctual::desk {

/// What one version of an agreement says, each term a field labelled with its date.
void add_agreement(Fields& fields, const agreement::Version& version);

/// The terms alone, in words: "allowance" and "20h each month, what is left may be used for 3 more".
Fields terms_words(const agreement::Version& version);

}  // namespace punctual::desk
