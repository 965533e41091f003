// The people who write in. One named cast for all journeys; whoever works at the desk is the demo's own.

/** A bakery whose shop stands still; nobody at the desk knows the address. */
export const nora = {
  name: "Nora Lindqvist",
  email: "nora@harbour-bakery.example",
  company: "Harbour Bakery",
  site: "https://harbour-bakery.example",
  page: "https://harbour-bakery.example/checkout",
  live: "yes",
  impact: "business_stopped",
  description:
    "Nobody can pay since this morning.\n\nThe checkout says **“card declined”** for every card; <b>ours too</b>.",
};

/** A museum with a small wish. */
export const tomas = {
  name: "Tomás Okonjo-Reyes",
  email: "tomas@tidewater-museum.example",
  company: "Tidewater Museum",
  site: "https://tidewater-museum.example",
  live: "no",
  impact: "cosmetic_or_new",
  description: "The spring exhibition's banner is a little blurred on the staging site.",
};

/** A law firm; its name has what naive escaping breaks on. */
export const siobhan = {
  name: `Siobhán O'Brien & "Partners" <law>`,
  email: "siobhan.obrien+web@obrien-law.example",
  company: "O'Brien & Partners",
  site: "https://obrien-law.example/",
  live: "yes",
  impact: "degraded",
  description:
    "Half of the pages are slow. {{name}} {{{name}}} <script>alert(1)</script> javascript:alert(1)",
};

export const everyone = [nora, tomas, siobhan];

/** As `POST /api/v1/tickets` wants it. */
export function request({ name, email, company, site, page, live, impact, description }, changes = {}) {
  return {
    contact: { name, email, ...(company ? { company } : {}) },
    site,
    ...(page ? { page } : {}),
    ...(live ? { live: live === "yes" } : {}),
    description,
    impact,
    ...changes,
  };
}

/** As the form wants it. */
export function typed(
  { name, email, company = "", site, page = "", live, impact, description },
  changes = {},
) {
  return { name, email, company, cc: "", site, page, live, description, impact, ...changes };
}

/** Whole seconds from now, as the API writes instants. */
export function inHours(hours) {
  return `${new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
}

/** A complete expectation. */
export function expectation(assignee, changes = {}) {
  return {
    assignee: assignee.id,
    what_to_expect: "A working checkout today; I am reading the payment log now.",
    next_step: "I switch to the second payment account and test one order with you.",
    next_update_by: inHours(4),
    ...changes,
  };
}
