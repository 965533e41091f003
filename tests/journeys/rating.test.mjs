// After the resolution the client says how it went: one click, changeable until it is open again.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { nora, request } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openOffice } from "./support/directory.mjs";
import { post, replyOnPage, visit } from "./support/form.mjs";

let desk;
let office;
before(async () => {
  desk = await startDesk();
  office = await openOffice(desk);
});
after(() => desk?.stop());

async function resolved() {
  const { ref, url } = await office.coordinator.submit(request(nora));
  const { pod, assignee } = office.pair();
  await office.coordinator.triage(ref, { tier: 2, pod: pod.id, assignee: assignee.id });
  await office.coordinator.resolve(ref, "Done.");
  return { ref, path: new URL(url).pathname };
}
const formOf = (page) => page.forms.find(({ action }) => action.endsWith("/rating"));
const rate = (path, rating, comment = "") => post(desk.base, `${path}/rating`, { rating, comment });

describe("rating", () => {
  test("is asked for once it is resolved, and opening the page changes nothing", async () => {
    const { ref, path } = await resolved();
    const { version } = await office.coordinator.ticket(ref);
    const page = await visit(desk.base, path);
    assert.match(page.text, /How did we do\?/);
    assert.equal(formOf(page).types.rating, "radio");
    assert.equal((await office.coordinator.ticket(ref)).version, version);
    const mails = await office.manager.get("/api/v1/outgoing-mail");
    const { id } = mails.items.find(({ subject, kind }) => subject.includes(ref) && kind === "resolved");
    const { text } = await office.manager.get(`/api/v1/outgoing-mail/${id}`);
    assert.match(text, /tell us how we did/);
    assert.ok(text.includes(path));
  });

  test("shows on the page and to staff, can be changed, and twice the same is once", async () => {
    const { ref, path } = await resolved();
    assert.equal((await rate(path, "okay")).status, 303);
    assert.equal((await rate(path, "good", "Quick & kind.")).status, 303);
    assert.equal((await rate(path, "good", "Quick & kind.")).status, 303);
    const page = await visit(desk.base, path);
    assert.match(page.text, /Thank you for telling us how we did/);
    assert.equal(formOf(page).fields.rating, "good");
    assert.equal(formOf(page).fields.comment, "Quick & kind.");
    const ticket = await office.member.ticket(ref);
    assert.equal(ticket.status, "resolved");
    assert.equal(ticket.rating.rating, "good");
    assert.equal(ticket.rating.comment, "Quick & kind.");
    assert.equal(ticket.timeline.filter(({ type }) => type === "rated").length, 2);
    const counted = await office.manager.get("/api/v1/ratings");
    await rate(path, "bad");
    const after = await office.manager.get("/api/v1/ratings");
    assert.deepEqual([after.good, after.bad], [counted.good - 1, counted.bad + 1]);
  });

  test("can be changed ten times, and then stays until the request is resolved again", async () => {
    const { ref, path } = await resolved();
    for (let i = 0; i <= 10; ++i) assert.equal((await rate(path, i % 2 ? "bad" : "good")).status, 303);
    const refused = await rate(path, "bad", "Once more.");
    assert.equal(refused.status, 422);
    assert.match(refused.text, /changed ten times/);
    assert.equal((await rate(path, "good")).status, 303, "the same again is no change");
    const ticket = await office.member.ticket(ref);
    assert.equal(ticket.rating.rating, "good");
    assert.equal(ticket.timeline.filter(({ type }) => type === "rated").length, 11);
    await office.coordinator.change(200, "DELETE", ref, "resolution");
    await office.coordinator.resolve(ref, "Done again.");
    assert.equal((await rate(path, "okay")).status, 303);
  });

  test("is over when the request is open again; what was typed is kept", async () => {
    const { ref, path } = await resolved();
    await rate(path, "good");
    await replyOnPage(desk.base, path, "Not quite.");
    assert.equal((await office.member.ticket(ref)).rating, null);
    assert.equal(formOf(await visit(desk.base, path)), undefined);
    const late = await rate(path, "bad", "I waited for days.");
    assert.equal(late.status, 422);
    assert.match(late.text, /nothing to rate now/);
    const reply = late.forms.find(({ action }) => action.endsWith("/replies"));
    assert.equal(reply.fields.body, "I waited for days.");
  });

  test("is refused without a choice, too long, from elsewhere, and by a wrong link", async () => {
    const { ref, path } = await resolved();
    for (const [rating, comment, words] of [
      ["", "Words stay.", /Choose one of the three/],
      ["splendid", "Words stay.", /Choose one of the three/],
      ["good", "x".repeat(2001), /too long/],
    ]) {
      const refused = await rate(path, rating, comment);
      assert.equal(refused.status, 422);
      assert.match(refused.text, words);
      assert.equal(formOf(refused).fields.comment, comment);
    }
    const foreign = await post(
      desk.base,
      `${path}/rating`,
      { rating: "good" },
      { origin: "https://elsewhere.example" },
    );
    assert.equal(foreign.status, 403);
    assert.equal((await rate("/r/1001-AAAAAAAAAAAAAAAAAAAAAA", "good")).status, 404);
    assert.equal((await office.member.ticket(ref)).rating, null);
  });
});
