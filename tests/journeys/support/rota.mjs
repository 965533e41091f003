// The rota by API: weeks, pods and absences made as a manager makes them, each looked at before.

/** What an edit would open. */
export const look = (api, edit, status = 200) =>
  api.expect(status, "POST", "/api/v1/rota/looks", { json: { edit } });

/** Makes it, having seen that. */
export const change = (api, edit, seen, status = 200) =>
  api.expect(status, "POST", "/api/v1/rota/edits", { json: { edit, ...(seen && { seen }) } });

/** Looks at an edit and makes it; answers with what was shown. */
export async function makeEdit(api, edit) {
  const shown = await look(api, edit);
  await change(api, edit, shown.seen);
  return shown;
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A week with the same hours on these days. */
export function weekOf(time_zone, days, hours = [["08:00", "17:00"]]) {
  const weekly = Object.fromEntries(weekdays.map((day) => [day, days.includes(day) ? hours : []]));
  return { time_zone, weekly, weekly_from: [] };
}

export const monToThu = weekdays.slice(0, 4);
export const tueToFri = weekdays.slice(1, 5);

/** The date in `zone`, so many days from now. */
export function dateIn(zone, days = 0) {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
}

/** The first Monday after so many days from now. */
export function mondayIn(zone, days) {
  const date = dateIn(zone, days);
  const weekday = (new Date(`${date}T12:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, (7 - weekday) % 7);
}

export const addDays = (date, days) =>
  new Date(Date.parse(`${date}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
