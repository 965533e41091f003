// All of one client's data leaves the desk: by a verb beside the running desk, and page by page for a manager.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { expectation, request, siobhan } from "../world/cast.mjs";
import { startDesk, temporaryFolder, verb } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { replyOnPage } from "./support/form.mjs";

let desk;
let office;
let client;
let ticket;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  client = office.clients.find(({ contacts }) => contacts.length > 0);
  const { name, email } = client.contacts[0];
  const { ref, url } = await office.coordinator.submit(
    request({ ...siobhan, name, email, description: "The **exported** request." }),
  );
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
  await office.coordinator.note(ref, "canary-of-a-note");
  const worked = { minutes: 35, note: "Looked into it" };
  await office.member.expect(201, "POST", `/api/v1/tickets/${ref}/time`, { json: worked });
  await office.coordinator.reply(ref, "We are on it.", expectation(assignee));
  await replyOnPage(desk.base, new URL(url).pathname, "A picture.", {
    files: [{ name: "../été & co.png", bytes: "the picture" }],
  });
  await office.coordinator.submit(request({ ...siobhan, description: "canary-of-a-stranger" }));
  ticket = await office.coordinator.ticket(ref);
});
after(() => desk?.stop());

const exported = (...args) => verb("export-client", "--data", desk.data, ...args);
const json = (...parts) => JSON.parse(readFileSync(path.join(...parts), "utf8"));

describe("the verb", () => {
  test("writes a folder of JSON and files, beside the running desk, by name or id", async () => {
    for (const named of [client.name.toUpperCase(), String(client.id)]) {
      const to = path.join(temporaryFolder(), "export");
      const { status, out, err } = await exported("--client", named, to);
      assert.equal(status, 0, err);
      assert.ok(out.includes(client.name));
      assert.equal(json(to, "client.json").name, client.name);
      assert.ok(json(to, "client.json").contacts.some(({ email }) => email === ticket.contact.email));
      const one = json(to, "tickets", `${ticket.ref}.json`);
      assert.deepEqual(
        one.messages.map(({ from, body }) => [from, body]),
        [
          ["client", "The **exported** request."],
          ["desk", "We are on it."],
          ["client", "A picture."],
        ],
      );
      assert.deepEqual(
        one.work.map(({ minutes, note }) => [minutes, note]),
        [[35, "Looked into it"]],
      );
      assert.ok(json(to, "client.json").time_zone);
      const files = readdirSync(path.join(to, "attachments", ticket.ref));
      assert.equal(files.length, 1);
      assert.match(files[0], /^\d+-[\w.-]+png$/);
      assert.equal(readFileSync(path.join(to, "attachments", ticket.ref, files[0]), "utf8"), "the picture");
      const everything = readdirSync(to, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), "utf8"))
        .join("\n");
      assert.ok(!everything.includes("canary"), "neither notes nor what is another's");
      assert.equal(readdirSync(path.join(to, "tickets")).length, Number(out.match(/(\d+) tickets?/)[1]));
    }
  });

  test("says what is wrong and what to do", async () => {
    const taken = temporaryFolder();
    writeFileSync(path.join(taken, "mine.txt"), "mine");
    const empty = temporaryFolder();
    mkdirSync(path.join(empty, "data"));
    for (const [args, words] of [
      [["--client", "Nobody & Sons", path.join(temporaryFolder(), "x")], /no client is called .*name one of/],
      [["--client", client.name, taken], /is there already; name a new folder/],
      [["--client", client.name], /TO is required/],
      [[taken], /--client is required/],
    ]) {
      const { status, err } = await exported(...args);
      assert.notEqual(status, 0);
      assert.match(err, words);
    }
    const { status, err } = await verb(
      "export-client",
      "--data",
      path.join(empty, "data"),
      "--client",
      "x",
      "y",
    );
    assert.notEqual(status, 0);
    assert.match(err, /holds no desk/);
  });
});

describe("the API", () => {
  test("gives a manager the same, page by page", async () => {
    const tickets = [];
    let cursor = "";
    do {
      const page = await office.manager.get(`/api/v1/clients/${client.id}/export${cursor}`);
      assert.equal(page.client.name, client.name);
      tickets.push(...page.tickets);
      cursor = page.next_cursor === null ? null : `?cursor=${page.next_cursor}`;
    } while (cursor);
    assert.equal(new Set(tickets.map(({ ref }) => ref)).size, tickets.length);
    const one = tickets.find(({ ref }) => ref === ticket.ref);
    assert.equal(one.messages.length, 3);
    assert.equal(one.messages[2].attachments[0].name, "été & co.png");
    assert.ok(!JSON.stringify(tickets).includes("canary"));
  });

  test("refuses others, what is not there, and a wrong cursor", async () => {
    for (const role of ["coordinator", "member"])
      await office[role].expect(403, "GET", `/api/v1/clients/${client.id}/export`);
    await office.manager.expect(404, "GET", "/api/v1/clients/999999/export");
    await office.manager.expect(422, "GET", `/api/v1/clients/${client.id}/export?cursor=x`);
  });
});

test("what is written on a merged ticket's page is exported where it stands, files and all", async () => {
  const [one, other] = client.contacts;
  assert.ok(one && other, "the client has two contacts");
  const submit = (who, description) =>
    office.coordinator.submit(request({ ...siobhan, ...who, description }));
  const source = await submit({ name: one.name, email: one.email }, "The source.");
  const target = await submit({ name: other.name, email: other.email }, "The target.");
  await office.coordinator.change(200, "PUT", source.ref, "merged-into", { ticket: target.ref });
  await replyOnPage(desk.base, new URL(source.url).pathname, "Written after the merge.", {
    files: [{ name: "after.txt", bytes: "after the merge" }],
  });
  const to = path.join(temporaryFolder(), "export");
  assert.equal((await exported("--client", client.name, to)).status, 0);
  const message = json(to, "tickets", `${target.ref}.json`).messages.at(-1);
  assert.deepEqual(
    [message.body, message.via, message.author],
    ["Written after the merge.", source.ref, one.name],
  );
  const [file] = readdirSync(path.join(to, "attachments", target.ref));
  assert.equal(readFileSync(path.join(to, "attachments", target.ref, file), "utf8"), "after the merge");
  assert.deepEqual(
    json(to, "tickets", `${source.ref}.json`).messages.map(({ body }) => body),
    ["The source."],
  );
});

test("a name that a client chose for a file steers no terminal", async () => {
  const { name, email } = client.contacts[0];
  const { ref, url } = await office.coordinator.submit(request({ ...siobhan, name, email }));
  await replyOnPage(desk.base, new URL(url).pathname, "A file.", {
    files: [{ name: "a\u009b31mb\u202egnp.exe", bytes: "lost soon" }],
  });
  const sha256 = createHash("sha256").update("lost soon").digest("hex");
  rmSync(path.join(desk.data, "blobs", sha256.slice(0, 2), sha256.slice(2)));
  const { status, out, err } = await exported(
    "--client",
    client.name,
    path.join(temporaryFolder(), "export"),
  );
  assert.equal(status, 1);
  const line = out.split("\n").find((one) => one.startsWith(`${ref}: `));
  assert.ok(line.includes("its file is gone"), out);
  assert.ok(line.includes(String.raw`a\u009b31mb\u202egnp.exe`), line);
  assert.doesNotMatch((out + err).replaceAll("\n", ""), /\p{Cc}|[\u202a-\u202e]/u);
});
