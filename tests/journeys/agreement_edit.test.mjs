// A client's agreement is changed in a form as `punctual apply` would change it: looked at first, refused where a
// statement stands, and in the file afterwards.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exported } from "./support/configuration.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { newestAudit } from "./support/ledger.mjs";

let desk;
let office;
let at;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
  at = `/api/v1/clients/${clientNamed("Alder Valley College").id}/agreement`;
});
after(() => desk?.stop());

const clientNamed = (name) => office.clients.find((one) => one.name === name);
const written = () => office.manager.get(`${at}/written`);
const preview = (versions, status = 200) =>
  office.manager.expect(status, "POST", `${at}/preview`, { json: { versions } });
const put = (versions, seen, status = 200) =>
  office.manager.expect(status, "PUT", `${at}/written`, { json: { versions, seen } });
const left = async () =>
  (await office.member.get(`/api/v1/clients/${clientNamed("Alder Valley College").id}/balance`)).balance.left;

describe("an agreement in a form", () => {
  test("is what the desk's file says, and sent back as it is changes nothing", async () => {
    const { versions, policies } = await written();
    assert.deepEqual(versions, [
      {
        from: "2026-09-01",
        currency: "USD",
        allowance: { time: "10h", every: "month", rollover: 3 },
        tiers: [1, 2, 3],
        rate: "130.00",
        fee: "1200.00",
        warn_at: [75, 100],
      },
    ]);
    assert.ok(policies.length > 0);
    const { changes, obstacles, before: now, after: then } = await preview(versions);
    assert.deepEqual([changes, obstacles], [[], []]);
    assert.deepEqual(now, then);
  });

  test("gets a top-up, once it was looked at", async () => {
    const { versions } = await written();
    const today = (await office.coordinator.get(at)).today;
    const more = [{ ...versions[0], top_ups: [{ on: today, time: "2h30m" }] }];
    const { seen, changes, before: now, after: then } = await preview(more);
    assert.match(changes.join("\n"), /bought.*2h30m/);
    assert.equal(then.left - now.left, 150);
    const before = await left();
    assert.match((await put(more, "", 409)).detail, /look again/);
    assert.match((await put(more, "none", 409)).detail, /look again/);
    assert.equal(await left(), before);
    assert.deepEqual((await put(more, seen)).versions, more);
    assert.equal(await left(), before + 150);
    assert.match((await put(more, seen, 409)).detail, /look again/, "what was seen is another desk");
    assert.match(await exported(desk.data), /top_ups = \[\n {2}\{ on = \d{4}-\d\d-\d\d, time = "2h30m" \},/);
    const audit = newestAudit(desk.data, "client", clientNamed("Alder Valley College").id);
    assert.match(JSON.stringify(audit), /2h30m/);
  });

  test("is refused field by field, in the file's words", async () => {
    const { versions } = await written();
    const [one] = versions;
    for (const [wrong, field, words] of [
      [{ currency: "XYZ" }, "versions[0].currency", /no currency/],
      [{ rate: "-1" }, "versions[0].rate", /no amount/],
      [{ allowance: { time: "ten", every: "month" } }, "versions[0].allowance.time", /no length of time/],
      [{ kinds: [{ name: "design" }] }, "versions[0].kinds[0].rate", /missing/],
      [{ until: one.from }, "versions[0].until", /not after/],
      [{ policy: "Gold" }, "versions[0].policy", /Gold/],
      [{ colour: "red" }, "versions[0].colour", /./],
      [{ warn_at: [0] }, "versions[0].warn_at", /./],
    ]) {
      const { errors } = await preview([{ ...one, ...wrong }], 422);
      assert.equal(errors[0].field, field);
      assert.match(errors[0].detail, words);
    }
    for (const name of ["x[1", "x[", "x[]", "x[y]", "x[99999999999999999999]", "]x[", "x[0]"]) {
      const { errors } = await preview([{ ...one, [name]: 1 }], 422);
      assert.ok(
        errors.some(({ field }) => field === `versions[0].${name}`),
        name,
      );
    }
    const { errors } = await preview([one, { ...one }], 422);
    assert.equal(errors[0].field, "versions[1].from");
    await office.manager.expect(422, "POST", `${at}/preview`, { json: { versions: ["x"] } });
    await office.manager.expect(422, "POST", `${at}/preview`, { json: { versions: {} } });
    await office.manager.expect(404, "GET", "/api/v1/clients/99999/agreement/written");
    await office.manager.expect(404, "POST", "/api/v1/clients/99999/agreement/preview", {
      json: { versions },
    });
  });

  test("stays as it is where a month was stated", async () => {
    const { versions } = await written();
    const client = clientNamed("Alder Valley College").id;
    await office.manager.expect(201, "POST", `/api/v1/clients/${client}/statements/2026-09`);
    const other = [{ ...versions[0], rate: "99.00" }];
    const { obstacles, seen } = await preview(other);
    assert.match(obstacles[0], /September 2026.*begin other terms on 2026-10-01 or later/);
    assert.match((await put(other, seen, 409)).detail, /September 2026/);
    const next = [...versions, { ...versions[0], from: "2026-10-01", rate: "99.00", top_ups: undefined }];
    const looked = await preview(next);
    assert.deepEqual(looked.obstacles, []);
  });

  test("is written by managers alone", async () => {
    const { versions } = await office.coordinator.get(`${at}/written`);
    await office.coordinator.expect(403, "POST", `${at}/preview`, { json: { versions } });
    await office.coordinator.expect(403, "PUT", `${at}/written`, { json: { versions, seen: "" } });
    await office.member.expect(403, "GET", `${at}/written`);
  });
});
