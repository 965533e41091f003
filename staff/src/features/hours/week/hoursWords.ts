/** What hours are called: a desk is open and closed, a person begins and is off. */
export type HoursWords = {
  none: string;
  opens: string;
  closes: string;
  noLaterWeek: string;
  pastWeek: string;
};

export const deskWords: HoursWords = {
  none: "Closed",
  opens: "opens",
  closes: "closes",
  noLaterWeek:
    "None. When the week changes for good, name its date here: promises made before keep counting as they should.",
  pastWeek: "In the past: running tickets are counted anew from then.",
};

export const personWords: HoursWords = {
  none: "Off",
  opens: "begins",
  closes: "ends",
  noLaterWeek:
    "None. When the week changes for good, name its date here: the weeks before stay as they were.",
  pastWeek: "It holds already.",
};
