// Every operation of the contract answers, and as the contract says. Whatever is added to it must be asked here.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { expectation, nora, request, typed } from "../world/cast.mjs";
import { answered, operations } from "./support/contract.mjs";
import { startDesk, temporaryFolder } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { openRequestForm, sendRequest } from "./support/form.mjs";
import { icalendar } from "./support/icalendar.mjs";
import { until } from "./support/until.mjs";

let desk;
let office;
before(async () => {
  desk = await startDesk({
    settings: { PUNCTUAL_BACKUP_FOLDER: path.join(temporaryFolder(), "backups") },
  });
  office = await openOffice(desk);
});
after(() => desk?.stop());

test("one ticket's life asks for everything there is", async () => {
  const { coordinator, member, manager } = office;
  for (const path of ["/healthz", "/readyz", "/metrics", "/api/v1/desk/status"])
    await desk.anonymous.get(path);

  const session = await desk.signedIn(desk.person("coordinator"));
  await session.get("/api/v1/session");
  const received = await session.call("POST", "/api/v1/tickets", { json: request(nora) });
  assert.equal(received.headers.location, `/api/v1/tickets/${received.json.ref}`);
  assert.ok(received.headers.etag);
  await session.expect(204, "DELETE", "/api/v1/session");

  const { ref } = received.json;
  const { pod, assignee } = office.pair();
  await coordinator.triage(ref, { tier: 1, pod: pod.id, assignee: assignee.id });
  await coordinator.reply(ref, "We have it.", expectation(assignee));
  await member.note(ref, "Between us.");
  await member.change(200, "PUT", ref, "waiting");
  await member.change(200, "DELETE", ref, "waiting");
  await member.resolve(ref, "Done.");
  await coordinator.change(200, "DELETE", ref, "resolution");
  const other = (await coordinator.submit(request(nora))).ref;
  await coordinator.change(200, "PUT", ref, `links/${other}`);
  await coordinator.change(200, "DELETE", ref, `links/${other}`);
  await coordinator.change(201, "POST", ref, "redactions", { seq: 4, reason: "A slip." });
  await coordinator.change(200, "PUT", other, "merged-into", { ticket: ref });
  await coordinator.change(200, "PUT", ref, "spam");
  await manager.get(`/api/v1/tickets/${ref}/contact/redaction`);
  await manager.change(200, "PUT", ref, "contact/redaction", { reason: "Asked for." });
  await manager.get(`/api/v1/clients/${office.clients[0].id}/export`);
  for (const part of ["", "/clocks", "/journal", "/explanation"])
    await member.get(`/api/v1/tickets/${ref}${part}`);

  const { items } = await manager.get("/api/v1/outgoing-mail");
  await manager.get(`/api/v1/outgoing-mail/${items[0].id}`);
  for (const query of [
    "",
    "?state=new",
    "?state=all&limit=3",
    "?assignee=me",
    "?assignee=none",
    `?client=${office.clients[0].id}`,
    `?q=${ref}`,
    "?q=nora",
  ]) {
    await member.get(`/api/v1/tickets${query}`);
  }
  await member.get("/api/v1/ticket-counts");
  await member.get("/api/v1/ratings");

  const { hours, version } = await member.get("/api/v1/business-hours");
  await manager.expect(200, "POST", "/api/v1/business-hours/preview", { json: { hours } });
  await manager.expect(200, "PUT", "/api/v1/business-hours", {
    json: { hours },
    headers: { "if-match": `"${version}"` },
  });
  await member.get("/api/v1/business-hours/versions");
  const content = icalendar("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas Day");
  await manager.expect(200, "POST", "/api/v1/holiday-files", { json: { name: "x.ics", content } });

  await manager.expect(202, "POST", "/api/v1/backups");
  const backups = () => manager.get("/api/v1/backups");
  await until("the backup to stand in the list", async () => (await backups()).items.length > 0);

  await rotaOf(office);
  await accountsOf(office);

  const invited = await manager.expect(201, "POST", "/api/v1/people", {
    json: { name: "Contract", email: "contract@quillmoor.example", role: "member" },
  });
  const person = `/api/v1/people/${invited.id}`;
  await manager.get("/api/v1/accounts");
  await manager.expect(200, "POST", `${person}/invitation`);
  await manager.expect(200, "PUT", `${person}/role`, { json: { role: "coordinator" } });
  await manager.get(`${person}/sessions`);
  await manager.expect(200, "DELETE", `${person}/sessions`);
  const { seen } = await manager.get(`${person}/deactivation`);
  await manager.expect(200, "POST", `${person}/deactivation`, { json: { seen } });
  const who = desk.person("member", 1);
  const [own, elsewhere] = [await desk.signedIn(who), await desk.signedIn(who)];
  const { items: sessions } = await own.get("/api/v1/sessions");
  await own.expect(204, "DELETE", `/api/v1/sessions/${sessions.find(({ this_one }) => !this_one).id}`);
  assert.equal((await elsewhere.call("GET", "/api/v1/session")).status, 401);
  await own.expect(204, "DELETE", "/api/v1/sessions");
  await desk.as(who, "to be ended");
  const { items: tokens } = await own.get("/api/v1/tokens");
  await own.expect(204, "DELETE", `/api/v1/tokens/${tokens[0].id}`);
  await own.expect(200, "PUT", "/api/v1/session/password", {
    json: { old_password: who.password, password: "teapot under the linden" },
  });

  const email = "contract@harbour-bakery.example";
  await sendRequest(desk.base, await openRequestForm(desk.base), typed(nora, { email }), {
    files: [{ name: "a.txt", bytes: "a" }],
  });
  const [found] = (await member.get(`/api/v1/tickets?q=${email}`)).items;
  const [file] = (await member.ticket(found.ref)).timeline.flatMap((entry) => entry.attachments ?? []);
  await member.expect(200, "GET", `/api/v1/tickets/${found.ref}/attachments/${file.id}`);

  const streamed = ["streamEvents"]; // asked in live.test.mjs: it never ends
  assert.deepEqual(
    operations.map(({ id }) => id).filter((id) => !answered().has(id)),
    streamed,
  );
});

/** Time, what is left of an agreement and what is stated of it, all of the client of a request. */
async function accountsOf({ coordinator, member, manager }) {
  const { items: agreements } = await coordinator.get("/api/v1/agreements");
  const { client } = agreements.find(({ in_force }) => in_force);
  const { items } = await member.get(`/api/v1/tickets?client=${client.id}`);
  const time = `/api/v1/tickets/${items[0].ref}/time`;
  const entry = await member.expect(201, "POST", time, { json: { minutes: 30, note: "Looked into it" } });
  await member.expect(200, "PUT", `/api/v1/time/${entry.id}`, {
    json: { minutes: 45, reason: "It was longer" },
    headers: { "if-match": `"${entry.version}"` },
  });
  const { today } = await member.get(time);
  await member.get(`/api/v1/time?first=${today}&last=${today}&client=${client.id}`);
  const estimate = { plan: "We build it.", lines: [{ text: "Build it", kind: "", minutes: 600 }] };
  await member.expect(200, "POST", `/api/v1/tickets/${items[0].ref}/estimates/price`, { json: estimate });
  await member.change(201, "POST", items[0].ref, "replies", { body: "Here is our plan.", estimate });
  await member.get(`/api/v1/tickets/${items[0].ref}/estimates`);
  await member.change(200, "POST", items[0].ref, "estimates/1/withdrawal");
  await member.get(`/api/v1/clients/${client.id}/balance`);
  await member.get(`/api/v1/clients/${client.id}/agreement/simulation?minutes=600&tier=2`);
  const { versions } = await coordinator.get(`/api/v1/clients/${client.id}/agreement`);
  const first = versions[0].from.slice(0, 7);
  await member.expect(201, "POST", time, { json: { minutes: 60, date: `${first}-28` } });
  await coordinator.get(`/api/v1/statements?month=${first}`);
  const statement = `/api/v1/clients/${client.id}/statements/${first}`;
  await coordinator.get(statement);
  await manager.expect(201, "POST", statement);
  await coordinator.get(statement);
  await coordinator.expect(200, "GET", `${statement}/csv`);
  await manager.expect(201, "POST", `${statement}/corrections`, {
    json: { reason: "It was wrong.", lines: [{ text: "An hour", minutes: 60 }] },
  });
  await coordinator.get(`${statement}/corrections`);
  const agreement = `/api/v1/clients/${client.id}/agreement`;
  const written = await coordinator.get(`${agreement}/written`);
  const more = { ...written.versions.at(-1), warn_at: [60] };
  const change = { versions: [...written.versions.slice(0, -1), more] };
  const { seen } = await manager.expect(200, "POST", `${agreement}/preview`, { json: change });
  await manager.expect(200, "PUT", `${agreement}/written`, { json: { ...change, seen } });
}

/** Whatever there is of the rota, asked for and changed to what it is. */
async function rotaOf({ coordinator, member, manager }) {
  const rota = await member.get("/api/v1/rota");
  await member.get("/api/v1/rota?from=2026-11-02&days=42");
  await member.get(`/api/v1/rota/coverage?pod=${rota.pods[0].pod.id}&weeks=2`);
  await member.get("/api/v1/rota/coverage?weeks=2");
  const { ref } = await coordinator.submit(request(nora));
  await coordinator.get(`/api/v1/tickets/${ref}/suggestions`);
  const [one, another] = rota.pods[0].members;
  await coordinator.triage(ref, { tier: 2, pod: rota.pods[0].pod.id, assignee: one });
  await coordinator.expect(200, "PUT", `/api/v1/hand-offs/${one}/tickets/${ref}`, { json: { to: another } });
  await member.get("/api/v1/hand-offs");
  await member.get("/api/v1/hand-offs/count");

  const [pod] = rota.pods;
  const unchanged = {
    change_pod: { pod: pod.pod.id, members: pod.members, lead: pod.lead?.id ?? null, needed: pod.needed },
  };
  const looked = await manager.expect(200, "POST", "/api/v1/rota/looks", { json: { edit: unchanged } });
  assert.deepEqual(looked, { opens: [], more: 0, seen: null });
  await manager.expect(200, "POST", "/api/v1/rota/edits", { json: { edit: unchanged, seen: null } });

  const own = (await member.get("/api/v1/session")).person;
  const { week } = rota.people.find(({ id }) => id === own.id);
  await manager.expect(200, "POST", "/api/v1/rota/looks", {
    json: { edit: { change_week: { person: own.id, week } } },
  });
  const ahead = await member.get("/api/v1/rota?days=42");
  const days = ahead.people
    .find(({ id }) => id === own.id)
    .present.map(({ from }) => from.slice(0, 10))
    .slice(-2);
  for (const [date, part, api] of [
    [days[0], "refusal", manager],
    [days[1], "withdrawal", member],
  ]) {
    const asked = await member.expect(201, "POST", "/api/v1/time-off", {
      json: { first_date: date, last_date: date, hours: null },
    });
    await api.expect(200, "POST", `/api/v1/time-off/${asked.id}/${part}`, {
      json: part === "refusal" ? { answer: "Another day." } : undefined,
    });
  }
  await member.get("/api/v1/time-off");
}

test("the public figure stands beside its count, hidden below five", async () => {
  const { average, open, until, now } = await desk.anonymous.get("/api/v1/desk/status");
  if (average) assert.ok(average.count >= 5);
  if (until) assert.ok(until > now, open ? "it closes later" : "it opens later");
});

test("pages of the queue neither repeat nor lose a ticket", async () => {
  const whole = (await office.member.get("/api/v1/tickets?state=all&limit=200")).items.map(({ ref }) => ref);
  const paged = [];
  let cursor = "";
  do {
    const page = await office.member.get(
      `/api/v1/tickets?state=all&limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    paged.push(...page.items.map(({ ref }) => ref));
    cursor = page.next_cursor;
  } while (cursor);
  assert.equal(new Set(paged).size, paged.length);
  assert.deepEqual(paged.slice(0, whole.length), whole);
});

test("the counts of the views are those of the queue", async () => {
  const counts = await office.member.get("/api/v1/ticket-counts");
  const count = async (query) => {
    let n = 0;
    let cursor = "";
    do {
      const page = await office.member.get(
        `/api/v1/tickets?${query}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      n += page.items.length;
      cursor = page.next_cursor;
    } while (cursor);
    return n;
  };
  for (const status of ["new", "open", "waiting", "resolved", "spam"])
    assert.equal(counts[status], await count(`state=${status}`), status);
  assert.equal(counts.mine, await count("assignee=me"));
  assert.equal(counts.unassigned, await count("assignee=none"));
});
