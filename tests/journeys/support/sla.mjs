// The SLA engine's verbs in a folder with some calendars.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { binary, temporaryFolder, verb } from "./desk.mjs";

const nineToFive = [["09:00", "17:00"]];
export const office = {
  time_zone: "America/New_York",
  weekly: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, nineToFive])),
  holidays: { "2024-12-25": "Christmas Day" },
  exceptions: { "2024-12-24": [["09:00", "12:00"]], "2024-12-31": [] },
};
export const cwd = temporaryFolder();

/** A file with this text, or this calendar, in the folder the verbs run in. */
export function file(name, content) {
  writeFileSync(path.join(cwd, name), typeof content === "string" ? content : JSON.stringify(content));
  return name;
}
file("office.json", office);
file("never.json", { time_zone: "America/New_York" });
file("always.json", { coverage: "24x7" });

export function sla(words, calendar = "office.json") {
  const [name, ...rest] = words.split(" --");
  return verb("sla", name, "--calendar", calendar, ...rest.flatMap(option), { cwd });
}
function option(text) {
  const space = text.indexOf(" ");
  return space < 0 ? [`--${text}`] : [`--${text.slice(0, space)}`, text.slice(space + 1)];
}
export function fromStandardInput(input, ...args) {
  return spawnSync(binary, ["sla", ...args], { cwd, input, encoding: "utf8", timeout: 60_000 });
}
