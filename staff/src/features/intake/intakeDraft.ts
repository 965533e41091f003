import type { Impact, NewTicket } from "@/client/types";

/** What a client says on the phone, as it is typed. */
export type IntakeDraft = {
  name: string;
  email: string;
  company: string;
  site: string;
  page: string;
  live: "yes" | "no" | "unknown";
  description: string;
  impact: Impact | "";
};

export const emptyIntake: IntakeDraft = {
  name: "",
  email: "",
  company: "",
  site: "",
  page: "",
  live: "unknown",
  description: "",
  impact: "",
};

export type IntakeField = "name" | "email" | "site" | "page" | "description" | "impact";
export type IntakeErrors = Partial<Record<IntakeField, string>>;

/** People say "hollisbakery.example"; the desk wants the whole address. */
export function webAddress(typed: string): string {
  const text = typed.trim();
  if (!text || /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  return `https://${text}`;
}

export function intakeErrors(draft: IntakeDraft): IntakeErrors {
  const errors: IntakeErrors = {};
  if (!draft.name.trim()) errors.name = "Who is it?";
  if (!/^\S+@\S+$/.test(draft.email.trim())) errors.email = "A mail address, so that they get the answer.";
  if (!isWeb(draft.site)) errors.site = "The address of the site, e.g. https://example.com";
  if (draft.page.trim() && !isWeb(draft.page)) errors.page = "A web address, or nothing.";
  if (!draft.description.trim()) errors.description = "What is it about?";
  if (!draft.impact) errors.impact = "Ask what it does to their business.";
  return errors;
}

function isWeb(typed: string): boolean {
  const url = URL.parse(webAddress(typed));
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".");
}

/** The request as the desk takes it; for a draft without errors. */
export function newTicketOf(draft: IntakeDraft): NewTicket {
  const company = draft.company.trim();
  const page = webAddress(draft.page);
  return {
    contact: { name: draft.name.trim(), email: draft.email.trim(), ...(company ? { company } : {}) },
    site: webAddress(draft.site),
    ...(page ? { page } : {}),
    ...(draft.live === "unknown" ? {} : { live: draft.live === "yes" }),
    description: draft.description.trim(),
    impact: draft.impact || "low_impact",
  };
}

/** The form's field for a field of the contract: "contact.email" is where the address is typed. */
export function fieldErrors(refused: Record<string, string>): IntakeErrors {
  const errors: IntakeErrors = {};
  for (const [field, detail] of Object.entries(refused)) {
    const name = field.split(/[./]/).at(-1) as IntakeField;
    if (["name", "email", "site", "page", "description", "impact"].includes(name)) errors[name] ??= detail;
  }
  return errors;
}
