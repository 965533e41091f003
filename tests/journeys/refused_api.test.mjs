// Bad input by the API: each row with its refusal.
import { after, before, describe } from "node:test";
import { expectation, inHours, nora, request } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { send, sendRaw } from "./support/http.mjs";
import { names, refusals } from "./support/refusals.mjs";

let desk;
let office;
let ours;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  ours = office.pair();
});
after(() => desk?.stop());

const given = async () => ({ desk, office });
const good = () => request(nora);

const ticket =
  (change) =>
  ({ office: { coordinator } }) =>
    coordinator.call("POST", "/api/v1/tickets", { json: change(good()) });

const raw =
  (body, headers = {}) =>
  ({ office: { coordinator } }) =>
    coordinator.call("POST", "/api/v1/tickets", {
      body,
      headers: { "content-type": "application/json", ...headers },
    });

const contact = (changes) => ticket((body) => ({ ...body, contact: { ...body.contact, ...changes } }));
const field = (changes) => ticket((body) => ({ ...body, ...changes }));

describe("a new ticket", () => {
  refusals(
    [
      ["no body", 400, raw(undefined)],
      ["an empty body", 400, raw("")],
      ["half a document", 400, raw('{"contact":')],
      ["two documents", 400, raw(`${JSON.stringify(good())}{}`)],
      ["a comma too many", 400, raw('{"site":"https://a.example",}')],
      ["not UTF-8", 400, raw(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]))],
      ["a number beyond all numbers", [400, 422], raw('{"impact":1e999999}')],
      ["a hundred thousand brackets", 400, raw("[".repeat(100_000))],
      ["a thousand deep", [400, 422], raw(`${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`)],
      ["a form instead", 415, raw("site=1", { "content-type": "application/x-www-form-urlencoded" })],
      ["a picture instead", 415, raw("x", { "content-type": "image/png" })],
      ["a megabyte", 413, raw(JSON.stringify({ ...good(), description: "x".repeat(1_000_000) }))],
      ["a list", 422, raw("[]")],
      ["a text", 422, raw('"hello"')],
      ["null", 422, raw("null")],
      ["nothing in it", 422, raw("{}"), names("site")],
      [
        "the same key twice",
        [400, 422],
        raw(JSON.stringify(good()).replace("{", '{"site":"https://evil.example",')),
      ],
      ["a field that does not exist", 422, field({ status: "resolved" }), names("status")],
      ["a field of the contact that does not exist", 422, contact({ client: 1 }), names("client")],
      ["no contact", 422, field({ contact: undefined }), names("contact")],
      ["a contact that is a text", 422, field({ contact: "Nora" }), names("contact")],
      ["no name", 422, contact({ name: undefined }), names("name")],
      ["a blank name", 422, contact({ name: " \t " }), names("name")],
      ["a name over two lines", 422, contact({ name: "Nora\r\nBcc: all@elsewhere.example" }), names("name")],
      ["a name that turns its direction", 422, contact({ name: "Nora \u202egnp.exe" }), names("name")],
      ["a name with a line separator", 422, contact({ name: "Nora\u2028Max" }), names("name")],
      ["a name with a control of the upper half", 422, contact({ name: "Nora\u0085" }), names("name")],
      ["a name of a kilometre", 422, contact({ name: "N".repeat(5000) }), names("name")],
      ["a name that is a number", 422, contact({ name: 7 }), names("name")],
      ["a name with a NUL", 422, contact({ name: "No\u0000ra" }), names("name")],
      ["no address", 422, contact({ email: "" }), names("email")],
      ["an address without @", 422, contact({ email: "nora.example" }), names("email")],
      ["an address with two @", 422, contact({ email: "nora@a@b.example" }), names("email")],
      ["an address with a space", 422, contact({ email: "no ra@harbour.example" }), names("email")],
      [
        "an address with a line end",
        422,
        contact({ email: "nora@harbour.example\r\nRCPT TO:<x@y.example>" }),
        names("email"),
      ],
      ["two addresses", 422, contact({ email: "a@b.example, c@d.example" }), names("email")],
      ["an address without a domain", 422, contact({ email: "nora@" }), names("email")],
      ["an address with a dot at its end", 422, contact({ email: "nora@harbour.example." }), names("email")],
      [
        "an address of a kilometre",
        422,
        contact({ email: `${"n".repeat(300)}@harbour.example` }),
        names("email"),
      ],
      ["a list of addresses", 422, contact({ email: ["a@b.example"] }), names("email")],
      ["no site", 422, field({ site: undefined }), names("site")],
      ["a site that is a script", 422, field({ site: "javascript:alert(1)" }), names("site")],
      ["a site that is a file", 422, field({ site: "file:///etc/passwd" }), names("site")],
      ["a site that is data", 422, field({ site: "data:text/html,x" }), names("site")],
      ["a site without a scheme", 422, field({ site: "harbour-bakery.example" }), names("site")],
      ["a site without a host", 422, field({ site: "https://" }), names("site")],
      ["a site with a space", 422, field({ site: "https://a b.example" }), names("site")],
      ["a site with a line end", 422, field({ site: "https://a.example\nSet-Cookie: x=1" }), names("site")],
      ["a site of a kilometre", 422, field({ site: `https://a.example/${"x".repeat(5000)}` }), names("site")],
      ["a page that is a script", 422, field({ page: "javascript:alert(1)" }), names("page")],
      ["live as a text", 422, field({ live: "yes" }), names("live")],
      ["live as a number", 422, field({ live: 1 }), names("live")],
      ["no description", 422, field({ description: undefined }), names("description")],
      ["a blank description", 422, field({ description: "\n \t\n" }), names("description")],
      [
        "a description beyond 100,000",
        422,
        field({ description: "x".repeat(100_001) }),
        names("description"),
      ],
      ["a description with a NUL", 422, field({ description: "a\u0000b" }), names("description")],
      [
        "half a character",
        400,
        raw(JSON.stringify(good()).replace('"description":"', '"description":"\\ud800')),
      ],
      ["no impact", 422, field({ impact: undefined }), names("impact")],
      ["an impact that does not exist", 422, field({ impact: "catastrophic" }), names("impact")],
      ["an impact in another case", 422, field({ impact: "Degraded" }), names("impact")],
      ["an impact that is a number", 422, field({ impact: 1 }), names("impact")],
      [
        "an empty key",
        422,
        ({ office: { coordinator } }) =>
          coordinator.call("POST", "/api/v1/tickets", { json: good(), headers: { "idempotency-key": "" } }),
      ],
      [
        "a key of a kilometre",
        422,
        ({ office: { coordinator } }) =>
          coordinator.call("POST", "/api/v1/tickets", {
            json: good(),
            headers: { "idempotency-key": "k".repeat(201) },
          }),
      ],
    ],
    given,
  );
});

/** A command on a fresh ticket that was triaged. */
const command =
  (method, part, json, { triaged = true, headers = {}, body } = {}) =>
  async ({ office: { coordinator } }) => {
    const { ref } = await coordinator.submit(good());
    if (triaged) await coordinator.triage(ref, { tier: 2, pod: ours.pod.id, assignee: ours.assignee.id });
    const { etag } = (await coordinator.call("GET", `/api/v1/tickets/${ref}`)).headers;
    const value = typeof json === "function" ? json() : json;
    return coordinator.call(method, `/api/v1/tickets/${ref}/${part}`, {
      json: value,
      body,
      headers: { "if-match": etag, ...headers },
    });
  };

const triage = (changes) =>
  command("PUT", "triage", () => ({ tier: 2, pod: ours.pod.id, assignee: ours.assignee.id, ...changes }), {
    triaged: false,
  });
const reply = (changes, told = {}) =>
  command("POST", "replies", () => ({
    body: "Hello.",
    expectation: expectation(ours.assignee, told),
    ...changes,
  }));

describe("a command", () => {
  refusals(
    [
      ["tier 0", 422, triage({ tier: 0 }), names("tier")],
      ["tier 5", 422, triage({ tier: 5 }), names("tier")],
      ["tier 1.5", 422, triage({ tier: 1.5 }), names("tier")],
      ["tier as a text", 422, triage({ tier: "2" }), names("tier")],
      ["tier null", 422, triage({ tier: null }), names("tier")],
      ["tier left out", 422, triage({ tier: undefined }), names("tier")],
      ["a pod that is not there", 422, triage({ pod: 999_999 }), names("pod")],
      ["a pod below zero", 422, triage({ pod: -1 }), names("pod")],
      ["a pod beyond all numbers", [400, 422], triage({ pod: 1e40 })],
      ["an assignee that is not there", 422, triage({ assignee: 999_999 }), names("assignee")],
      ["an assignee by name", 422, triage({ assignee: "Ann" }), names("assignee")],
      ["a field that triage has not", 422, triage({ status: "resolved" }), names("status")],
      ["an empty reply", 422, reply({ body: "" }), names("body")],
      ["a reply of white space", 422, reply({ body: " \n\t" }), names("body")],
      ["a reply that is a number", 422, reply({ body: 7 }), names("body")],
      ["a reply too long", [413, 422], reply({ body: "x".repeat(100_001) })],
      ["a reply without its expectation", 422, reply({ expectation: undefined }), names("expectation")],
      ["an expectation that is a text", 422, reply({ expectation: "soon" }), names("expectation")],
      ["a next update in the past", 422, reply({}, { next_update_by: inHours(-1) }), names("next_update_by")],
      [
        "a next update that is no instant",
        422,
        reply({}, { next_update_by: "tomorrow" }),
        names("next_update_by"),
      ],
      [
        "a next update on a day that is not",
        422,
        reply({}, { next_update_by: "2031-02-30T10:00:00Z" }),
        names("next_update_by"),
      ],
      [
        "a next update without a zone",
        422,
        reply({}, { next_update_by: "2031-03-01T10:00:00" }),
        names("next_update_by"),
      ],
      [
        "a next update in the year 99999",
        422,
        reply({}, { next_update_by: "99999-01-01T00:00:00Z" }),
        names("next_update_by"),
      ],
      [
        "a next update as a number",
        422,
        reply({}, { next_update_by: 1_900_000_000 }),
        names("next_update_by"),
      ],
      ["an expectation with a field it has not", 422, reply({}, { promise: "x" }), names("promise")],
      [
        "a reply before triage",
        409,
        command("POST", "replies", () => ({ body: "Hello.", expectation: expectation(ours.assignee) }), {
          triaged: false,
        }),
      ],
      ["an empty note", 422, command("POST", "notes", { body: "" }), names("body")],
      ["a resolution without a message", 422, command("PUT", "resolution", {}), names("message")],
      [
        "a resolution before triage",
        409,
        command("PUT", "resolution", { message: "Done." }, { triaged: false }),
      ],
      ["reopening what is open", 409, command("DELETE", "resolution")],
      ["resuming what does not wait", 409, command("DELETE", "waiting")],
      ["a body where none belongs", [400, 413, 415, 422], command("PUT", "waiting", { until: "tomorrow" })],
      [
        "a weak tag",
        [400, 412],
        command("POST", "notes", { body: "x" }, { headers: { "if-match": 'W/"1"' } }),
      ],
      [
        "a tag without quotes",
        [400, 412],
        command("POST", "notes", { body: "x" }, { headers: { "if-match": "2" } }),
      ],
      [
        "any version",
        [400, 412, 428],
        command("POST", "notes", { body: "x" }, { headers: { "if-match": "*" } }),
      ],
      [
        "an empty tag",
        [400, 412, 428],
        command("POST", "notes", { body: "x" }, { headers: { "if-match": "" } }),
      ],
      [
        "a version beyond all numbers",
        [400, 412],
        command("POST", "notes", { body: "x" }, { headers: { "if-match": '"99999999999999999999999"' } }),
      ],
    ],
    given,
  );
});

const list =
  (query) =>
  ({ office: { member } }) =>
    member.call("GET", `/api/v1/tickets?${query}`);

describe("a question to the queue", () => {
  refusals(
    [
      ["a state that is none", 422, list("state=late"), names("state")],
      ["an assignee that is none", 422, list("assignee=ann"), names("assignee")],
      ["a client that is none", 422, list("client=x"), names("client")],
      ["limit 0", 422, list("limit=0"), names("limit")],
      ["limit 201", 422, list("limit=201"), names("limit")],
      ["limit -1", 422, list("limit=-1"), names("limit")],
      ["limit x", 422, list("limit=x"), names("limit")],
      ["a cursor that is none", 422, list("cursor=abc"), names("cursor")],
      [
        "a cursor with words of SQL",
        422,
        list(`cursor=${encodeURIComponent("1.1; drop table ticket")}`),
        names("cursor"),
      ],
      ["a search too long", [414, 422], list(`q=${"x".repeat(201)}`)],
      ["half an escape", [200, 400, 422], list("q=%e2%28")],
      ["words of SQL", 200, list(`q=${encodeURIComponent("' or 1=1 --")}`)],
      ["signs that searches know", 200, list(`q=${encodeURIComponent('%_*"NEAR( AND')}`)],
    ],
    given,
  );
});

/** Bytes over a connection of their own; the status line is what is read of the answer. */
const wire =
  (bytes) =>
  async ({ desk: { base } }) => {
    const text = await sendRaw(base, bytes.replace("HOST", new URL(base).host));
    return { status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0), text };
  };

describe("framing", () => {
  refusals(
    [
      ["no HTTP at all", [0, 400], wire("hello\r\n\r\n")],
      ["no Host", 400, wire("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")],
      [
        "two lengths",
        400,
        wire(
          "POST /requests HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nContent-Length: 4\r\nConnection: close\r\n\r\nabcd",
        ),
      ],
      [
        "a length and chunks",
        400,
        wire(
          "POST /requests HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
        ),
      ],
      [
        "a length below zero",
        400,
        wire("POST /requests HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\nConnection: close\r\n\r\n"),
      ],
      [
        "a header over two lines",
        400,
        wire("GET / HTTP/1.1\r\nHost: HOST\r\nX-A: 1\r\n folded\r\nConnection: close\r\n\r\n"),
      ],
      ["a bare line feed", 400, wire("GET / HTTP/1.1\nHost: HOST\n\n")],
      [
        "a path with a NUL",
        [400, 404],
        wire("GET /r/%00 HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"),
      ],
      [
        "a path out of the folder",
        [400, 404],
        wire("GET /staff/../../../../etc/passwd HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"),
      ],
      [
        "the same, escaped",
        [400, 404],
        wire("GET /assets/%2e%2e%2f%2e%2e%2fdesk.sqlite HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"),
      ],
      ["an escape that is none", 400, wire("GET /r/%zz HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n")],
      [
        "a line without end",
        [400, 414, 431],
        wire(`GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n`),
      ],
      [
        "a header without end",
        [400, 431],
        wire(`GET / HTTP/1.1\r\nHost: HOST\r\nX-A: ${"a".repeat(200_000)}\r\nConnection: close\r\n\r\n`),
      ],
      [
        "ten thousand headers",
        [400, 431],
        wire(`GET / HTTP/1.1\r\nHost: HOST\r\n${"X-A: 1\r\n".repeat(10_000)}Connection: close\r\n\r\n`),
      ],
      [
        "a method that is none",
        [400, 405, 501],
        wire("BREW / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"),
        undefined,
      ],
      [
        "a chunk that lies",
        400,
        wire(
          "POST /api/v1/session HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        ),
      ],
    ],
    given,
  );
});

describe("after all that", () => {
  refusals([["the desk answers", 200, ({ desk: { base } }) => send(base, { path: "/healthz" })]], given);
});
