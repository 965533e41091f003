// Sixteen writers over HTTP, kill -9 again and again: whatever was acknowledged is there, and whole.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nora, request } from "../world/cast.mjs";
import { patience, startDesk } from "./support/desk.mjs";
import { checkLedger, column } from "./support/ledger.mjs";
import { until } from "./support/until.mjs";

const kills = Number(process.env.PUNCTUAL_KILLS ?? 20);
const writers = 16;
const fewest = 25 * kills; // acknowledgements; fewer prove nothing
const longestAbsence = 2 * patience; // seconds until it serves again

let desk;
let coordinator;
before(async () => {
  desk = await startDesk();
  coordinator = await desk.as(desk.person("coordinator"));
});
after(() => desk?.stop());

/** Writes until told to stop; a request that was cut off is sent again under its key, as a careful client does. */
async function write(number, state, acknowledged) {
  for (let i = 0; !state.over; i += 1) {
    const key = `writer-${number}-${i}`;
    const body = request(
      { ...nora, email: `writer.${number}@harbour-bakery.example` },
      { description: `Request ${key}\nwith an ümlaut.` },
    );
    let sent = 0;
    await until(
      `an answer to ${key}`,
      async () => {
        if (state.over && sent > 0) return true;
        sent += 1;
        const reply = await coordinator.call("POST", "/api/v1/tickets", {
          json: body,
          headers: { "idempotency-key": key },
        });
        if (reply.status === 201)
          acknowledged.set(key, { ref: reply.json.ref, description: body.description, sent });
        else if (reply.status !== 503)
          throw Object.assign(new Error(`${key}: ${reply.status} ${reply.text}`), { final: true });
        return reply.status === 201;
      },
      { seconds: 30, every: 5 },
    );
  }
}

test(`nothing acknowledged is lost in ${kills} kills`, async (t) => {
  const acknowledged = new Map();
  const state = { over: false };
  const writing = Array.from({ length: writers }, (_, number) => write(number, state, acknowledged));
  const failed = Promise.all(writing).catch((error) => {
    state.over = true;
    state.error = error;
  });
  const absences = [];
  for (let i = 0; i < kills && !state.error; i += 1) {
    const enough = acknowledged.size + fewest / kills + 1 + ((i * 7) % 13); // another place in the stream of commits each time
    await until("more acknowledgements", () => state.error || acknowledged.size >= enough, {
      seconds: 30,
      every: 1,
    });
    await desk.kill();
    const down = performance.now();
    await desk.spawn().ready();
    absences.push((performance.now() - down) / 1000);
  }
  state.over = true;
  await failed;
  if (state.error) throw state.error;
  t.diagnostic(
    `${acknowledged.size} acknowledged, ${kills} kills, back after at most ${Math.max(...absences).toFixed(2)} s`,
  );

  assert.ok(acknowledged.size >= fewest, `only ${acknowledged.size} acknowledgements`);
  assert.ok(Math.max(...absences) < longestAbsence, `once it took ${Math.max(...absences).toFixed(2)} s`);

  const refs = new Set();
  for (const [key, { ref, description }] of acknowledged) {
    const ticket = await coordinator.ticket(ref);
    assert.equal(ticket.description, description, key);
    const { items } = await coordinator.get(`/api/v1/tickets/${ref}/journal`);
    assert.deepEqual(
      items.map(({ seq }) => seq),
      items.map((_, i) => i + 1),
      key,
    );
    assert.equal(items.length, ticket.version, key);
    assert.deepEqual([items[0].type, items[0].data.description], ["submitted", description], key);
    assert.ok(ticket.clocks.first_reply, key);
    refs.add(ref);
  }
  assert.equal(refs.size, acknowledged.size, "each key has a ticket of its own");

  await desk.stop();
  assert.ok(checkLedger(desk.data) >= acknowledged.size);
  const described = "json_extract(content, '$.description')";
  const written = column(
    desk.data,
    `select ${described} from journal_content where ${described} like 'Request writer-%'`,
  );
  assert.equal(new Set(written).size, written.length, "a request sent again under its key is one ticket");
  await desk.spawn().ready();
});
