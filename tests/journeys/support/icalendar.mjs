/** A calendar file of events, each given by its lines. */
export const icalendar = (...events) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Harbour//Holidays//EN",
    "X-WR-CALNAME:Harbour holidays",
    ...events.flatMap((lines, index) => [
      "BEGIN:VEVENT",
      `UID:${index}@harbour.example`,
      "DTSTAMP:20260101T000000Z",
      lines,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
