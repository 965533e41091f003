import type { Holiday, Hours, WeeklyHours } from "@/client/types";

/** The hours the tests of this folder begin with: Monday to Friday, eight to five, in New York. */

const usual = [["08:00", "17:00"]];

export const workWeek: WeeklyHours = {
  mon: usual,
  tue: usual,
  wed: usual,
  thu: usual,
  fri: usual,
  sat: [],
  sun: [],
};

export const closedWeek: WeeklyHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

export const agencyHours: Hours = {
  time_zone: "America/New_York",
  weekly: workWeek,
  weekly_from: [],
  holidays: [],
  exceptions: [],
};

export const holiday = (date: string, name: string, over: Partial<Holiday> = {}): Holiday => ({
  date,
  name,
  source: null,
  struck_out: false,
  ...over,
});
