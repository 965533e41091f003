// A whole desk in a folder, while people write to it; restored elsewhere it is the desk as it was.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { nora, request, typed } from "../world/cast.mjs";
import { Desk, freePort, startDesk, temporaryFolder, verb } from "./support/desk.mjs";
import { openRequestForm, sendRequest, submitByForm, visit } from "./support/form.mjs";
import { checkLedger, column } from "./support/ledger.mjs";
import { traced } from "./support/traced.mjs";
import { until } from "./support/until.mjs";

const backups = Number(process.env.PUNCTUAL_BACKUPS ?? 10);
const perBackup = 40; // requests written while one is made, restored and looked at

const folder = temporaryFolder();
const place = (name) => path.join(folder, name);

async function run(...args) {
  const { status, out, err } = await verb(...args, { cwd: folder });
  assert.equal(status, 0, `${args.join(" ")}\n${out}${err}`);
  return out;
}

/** Turns one bit of the byte in the middle of a file. */
function flip(file) {
  const opened = openSync(file, "r+");
  const byte = Buffer.alloc(1);
  const middle = 16;
  readSync(opened, byte, 0, 1, middle);
  byte[0] ^= 1;
  writeSync(opened, byte, 0, 1, middle);
}

const blobsOf = (data) =>
  readdirSync(path.join(data, "blobs"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

describe("under load", () => {
  let desk;
  let coordinator;
  const state = { over: false, permitted: 100 };
  const acknowledged = [];
  let writing;

  /** Requests by the API, and by the form with a file. */
  async function write(number) {
    for (let i = 0; !state.over; i += 1) {
      await until("the next backup to begin", () => state.over || acknowledged.length < state.permitted, {
        seconds: 300,
      });
      const email = `writer.${number}@harbour-bakery.example`;
      const { ref } = await coordinator.submit(request({ ...nora, email }));
      acknowledged.push(ref);
      if (i % 8 === 0) {
        const form = await openRequestForm(desk.base);
        await sendRequest(desk.base, form, typed(nora, { email: `files.${number}@harbour-bakery.example` }), {
          files: [{ name: "a.txt", bytes: `file ${number} ${i} `.repeat(500) }],
        });
      }
    }
  }

  before(async () => {
    desk = await startDesk();
    coordinator = await desk.as(desk.person("coordinator"));
    writing = Promise.all(Array.from({ length: 4 }, (_, number) => write(number)));
    writing.catch(() => {});
    await until("something written", () => acknowledged.length > 20);
  });
  after(async () => {
    state.over = true;
    await desk?.stop();
  });

  test(`${backups} backups each restore to what was acknowledged before they began`, async () => {
    for (let i = 0; i < backups; i += 1) {
      const before = [...acknowledged];
      state.permitted = before.length + perBackup;
      const made = place(`backup-${i}`);
      await run("backup", "--data", desk.data, made);
      const restored = place(`restored-${i}`);
      const told = await run("restore", made, "--data", restored);
      assert.match(told, /nothing is wrong/);
      assert.match(await run("verify", "--data", made), /nothing is wrong/);
      const there = new Set(column(restored, "select id from ticket").map((id) => `P-${id}`));
      assert.deepEqual(
        before.filter((ref) => !there.has(ref)),
        [],
        "acknowledged and not in the backup",
      );
      if (i < backups - 1) for (const gone of [made, restored]) rmSync(gone, { recursive: true });
    }
    state.over = true;
    await writing;
    assert.match(await run("verify", "--data", desk.data), /nothing is wrong/, "beside the running desk");
  });

  test("a desk starts on what was restored, and everybody's links and passwords hold", async () => {
    const restored = place(`restored-${backups - 1}`);
    assert.ok(checkLedger(restored) > 0);
    const other = new Desk({
      data: restored,
      port: await freePort(),
      settings: {},
      demo: false,
      args: [],
      host: "127.0.0.1",
    });
    await other.spawn().ready();
    try {
      const again = await other.signedIn(desk.person("coordinator"));
      assert.ok((await again.get("/api/v1/tickets?state=all&limit=5")).items.length > 0);
    } finally {
      await other.stop();
    }
  });

  for (const [what, file, words] of [
    ["the database", () => "desk.sqlite", /desk\.sqlite: is damaged/],
    ["the key", () => "desk.key", /desk\.key: is damaged/],
    [
      "an attachment",
      (made) => path.relative(made, blobsOf(made)[0]),
      /blobs\/\w\w\/\w+: this attachment is damaged/,
    ],
  ]) {
    test(`a flipped byte in ${what} of a backup is named`, async () => {
      const made = place(`backup-${backups - 1}`);
      const damaged = path.join(made, file(made));
      flip(damaged);
      const { status, out, err } = await verb("verify", "--data", made, { cwd: folder });
      flip(damaged);
      assert.equal(status, 1, out + err);
      assert.match(out, words);
      assert.match(await run("verify", "--data", made), /nothing is wrong/);
    });
  }
});

describe("by the desk itself", () => {
  let desk;
  let manager;
  const daily = place("daily");
  const inFolder = () => (existsSync(daily) ? readdirSync(daily).sort() : []);
  before(async () => {
    desk = await startDesk({ settings: { PUNCTUAL_BACKUP_FOLDER: daily, PUNCTUAL_BACKUP_KEEP: "2" } });
    manager = await desk.as(desk.person("manager"));
  });
  after(() => desk?.stop());

  const listed = (count) =>
    until(`${count} backups in the list`, async () => {
      const { items } = await manager.get("/api/v1/backups");
      return items.length === count && items;
    });

  test("the first is made when the desk starts, and told", async () => {
    const [first] = await listed(1);
    assert.equal(first.error, null);
    assert.equal(first.scheduled, true);
    assert.equal(first.place, path.join(daily, inFolder()[0]));
    assert.match(await run("verify", "--data", first.place), /nothing is wrong/);
    const { schedule } = await until("the next to be planned", async () => {
      const answer = await manager.get("/api/v1/backups");
      return answer.schedule.next_at && answer;
    });
    assert.deepEqual(
      { ...schedule, next_at: schedule.next_at > first.began_at },
      { folder: daily, at: "03:00", keep: 2, next_at: true },
    );
    const metrics = (await manager.call("GET", "/metrics")).text;
    assert.match(metrics, /^punctual_backup_failed 0$/m);
    assert.match(metrics, /^punctual_backup_made_seconds 1\d{9}$/m);
  });

  test("one is made at once on demand, beside the daily ones; the next is refused until an hour has passed", async () => {
    const [daily_one] = inFolder();
    await manager.expect(202, "POST", "/api/v1/backups");
    const [asked] = await listed(2);
    assert.equal(asked.error, null);
    assert.equal(asked.scheduled, false);
    assert.match(asked.place, /-asked$/);
    const refused = await until("it to be over", async () => {
      const answer = await manager.call("POST", "/api/v1/backups", { json: {} });
      return answer.status === 409 && answer;
    });
    assert.match(refused.text, /may be asked for at \d{4}-/);
    assert.deepEqual(inFolder(), [daily_one, path.basename(asked.place)], "nothing was pushed out");
  });
});

test("a backup that cannot be made is told, on the page of managers and to who watches, and can be asked for again", async () => {
  const file = place("no-folder");
  writeSync(openSync(file, "w"), "a file where the folder should be");
  const desk = await startDesk({ settings: { PUNCTUAL_BACKUP_FOLDER: file } });
  try {
    const manager = await desk.as(desk.person("manager"));
    for (const count of [1, 2]) {
      const [failed] = await until("it to be told", async () => {
        const { items, schedule } = await manager.get("/api/v1/backups");
        return items.length === count && schedule.next_at && items;
      });
      assert.match(failed.error, /cannot be made/);
      if (count === 1) await manager.expect(202, "POST", "/api/v1/backups");
    }
    assert.match((await manager.call("GET", "/metrics")).text, /^punctual_backup_failed 1$/m);
  } finally {
    await desk.stop();
  }
});

test("without a folder none is made, and asking says what to do", async () => {
  const desk = await startDesk();
  try {
    const manager = await desk.as(desk.person("manager"));
    const refused = await manager.expect(409, "POST", "/api/v1/backups");
    assert.match(refused.title, /backup\.folder/);
    assert.deepEqual(await manager.get("/api/v1/backups"), { schedule: null, items: [] });

    await run("backup", "--data", desk.data, place("by-hand"));
    const made = async () => {
      const metrics = (await manager.call("GET", "/metrics")).text;
      const [, at] = /^punctual_backup_made_seconds (\d+)/m.exec(metrics);
      return [(await manager.get("/api/v1/backups")).items[0].there, Number(at) > 0];
    };
    assert.deepEqual(await made(), [true, true]);
    renameSync(place("by-hand"), place("taken-away"));
    assert.deepEqual(await made(), [false, false], "what is not there restores nothing");
  } finally {
    await desk.stop();
  }
});

test("wrong use is refused with what to do, and leaves nothing", async () => {
  const data = place("none");
  const full = place("full");
  mkdirSync(full);
  writeSync(openSync(path.join(full, "x"), "w"), "x");
  for (const [args, status, words] of [
    [["backup", "--data", data, place("to")], 1, /holds no desk; name its folder with --data DIR/],
    [["backup", "--data", data], 2, /TO is required/],
    [["restore", full, "--data", place("to")], 1, /backup\.json: is missing/],
    [["restore", "--data", place("to")], 2, /FROM is required/],
    [["verify", "--data", data], 1, /holds no desk/],
  ]) {
    const told = await verb(...args);
    assert.equal(told.status, status, args.join(" "));
    assert.match(told.err, words);
  }
  assert.equal(existsSync(place("to")), false);
});

test("a stop gives up a backup that a verb asked for before it waits for the requests it has taken", async (t) => {
  const data = place("stopped");
  const first = await startDesk({ data });
  t.after(() => first.stop());
  const ownPage = await submitByForm(first.base, typed(nora), {
    files: [{ name: "long.bin", bytes: "x".repeat(24_000_000) }],
  });
  const page = await visit(first.base, ownPage);
  const long = page.links.find(({ href }) => href?.includes("/attachments/")).href;
  for (let i = 0; i < 8; i += 1)
    await submitByForm(first.base, typed(nora), { files: [{ name: "a.txt", bytes: `file ${i}` }] });
  await first.stop();
  // Each attachment's folder takes a second and a half: the backup is at it for longer than a stop may wait.
  const desk = await startDesk({ data, under: traced("trace=mkdir", "inject=mkdir:delay_enter=1500000") });
  t.after(() => desk.stop());
  const made = verb("backup", "--data", data, place("given-up"));
  await until("the backup to begin", () => readdirSync(folder).some((name) => name.startsWith("given-up")));
  // Who takes a long file and does not read it is waited for.
  const held = net.connect(desk.port, "127.0.0.1").on("error", () => {});
  held.write(`GET ${long} HTTP/1.1\r\nHost: 127.0.0.1:${desk.port}\r\n\r\n`);
  await once(held, "data");
  held.pause();
  const began = performance.now();
  const ended = desk.stop();
  const { status, err } = await made;
  const seconds = (performance.now() - began) / 1000;
  assert.equal(status, 1);
  assert.match(err, /given up before it was complete/);
  assert.ok(seconds < 8, `${seconds} s; the requests are given 10`);
  held.destroy();
  await ended;
  assert.ok(!readdirSync(folder).some((name) => name.startsWith("given-up")), "nothing is left of it");
});

test("restoring ends what may have ended since, unless a desk is moved as it is", async () => {
  const data = place("moved");
  const desk = await startDesk({ data });
  const { mail } = desk.person("manager");
  const token = (await run("token", "create", "--data", data, "--as", mail, "--note", "x")).trim();
  await desk.stop();
  await run("backup", "--data", data, place("moving"));
  for (const [name, flags, ended, status] of [
    ["ended", [], /Ended, .*: 0 sessions, [1-9]\d* tokens?, /, 401],
    ["as-is", ["--as-is"], /^(?!.*Ended)/s, 200],
  ]) {
    assert.match(await run("restore", ...flags, place("moving"), "--data", place(name)), ended);
    const other = await startDesk({ data: place(name), demo: false });
    try {
      const headers = { authorization: `Bearer ${token}` };
      assert.equal((await fetch(`${other.base}/api/v1/tickets`, { headers })).status, status, name);
    } finally {
      await other.stop();
    }
  }
});

test("words of somebody else's do not reach the terminal as they are", async () => {
  await run("export", "--example", place("words.toml"));
  await run("apply", "--yes", "--data", place("words"), place("words.toml"));
  const sql =
    "insert into audit_head values (char(27) || ']0;pwned' || char(7), 1, 1, x'00'), ('line' || char(10) || 'forged', 1, 1, x'00')";
  execFileSync("sqlite3", [path.join(place("words"), "desk.sqlite"), sql]);
  const { status, out } = await verb("verify", "--data", place("words"), { cwd: folder });
  assert.equal(status, 1);
  assert.match(out, /audit of \\u001b\]0;pwned\\u0007 1: its chain is broken/);
  assert.match(out, /audit of line\\u000aforged 1: /);
});
