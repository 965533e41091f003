// Whether a desk can do its work here: each finding in a sentence, each with its remedy, 1 where something is wrong.
import assert from "node:assert/strict";
import { chmodSync, cpSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { freePort, startDesk, temporaryFolder, verb } from "./support/desk.mjs";
import { openMailbox } from "./support/mailbox.mjs";
import { openNames } from "./support/names.mjs";

const whole = {
  "support.agency.example": { a: ["203.0.113.7"] },
  "agency.example": { mx: ["mx.agency.example"], txt: ["v=spf1 mx -all"] },
  "support6.agency.example": { aaaa: ["2001:db8:0:0:0:0:0:7"] },
  "_dmarc.agency.example": { txt: ["v=DMARC1; p=none"] },
};

describe("punctual doctor", () => {
  const folder = temporaryFolder();
  const data = path.join(folder, "data");
  let names;
  let mailbox;
  let settings;
  before(async () => {
    const desk = await startDesk({ data });
    await desk.stop();
    names = await openNames(whole);
    mailbox = await openMailbox();
    settings = {
      PUNCTUAL_BASE_URL: "https://support.agency.example",
      PUNCTUAL_LISTEN: "127.0.0.1:8080",
      PUNCTUAL_TRUSTED_PROXIES: "127.0.0.1",
      PUNCTUAL_MAIL_FROM: "desk@agency.example",
      PUNCTUAL_SMTP_URL: mailbox.url,
    };
  });
  after(async () => {
    await names?.close();
    await mailbox?.close();
  });

  /** What it says with some settings changed, by area: `{status, wrong, look, fine}` of sentences with remedies. */
  async function looked(changes = {}, at = data, dns = names.place) {
    const { status, out, err } = await verb("doctor", "--data", at, "--dns", dns, "--json", {
      settings: { ...settings, ...changes },
    });
    const findings = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.equal(err, "");
    for (const { state, remedy } of findings) assert.equal(remedy !== "", state !== "fine");
    const of = (wanted) =>
      findings
        .filter(({ state }) => state === wanted)
        .map(({ area, found, remedy }) => `${area}: ${found}; ${remedy}`)
        .join("\n");
    return { status, wrong: of("wrong"), doubtful: of("doubtful"), fine: of("fine") };
  }

  test("finds nothing wrong where everything is as it should be", async () => {
    const { status, wrong, doubtful, fine } = await looked();
    assert.equal(wrong, "");
    assert.equal(status, 0);
    for (const area of ["address", "data folder", "database", "mail", "names"])
      assert.match(fine, new RegExp(`^${area}: `, "m"));
    // The tests' machine may have nobody who keeps its clock.
    for (const line of doubtful.split("\n")) assert.match(line, /^(clock|backups): |^$/);
  });

  test("names a file of settings that holds a password and that everybody can read", async () => {
    const file = path.join(folder, "punctual.toml");
    const settingsSay = async (text, mode) => {
      writeFileSync(file, text);
      chmodSync(file, mode);
      const { status, out } = await verb("doctor", "--data", data, "--dns", names.place, "--config", file, {
        settings,
      });
      return { status, line: out.split("\n").find((line) => / settings +/.test(line)) };
    };
    const held = '[mail]\nsmtp_url = "smtp://desk:secret@mail.example.com:587"\n';
    const open = await settingsSay(held, 0o644);
    assert.equal(open.status, 1);
    assert.match(open.line, /^WRONG {2}settings .*punctual\.toml holds the mail server's password/);
    for (const [text, mode] of [
      [held, 0o600],
      [held, 0o640],
      ['[mail]\nsmtp_url = "smtp://localhost:25"\n', 0o644],
      ['listen = "127.0.0.1:8080"\n', 0o644],
    ])
      assert.match((await settingsSay(text, mode)).line, /^fine {3}settings /);
  });

  test("says it in words for people", async () => {
    const { status, out } = await verb("doctor", "--data", data, "--dns", names.place, { settings });
    assert.equal(status, 0);
    assert.match(out, /^fine {3}address {6}people come by https:\/\/support\.agency\.example$/m);
    assert.match(out, /^fine {3}database {5}SQLite finds the file whole; \d+ tickets$/m);
  });

  test("takes an address of either kind for one", async () => {
    const { status, fine } = await looked({ PUNCTUAL_BASE_URL: "https://support6.agency.example" });
    assert.equal(status, 0);
    assert.match(fine, /^names: support6\.agency\.example is 2001:db8::7/m);
  });

  const wrongs = [
    [
      "no proxy is named",
      { PUNCTUAL_TRUSTED_PROXIES: "" },
      /address: .*none is named.*; set trusted_proxies/,
    ],
    [
      "passwords in the clear",
      { PUNCTUAL_BASE_URL: "http://support.agency.example", PUNCTUAL_LISTEN: "0.0.0.0:8080" },
      /address: .*in the clear; put a proxy with TLS in front/,
    ],
    [
      "a sender nobody can answer",
      { PUNCTUAL_MAIL_FROM: "desk@nowhere.example" },
      /names: no server takes mail for nowhere\.example.*; publish an MX/,
    ],
    [
      "a desk nobody finds",
      { PUNCTUAL_BASE_URL: "https://lost.agency.example" },
      /names: lost\.agency\.example has no address.*; publish an A record/,
    ],
  ];
  for (const [what, changes, words] of wrongs) {
    test(`${what} is wrong`, async () => {
      const { status, wrong } = await looked(changes);
      assert.equal(status, 1);
      assert.match(wrong, words);
    });
  }

  test("a mail server that is not there, or does not know our password, is wrong", async () => {
    const gone = await looked({ PUNCTUAL_SMTP_URL: `smtp://127.0.0.1:${await freePort()}` });
    assert.match(gone.wrong, /mail: the mail server cannot be used: .*; check mail\.smtp_url/);
    const locked = await openMailbox({ user: "desk", password: "right" });
    try {
      const known = await looked({ PUNCTUAL_SMTP_URL: locked.url });
      assert.match(known.fine, /mail: the mail server takes our password/);
      const { wrong } = await looked({ PUNCTUAL_SMTP_URL: locked.url.replace("right", "wrong") });
      assert.match(wrong, /mail: the mail server cannot be used/);
      assert.doesNotMatch(wrong, /right|wrong@|desk:/);
    } finally {
      await locked.close();
    }
  });

  test("what is not published is worth a look", async () => {
    const bare = await openNames({
      "agency.example": { a: ["203.0.113.7"] },
      "support.agency.example": { a: ["203.0.113.7"] },
    });
    try {
      const { status, doubtful } = await looked({}, data, bare.place);
      assert.equal(status, 0);
      assert.match(doubtful, /agency\.example does not say who may send its mail.*v=spf1/);
      assert.match(doubtful, /does not say what to do with forged mail.*_dmarc\.agency\.example/);
    } finally {
      await bare.close();
    }
  });

  test("a folder others can open, a key that is gone, a file that is damaged", async () => {
    const other = path.join(folder, "other");
    cpSync(data, other, { recursive: true });
    chmodSync(other, 0o755);
    assert.match((await looked({}, other)).doubtful, /data folder: .*others of this machine.*; chmod/);
    rmSync(path.join(other, "desk.key"));
    assert.match(
      (await looked({}, other)).wrong,
      /data folder: desk\.key is missing.*; copy it from a backup/,
    );
    const file = openSync(path.join(other, "desk.sqlite"), "r+");
    writeSync(file, Buffer.alloc(4096, 1), 0, 4096, 8192);
    const { status, wrong } = await looked({}, other);
    assert.equal(status, 1);
    assert.match(wrong, /database: .*; stop the desk and restore a backup/);
  });

  test("a folder without a desk is said so", async () => {
    const { status, wrong } = await looked({}, path.join(folder, "none"));
    assert.equal(status, 1);
    assert.match(wrong, /holds no desk; name its folder/);
  });

  test("--dns that is none is refused by name", async () => {
    const { status, err } = await verb("doctor", "--data", data, "--dns", "localhost:x", { settings });
    assert.equal(status, 2);
    assert.match(err, /--dns: "localhost:x" is no name server; write its IPv4 address/);
  });
});
