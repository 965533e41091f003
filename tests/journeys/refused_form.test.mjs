// Bad input by the public form: each row with its refusal, and nothing that was typed is lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { nora, siobhan, typed } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openRequestForm, post, sendRequest } from "./support/form.mjs";
import { send } from "./support/http.mjs";
import { refusals } from "./support/refusals.mjs";

let desk;
let coordinator;
before(async () => {
  desk = await startDesk();
  coordinator = await desk.as(desk.person("coordinator"));
});
after(() => desk?.stop());

const given = async () => ({ desk });
const requestForm = (page) => page.forms.find(({ action }) => action.endsWith("/requests"));

/** Sent as typed with these changes; the refused page has it all in its form again. */
const form =
  (changes, options, base = nora) =>
  async ({ desk: { base: origin } }) => {
    const sent = typed(base, changes);
    const reply = await sendRequest(origin, await openRequestForm(origin), sent, options);
    return Object.assign(reply, { sent });
  };

/** The page names the field and keeps what can be kept of every field. */
const keeps = (field) => (reply) => {
  const again = requestForm(reply);
  assert.ok(again, "the form is there again");
  const browsers = (text) => String(text ?? "").replace(/\r\n?/g, "\n");
  for (const [name, value] of Object.entries(reply.sent)) {
    if (name === field || value === undefined) continue;
    assert.equal(browsers(again.fields[name]), browsers(value), `${name} is kept`);
  }
  const wrong = reply.elements((node) => node.attribs?.name === field || node.attribs?.id === field);
  assert.ok(wrong.length > 0, `${field} is there`);
  assert.ok(
    wrong.some(
      ({ attribs }) =>
        attribs["aria-invalid"] === "true" || attribs["aria-describedby"]?.includes(`${field}-error`),
    ),
    `${field} is marked`,
  );
  assert.ok(reply.byId(`${field}-error`), `${field} says what is wrong`);
};

const both = (field, kept) => (reply) => {
  keeps(field)(reply);
  assert.equal(requestForm(reply).fields[field] ?? "", kept);
};

describe("the form", () => {
  refusals(
    [
      ["no name", 422, form({ name: "" }), keeps("name")],
      ["a blank name", 422, form({ name: "   " }), keeps("name")],
      ["a name too long", 422, form({ name: "n".repeat(1000) }), keeps("name")],
      ["a name over two lines", 422, form({ name: "Nora\r\nX-Header: 1" }), keeps("name")],
      ["no address", 422, form({ email: "" }), keeps("email")],
      ["an address that is none", 422, form({ email: "nora at harbour" }), both("email", "nora at harbour")],
      [
        "an address with a header in it",
        422,
        form({ email: "nora@a.example\r\nBcc: b@c.example" }),
        keeps("email"),
      ],
      [
        "a copy that is no address",
        422,
        form({ cc: "tomas@a.example, nobody" }),
        both("cc", "tomas@a.example, nobody"),
      ],
      [
        "eleven copies",
        422,
        form({ cc: Array.from({ length: 11 }, (_, i) => `c${i}@a.example`).join(", ") }),
        keeps("cc"),
      ],
      ["no site", 422, form({ site: "" }), keeps("site")],
      [
        "a site that is a script",
        422,
        form({ site: "javascript:alert(1)" }),
        both("site", "javascript:alert(1)"),
      ],
      ["a page that is a script", 422, form({ page: "javascript:alert(1)" }), keeps("page")],
      ["live left out", 422, form({ live: undefined }), keeps("live")],
      ["live as neither", 422, form({ live: "perhaps" }), keeps("live")],
      ["no description", 422, form({ description: "" }), keeps("description")],
      ["a blank description", 422, form({ description: " \n " }), keeps("description")],
      ["a description without end", [413, 422], form({ description: "x".repeat(200_000) })],
      ["impact left out", 422, form({ impact: undefined }), keeps("impact")],
      ["an impact that is none", 422, form({ impact: "terrible" }), keeps("impact")],
      ["hostile words are kept as words", 422, form({ site: "" }, undefined, siobhan), keeps("site")],
      ["multipart, no name", 422, form({ name: "" }, { files: [] }), keeps("name")],
      [
        "a file too large",
        [413, 422],
        form({}, { files: [{ name: "big.bin", bytes: Buffer.alloc(27_000_000) }] }),
      ],
      [
        "twenty-one files",
        [413, 422],
        form({}, { files: Array.from({ length: 21 }, (_, i) => ({ name: `${i}.txt`, bytes: "x" })) }),
      ],
    ],
    given,
  );
});

const wrongBody =
  (type, body, headers = {}) =>
  ({ desk: { base } }) =>
    send(base, {
      method: "POST",
      path: "/requests",
      headers: { origin: base, "content-type": type, ...headers },
      body,
    });

describe("a body that is no form", () => {
  refusals(
    [
      ["JSON", 415, wrongBody("application/json", "{}")],
      [
        "no type",
        [400, 415],
        ({ desk: { base } }) =>
          send(base, { method: "POST", path: "/requests", headers: { origin: base }, body: "a=b" }),
      ],
      ["multipart without a boundary", [400, 415], wrongBody("multipart/form-data", "--x\r\n\r\n--x--\r\n")],
      [
        "multipart with another boundary",
        [400, 422],
        wrongBody("multipart/form-data; boundary=abc", "--xyz\r\n\r\n--xyz--\r\n"),
      ],
      [
        "multipart that stops",
        400,
        wrongBody(
          "multipart/form-data; boundary=abc",
          '--abc\r\nContent-Disposition: form-data; name="name"\r\n\r\nNora',
        ),
      ],
      ["a boundary of a kilometre", 400, wrongBody(`multipart/form-data; boundary=${"b".repeat(300)}`, "x")],
      [
        "a part without a name",
        [400, 422],
        wrongBody(
          "multipart/form-data; boundary=abc",
          "--abc\r\nContent-Disposition: form-data\r\n\r\nx\r\n--abc--\r\n",
        ),
      ],
      ["a thousand fields", [413, 422], wrongBody("application/x-www-form-urlencoded", "a=b&".repeat(1000))],
      [
        "not UTF-8",
        [400, 422],
        wrongBody("application/x-www-form-urlencoded", "name=%ff%fe&email=a@b.example"),
      ],
      ["a NUL", [400, 422], wrongBody("application/x-www-form-urlencoded", "name=a%00b&email=a@b.example")],
      ["half an escape", [400, 422], wrongBody("application/x-www-form-urlencoded", "name=%e&email=%")],
      ["nothing", [400, 422], wrongBody("application/x-www-form-urlencoded", "")],
    ],
    given,
  );
});

describe("what came with a refused form", () => {
  test("files are kept for the next try under the form's nonce", async () => {
    const email = "stash@harbour-bakery.example";
    const files = [{ name: "list.csv", type: "text/csv", bytes: "a;b\n1;2\n" }];
    const first = await sendRequest(
      desk.base,
      await openRequestForm(desk.base),
      typed(nora, { email, site: "" }),
      { files },
    );
    assert.equal(first.status, 422);
    assert.ok(first.text.includes("list.csv"), "the page says which files it kept");
    const second = await sendRequest(desk.base, requestForm(first), { site: nora.site }, { files: [] });
    assert.equal(second.status, 303, second.text);
    const { items } = await coordinator.get(`/api/v1/tickets?state=all&q=${email}`);
    assert.equal(items.length, 1);
    const ticket = await coordinator.ticket(items[0].ref);
    const [file] = ticket.timeline.flatMap((entry) => entry.attachments ?? []);
    assert.deepEqual([file.name, file.size], ["list.csv", 8]);
    const bytes = await coordinator.call("GET", `/api/v1/tickets/${ticket.ref}/attachments/${file.id}`);
    assert.equal(bytes.text, files[0].bytes);
  });

  test("another's nonce brings nobody another's files", async () => {
    const files = [{ name: "secret.txt", type: "text/plain", bytes: "secret" }];
    const page = await openRequestForm(desk.base);
    await sendRequest(desk.base, page, typed(nora, { site: "" }), { files });
    const stolen = await post(
      desk.base,
      "/requests",
      typed(nora, { email: "thief@elsewhere.example", nonce: `${page.fields.nonce}x` }),
    );
    if (stolen.status === 303) {
      const { items } = await coordinator.get("/api/v1/tickets?state=all&q=thief@elsewhere.example");
      const ticket = await coordinator.ticket(items[0].ref);
      assert.deepEqual(
        ticket.timeline.flatMap((entry) => entry.attachments ?? []),
        [],
      );
    } else assert.equal(stolen.status, 422);
  });
});
