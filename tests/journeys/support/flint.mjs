// A desk with a half-and-half pod, Flint, whose Fridays are Tom's alone, and two tickets due on the next one.
import assert from "node:assert/strict";
import { expectation, request } from "../../world/cast.mjs";
import { applied, apply, edit, exported } from "./configuration.mjs";
import { startDesk, verb } from "./desk.mjs";

const wren = {
  name: "Wren Abara",
  email: "wren@flint-ceramics.example",
  site: "https://flint-ceramics.example",
  live: "yes",
  impact: "cosmetic_or_new",
  description: "The kiln's opening hours stand in two different types.",
};

const day = (instant) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" }).format(
    new Date(instant),
  );
const weekday = (date) => new Date(`${date}T12:00:00Z`).getUTCDay();

/** The desk of the example with a half-and-half pod of its own, and a client of it. */
async function addFlint(data) {
  let text = await exported(data);
  for (const name of ["Sofia Reyes", "Tom Aldridge"]) {
    const from = text.slice(text.indexOf(`name = "${name}"`));
    const entry = from.slice(0, from.indexOf("\n\n"));
    text = edit(text, entry, entry.replace('pods = ["Basalt"]', 'pods = ["Basalt", "Flint"]'));
  }
  text = edit(text, "[[pods]]", '[[pods]]\nname = "Flint"\nlead = "sofia@quillmoor.example"\n\n[[pods]]');
  text = edit(
    text,
    "[[clients]]",
    `[[clients]]\nname = "Flint Ceramics"\npod = "Flint"\npolicy = "standard"\nskills = ["hosting"]\ncontacts = [{ name = "${wren.name}", email = "${wren.email}" }]\n\n[[clients]]`,
  );
  await applied(data, text);
  const nothing = await apply(data, await exported(data), "--dry-run");
  assert.equal(nothing.status, 0, nothing.out);
}

/** The next Friday that has work and lies more than a day ahead, and a date behind it on which both are there. */
async function findDates(api) {
  const rota = await api.get("/api/v1/rota?days=28");
  const presentOf = (person) =>
    rota.people.find(({ name }) => name === person).present.map((one) => ({ date: day(one.from), ...one }));
  const toms = presentOf("Tom Aldridge");
  const friday = toms.find(
    ({ date, from }) => weekday(date) === 5 && Date.parse(from) > Date.now() + 86_400_000,
  );
  const both = presentOf("Sofia Reyes").find(
    ({ date }) => date > friday.date && toms.some((one) => one.date === date),
  );
  return { friday, spare: both.date };
}

/** Two tickets of Flint's client that Tom has, with word promised for his Friday. */
async function openTickets({ tom, coordinator, flint, people, friday }) {
  const refs = [];
  for (const hours of [1, 2]) {
    const { ref } = await coordinator.submit(request(wren));
    await coordinator.triage(ref, { tier: 4, pod: flint.id, assignee: people["Tom Aldridge"] });
    await tom.reply(ref, "I have it.", {
      ...expectation({ id: people["Tom Aldridge"] }),
      next_update_by: new Date(Date.parse(friday.from) + hours * 3_600_000)
        .toISOString()
        .replace(/\.\d+/, ""),
    });
    refs.push(ref);
  }
  return refs;
}

/** The desk with who is signed in; `flint` is the pod, `people` are ids by name, `friday` its next day of Tom's. */
export async function startFlint() {
  const desk = await startDesk();
  const named = (name) => desk.as(desk.people.find((person) => person.name === name));
  const [tom, sofia, coordinator, manager] = await Promise.all(
    ["Tom Aldridge", "Sofia Reyes", "Imani Brooks", "Rafael Quintero"].map(named),
  );
  await addFlint(desk.data);
  const [pods, all] = await Promise.all(["pods", "people"].map((part) => tom.get(`/api/v1/${part}`)));
  const world = {
    desk,
    tom, // Tuesday to Friday
    sofia, // Monday to Thursday; leads
    coordinator,
    manager,
    flint: pods.items.find(({ name }) => name === "Flint"),
    people: Object.fromEntries(all.items.map(({ name, id }) => [name, id])),
    ...(await findDates(tom)),
  };
  return { ...world, tickets: await openTickets(world) };
}

export const coverageOf = (desk, ...args) => verb("coverage", "--data", desk.data, ...args);
