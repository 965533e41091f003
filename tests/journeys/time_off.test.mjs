// Time off, from the wish to the gap that a swap closes: by the API, by mail and by the command line.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { coverageOf, startFlint } from "./support/flint.mjs";
import { change, look } from "./support/rota.mjs";

let desk;
let tom;
let sofia;
let coordinator;
let manager;
let flint;
let people;
let friday; // on which only Tom is there
let spare; // a date behind it on which both are
let tickets; // two, due in it

before(async () => {
  ({ desk, tom, sofia, coordinator, manager, flint, people, friday, spare, tickets } = await startFlint());
});
after(() => desk?.stop());

async function mailsTo(name) {
  const { mail } = desk.people.find((person) => person.name === name);
  const { items } = await manager.get("/api/v1/outgoing-mail");
  const rota = items.filter(({ to, kind }) => to === mail && /^(time_off|swap)/.test(kind));
  return Promise.all(rota.map(({ id }) => manager.get(`/api/v1/outgoing-mail/${id}`)));
}

describe("time off", () => {
  let asked;
  const granting = () => ({ grant_time_off: { time_off: asked.id, answer: "Enjoy it." } });
  const swap = () => ({
    person: people["Sofia Reyes"],
    on: { date: friday.date, hours: ["08:00", "17:00"] },
    off: { date: spare },
  });

  test("is asked for by whoever wants it; managers hear of it", async () => {
    assert.equal((await coverageOf(desk, "--pod", "flint", "--weeks", "4")).status, 0);
    asked = await tom.expect(201, "POST", "/api/v1/time-off", {
      json: { first_date: friday.date, last_date: friday.date, note: "My sister gets married." },
    });
    assert.deepEqual(
      [asked.state, asked.person.name, asked.note],
      ["requested", "Tom Aldridge", "My sister gets married."],
    );
    for (const name of ["Rafael Quintero", "Helen Marsh"]) {
      const [mail] = await mailsTo(name);
      assert.match(mail.subject, /^Tom Aldridge asks for time off: Friday /);
      for (const part of [mail.text, mail.html]) assert.match(part, /My sister gets married\./);
    }
  });

  test("others see that it is asked for, and not why", async () => {
    const note = async (api) =>
      (await api.get("/api/v1/time-off")).items.find(({ id }) => id === asked.id).note;
    assert.equal(await note(sofia), null);
    assert.equal(await note(coordinator), null);
    assert.equal(await note(manager), "My sister gets married.");
  });

  test("a look shows the gap it opens, the two tickets in it and who could cover", async () => {
    const shown = await look(manager, granting());
    const [opening] = shown.opens;
    assert.equal(shown.opens.length, 1);
    assert.deepEqual(
      [
        opening.pod.name,
        opening.gap.times,
        opening.gap.first.from,
        opening.gap.first.to,
        opening.gap.first.present,
      ],
      ["Flint", 1, friday.from, friday.to, 0],
    );
    assert.match(opening.gap.first.cause, /Tom Aldridge has time off/);
    assert.deepEqual(
      opening.gap.first.endangers.map(({ name }) => name),
      ["Flint Ceramics"],
    );
    assert.deepEqual(
      opening.tickets.map(({ ref }) => ref),
      tickets,
    );
    assert.equal(opening.could_cover[0].name, "Sofia Reyes");
  });

  test("is not granted silently", async () => {
    for (const wrong of [undefined, "", "0".repeat(64)]) {
      const problem = await change(manager, granting(), wrong, 409);
      assert.match(problem.type, /opens-gaps$/);
    }
    const { items } = await tom.get("/api/v1/time-off");
    assert.equal(items.find(({ id }) => id === asked.id).state, "requested");
  });

  test("with a swap the gap closes, and it is granted", async () => {
    const wanted = { grant_time_off: { ...granting().grant_time_off, swap: swap() } };
    const shown = await look(manager, wanted);
    assert.deepEqual([shown.opens, shown.seen], [[], null]);
    const done = await change(manager, wanted);
    assert.equal(done.time_off, asked.id);
    swap.id = done.swap;
    const [covered] = (await tom.get(`/api/v1/rota/coverage?pod=${flint.id}&weeks=4`)).pods;
    assert.deepEqual([covered.pod.name, covered.gap_minutes, covered.gaps], ["Flint", 0, []]);
    const { status, out } = await coverageOf(desk, "--pod", "Flint", "--weeks", "4", "--json");
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(out), { pods: [{ pod: "Flint", gap_minutes: 0, gaps: [] }] });
  });

  test("the rota shows it, and who is there instead", async () => {
    const rota = await tom.get(`/api/v1/rota?from=${friday.date}&days=1`);
    const of = (name) => rota.people.find((person) => person.name === name);
    assert.deepEqual(of("Tom Aldridge").present, []);
    assert.deepEqual(
      of("Tom Aldridge").changes.map(({ kind }) => kind),
      ["time_off"],
    );
    assert.deepEqual(of("Sofia Reyes").present, [{ from: friday.from, to: friday.to }]);
  });

  test("both hear of it", async () => {
    const [decided] = await mailsTo("Tom Aldridge");
    assert.match(decided.subject, /^Your time off is granted: Friday /);
    for (const part of [decided.text, decided.html])
      for (const words of [/granted by Rafael Quintero/, /Enjoy it\./, /Sofia Reyes, /, /08:00–17:00/])
        assert.match(part, words);
    const [agreed] = await mailsTo("Sofia Reyes");
    assert.match(agreed.subject, /^Your swap is agreed: Friday .*, 08:00–17:00$/);
    for (const part of [agreed.text, agreed.html]) assert.match(part, /agreed by Rafael Quintero/);
  });

  test("without the swap the gap is there again, known and recorded", async () => {
    const withdrawn = { withdraw_swap: { swap: swap.id } };
    const shown = await look(manager, withdrawn);
    assert.deepEqual(
      shown.opens.map(({ gap }) => gap.first.from),
      [friday.from],
    );
    await change(manager, withdrawn, shown.seen);
    const { status, out } = await coverageOf(desk, "--pod", "Flint", "--weeks", "4", "--json");
    assert.equal(status, 1);
    const [pod] = JSON.parse(out).pods;
    assert.deepEqual(pod, {
      pod: "Flint",
      gap_minutes: (Date.parse(friday.to) - Date.parse(friday.from)) / 60_000,
      gaps: [
        {
          from: friday.from,
          to: friday.to,
          cause: "Tom Aldridge has time off",
          endangers: [{ client: "Flint Ceramics", policy: "standard", tickets }],
        },
      ],
    });
    assert.match((await mailsTo("Sofia Reyes"))[0].subject, /^Your swap is withdrawn: /);
  });

  test("is withdrawn by whose it is, and managers hear of that", async () => {
    assert.equal((await sofia.call("POST", `/api/v1/time-off/${asked.id}/withdrawal`)).status, 403);
    const back = await tom.expect(200, "POST", `/api/v1/time-off/${asked.id}/withdrawal`);
    assert.equal(back.state, "withdrawn");
    assert.equal((await coverageOf(desk, "--pod", "Flint", "--weeks", "4")).status, 0);
    assert.match(
      (await mailsTo("Helen Marsh"))[0].subject,
      /^Time off of Tom Aldridge is withdrawn: Friday /,
    );
  });

  test("is declined with a word", async () => {
    const again = await tom.expect(201, "POST", "/api/v1/time-off", {
      json: { first_date: friday.date, last_date: friday.date, hours: ["13:00", "17:00"] },
    });
    const refusal = `/api/v1/time-off/${again.id}/refusal`;
    await manager.expect(422, "POST", refusal, { json: { answer: "" } });
    const declined = await manager.expect(200, "POST", refusal, { json: { answer: "Two are off already." } });
    assert.equal(declined.state, "declined");
    await manager.expect(409, "POST", refusal, { json: { answer: "No." } });
    const [mail] = await mailsTo("Tom Aldridge");
    assert.match(mail.subject, /^Your time off is declined: Friday .*, 13:00–17:00$/);
    assert.match(mail.text, /Two are off already\./);
  });
});
