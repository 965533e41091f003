// Every operation of the contract × everybody who could ask. An operation without a line here fails.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { nora, request } from "../world/cast.mjs";
import { operations } from "./support/contract.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { send } from "./support/http.mjs";

const everybody = ["anonymous", "coordinator", "member", "manager"];
const staff = ["coordinator", "member", "manager"];
const leads = ["coordinator", "manager"];

// Who is admitted. Changes are sent without If-Match or body: an admitted one is refused for that, never for who asks.
const rights = {
  getHealth: everybody,
  getReadiness: everybody,
  getMetrics: everybody, // on loopback
  getSession: staff,
  signIn: everybody,
  signOut: staff,
  listTickets: staff,
  createTicket: staff,
  getTicketCounts: staff,
  getRatings: staff,
  getTicket: staff,
  triageTicket: leads,
  replyToTicket: staff,
  noteOnTicket: staff,
  waitOnClient: staff,
  resumeTicket: staff,
  resolveTicket: staff,
  reopenTicket: leads,
  markSpam: leads,
  linkTickets: staff,
  unlinkTickets: staff,
  mergeTicket: leads,
  redactMessage: leads,
  redactContact: ["manager"],
  getContactReach: ["manager"],
  getClocks: staff,
  getExplanation: staff,
  getJournal: staff,
  getAttachment: staff,
  listPeople: staff,
  invitePerson: ["manager"],
  listAccounts: ["manager"],
  inviteAgain: ["manager"],
  changeRole: ["manager"],
  lookAtDeactivation: ["manager"],
  deactivatePerson: ["manager"],
  listSessionsOf: ["manager"],
  endSessionsOf: ["manager"],
  changePassword: staff,
  listSessions: staff,
  endOtherSessions: staff,
  endSession: staff,
  listTokens: staff,
  revokeToken: staff,
  listPods: staff,
  listClients: staff,
  exportClient: ["manager"],
  getDeskStatus: everybody,
  getBusinessHours: staff,
  changeBusinessHours: ["manager"],
  previewBusinessHours: ["manager"],
  listBusinessHoursVersions: staff,
  readHolidayFile: ["manager"],
  listBackups: ["manager"],
  beginBackup: ["manager"],
  listOutgoingMail: ["manager"],
  getOutgoingMail: ["manager"],
  streamEvents: staff,
  getRota: staff,
  getCoverage: staff,
  lookAtRotaEdit: leads,
  editRota: leads,
  listTimeOff: staff,
  askForTimeOff: staff,
  declineTimeOff: ["manager"],
  withdrawTimeOff: staff,
  suggestAssignees: staff,
  listHandOffs: staff,
  countHandOffs: staff,
  handOffTicket: staff,
  listEstimates: staff,
  priceEstimate: staff,
  withdrawEstimate: staff,
  readTicketTime: staff,
  logTime: staff,
  listTime: staff,
  correctTime: staff,
  listAgreements: leads,
  readAgreement: leads,
  readBalance: staff,
  simulateWork: staff,
  listStatements: leads,
  readStatement: leads,
  readStatementCsv: leads,
  issueStatement: ["manager"],
  listCorrections: leads,
  correctStatement: ["manager"],
  readWrittenAgreement: leads,
  previewAgreement: ["manager"],
  writeAgreement: ["manager"],
};

let desk;
let asking;
let path;
before(async () => {
  desk = await startDesk();
  const office = await openOffice(desk);
  asking = { anonymous: desk.anonymous, ...Object.fromEntries(staff.map((role) => [role, office[role]])) };
  const { ref } = await office.coordinator.submit(request(nora));
  path = (template) => template.replace("{ref}", ref).replace(/\{\w+\}/, "999999");
});
after(() => desk?.stop());

test("every operation has a line, and every line an operation", () => {
  assert.deepEqual(operations.map(({ id }) => id).sort(), Object.keys(rights).sort());
});

describe("who may ask for what", () => {
  for (const { id, method, path: template, security, takesBody } of operations) {
    for (const who of everybody) {
      const admitted = rights[id].includes(who);
      test(`${who} ${admitted ? "may" : "may not"} ${id}`, async () => {
        if (id === "streamEvents") {
          const stream = await desk.events(
            path(template),
            asking[who].token && { authorization: `Bearer ${asking[who].token}` },
          );
          stream.close();
          assert.equal(stream.status, admitted ? 200 : 401);
          return;
        }
        const reply = await asking[who].call(
          method,
          path(template),
          takesBody && method === "POST" ? { json: {} } : {},
        );
        if (!admitted) assert.equal(reply.status, who === "anonymous" ? 401 : 403);
        else if (id === "signIn") assert.equal(reply.status, 422);
        else assert.ok(![401, 403].includes(reply.status), `${reply.status} ${reply.text}`);
      });
    }
    test(`${id} ${security.length === 0 ? "is public" : "is not public"} by the contract as well`, () => {
      assert.equal(
        rights[id].includes("anonymous"),
        security.length === 0 || security.some((one) => Object.keys(one).length === 0),
      );
    });
  }
});

describe("a token", () => {
  const wrong = {
    "that is empty": "Bearer ",
    "that is no token": "Bearer nonsense",
    "in the wrong case": null, // filled in below
    "with another scheme": null,
    "with a NUL": "Bearer a%00b",
    "that is very long": `Bearer ${"a".repeat(6000)}`,
    "that is a list": "Bearer [1,2]",
    "without its scheme": null,
    "with a comma": null,
  };
  for (const kind of Object.keys(wrong)) {
    test(`${kind} is refused`, async () => {
      const { token } = asking.coordinator;
      const swapped = token.replace(/[a-z]/i, (letter) =>
        letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
      );
      const header =
        wrong[kind] ??
        {
          "in the wrong case": `Bearer ${swapped}`,
          "with another scheme": `Basic ${token}`,
          "without its scheme": token,
          "with a comma": `Bearer ${token},${token}`,
        }[kind];
      const reply = await desk.anonymous.call("GET", "/api/v1/tickets", {
        headers: { authorization: header },
      });
      assert.ok([400, 401, 431].includes(reply.status), `${reply.status}`);
    });
  }

  test("is long, and its reply carries neither it nor a hash", async () => {
    const { token } = asking.coordinator;
    assert.ok(token.length >= 22, "128 bits or more");
    for (const operation of ["/api/v1/session", "/api/v1/people", "/api/v1/clients"]) {
      const { text } = await asking.coordinator.call("GET", operation);
      assert.doesNotMatch(text, /password|hash|argon|secret/i);
      assert.ok(!text.includes(token));
    }
  });
});

describe("what is not there", () => {
  for (const [method, where] of [
    ["GET", "/api/v1/tickets/P-999999"],
    ["GET", "/api/v1/tickets/nonsense"],
    ["GET", "/api/v1/tickets/P-99999999999999999999999"],
    ["GET", "/api/v1/tickets/P--1"],
    ["GET", "/api/v1/nothing"],
    ["GET", "/api/v1"],
    ["GET", "/api/v2/tickets"],
  ]) {
    test(`${method} ${where} is 404`, async () => {
      assert.equal((await asking.coordinator.call(method, where)).status, 404);
    });
  }

  test("a method that a place does not take is 405", async () => {
    assert.equal((await asking.coordinator.call("DELETE", "/api/v1/tickets")).status, 405);
    assert.equal((await asking.coordinator.call("PUT", "/api/v1/people", { json: {} })).status, 405);
  });

  test("a page that is not there is a page, not a document for programs", async () => {
    const reply = await send(desk.base, { path: "/no-such-page" });
    assert.equal(reply.status, 404);
    assert.match(reply.headers["content-type"], /^text\/html/);
  });
});
