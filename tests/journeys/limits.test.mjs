// What holds back floods without holding back people: the honeypot and the limits of a network.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { nora, request, tomas, typed } from "../world/cast.mjs";
import { startDesk } from "./support/desk.mjs";
import { openRequestForm, post, replyOnPage, sendRequest, submitByForm, visit } from "./support/form.mjs";

let desk;
let coordinator;
before(async () => {
  desk = await startDesk({ settings: { PUNCTUAL_LIMITS_FORMS_PER_NETWORK: "20" } });
  coordinator = await desk.as(desk.person("coordinator"));
});
after(() => desk?.stop());

const count = async (email) =>
  (await coordinator.get(`/api/v1/tickets?state=all&q=${encodeURIComponent(email)}`)).items.length;

test("what fills in the field that people do not see makes no ticket", async () => {
  const known = [
    "name",
    "email",
    "company",
    "cc",
    "site",
    "page",
    "live",
    "description",
    "impact",
    "attachments",
    "nonce",
  ];
  const form = await openRequestForm(desk.base);
  const [trap] = Object.keys(form.types).filter(
    (name) => !known.includes(name) && form.types[name] === "text",
  );
  assert.ok(trap, "the form has a field that people do not see");
  const answer = await sendRequest(
    desk.base,
    form,
    typed({ ...tomas, email: "robot@elsewhere.example" }, { [trap]: "https://spam.example" }),
  );
  assert.ok(answer.status < 500);
  assert.equal(await count("robot@elsewhere.example"), 0);
});

test("posts on one private page are limited, and the page says so", async () => {
  const { url } = await coordinator.submit(request({ ...nora, email: "chatty@harbour-bakery.example" }));
  const path = new URL(url).pathname;
  let refused;
  for (let i = 0; i < 80 && !refused; i += 1) {
    const sent = await replyOnPage(desk.base, path, `Message ${i}`);
    if (sent.status === 429) refused = sent;
    else assert.equal(sent.status, 303, sent.text);
  }
  assert.ok(refused, "eighty messages in a row were let through");
  assert.ok(Number(refused.headers["retry-after"]) > 0);
  assert.ok(refused.html.includes("Message "), "what was typed is kept");
  assert.equal((await visit(desk.base, path)).status, 200, "reading goes on");
});

describe("requests of one network", () => {
  test("beyond the limit are refused with what was typed, tokens are not touched", async () => {
    let taken = 0;
    let refused;
    for (let i = 0; i < 100 && !refused; i += 1) {
      const answer = await post(
        desk.base,
        "/requests",
        typed({ ...nora, email: `flood.${i}@elsewhere.example` }),
      );
      if (answer.status === 303) taken += 1;
      else refused = answer;
    }
    assert.ok(refused, "a hundred requests in a row were let through");
    assert.equal(refused.status, 429, refused.text);
    assert.ok(Number(refused.headers["retry-after"]) > 0);
    assert.ok(taken >= 15 && taken <= 20, `${taken} were taken`);
    assert.ok(refused.html.includes("Nobody can pay since this morning."), "what was typed is kept");
    for (let i = 0; i < 20; i += 1)
      await coordinator.submit(request({ ...nora, email: `program.${i}@elsewhere.example` }));
    const path = new URL((await coordinator.submit(request(nora))).url).pathname;
    assert.equal(
      (await replyOnPage(desk.base, path, "Still here.")).status,
      303,
      "private pages have limits of their own",
    );
  });

  test("a forwarded address from nobody we trust changes nothing", async () => {
    for (const name of ["x-forwarded-for", "forwarded", "x-real-ip"]) {
      const answer = await post(desk.base, "/requests", typed(nora), { headers: { [name]: "203.0.113.9" } });
      assert.equal(answer.status, 429, name);
    }
    await assert.rejects(() => submitByForm(desk.base, typed(nora)), /429/);
  });
});
