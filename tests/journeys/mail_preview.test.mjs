// Mails as a desk would write them, before anybody gets one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { applied, example, exported, file, newFolder } from "./support/configuration.mjs";
import { verb } from "./support/desk.mjs";
import { readPage } from "./support/page.mjs";

describe("mail preview", () => {
  const kinds = [
    "received",
    "first_reply",
    "reply",
    "waiting",
    "resolved",
    "staff_new_ticket",
    "staff_warning",
    "staff_missed",
    "staff_handed_over",
    "estimate",
    "staff_estimate_decided",
  ];

  test("lists the mails and the templates they are made of", async () => {
    const { status, out } = await verb("mail", "preview");
    assert.equal(status, 0);
    for (const kind of kinds)
      for (const name of [`${kind}\n`, `${kind}.txt\n`, `${kind}.html\n`, `${kind}.subject\n`])
        assert.ok(out.includes(`  ${name}`), name);
  });

  const ofTheRota = [
    "time_off_requested",
    "time_off_decided",
    "time_off_withdrawn",
    "swap",
    "staff_hand_off",
  ];

  for (const kind of ofTheRota)
    test(`of ${kind} is a whole mail, and can read otherwise`, async () => {
      const { out: all } = await verb("mail", "preview");
      for (const name of [`${kind}\n`, `${kind}.txt\n`, `${kind}.html\n`, `${kind}.subject\n`])
        assert.ok(all.includes(`  ${name}`), name);
      const { status, out, err } = await verb("mail", "preview", kind);
      assert.equal(status, 0, err);
      assert.match(out, /^From: {4}Example Agency <support@desk\.example>\nSubject: .*\n\nHello /);
      assert.match(out, /day \d+ /);
      assert.doesNotMatch(out, /\{\{/);
      assert.ok(readPage((await verb("mail", "preview", kind, "--html")).out));
      const own = example.replace(
        "[mail.templates]\n",
        `[mail.templates]\n"${kind}.subject" = "Rota: {{dates}}{{takes_on}}"\n"rota_foot.txt" = "Yours, {{desk_name}}"\n`,
      );
      const other = (await verb("mail", "preview", kind, "--from", file(own))).out;
      assert.match(other, /\nSubject: Rota: .*day \d+ [\s\S]*Yours, Quillmoor Studio/);
    });

  for (const kind of ["statement", "low_balance", "staff_low_balance"])
    test(`of ${kind} is a whole mail`, async () => {
      const { status, out, err } = await verb("mail", "preview", kind);
      assert.equal(status, 0, err);
      assert.match(out, /^From: {4}Example Agency <support@desk\.example>\nSubject: .*\n\nHello /);
      assert.doesNotMatch(out, /\{\{|\n\n\n/);
      assert.ok(readPage((await verb("mail", "preview", kind, "--html")).out));
    });

  test("lists what a template may name", async () => {
    const { out } = await verb("mail", "preview");
    for (const name of ["ref", "desk_name", "expectation.next_step"])
      assert.match(out, new RegExp(`^ {2}${name} +\\S`, "m"));
  });

  for (const kind of kinds)
    test(`of ${kind} is a whole mail`, async () => {
      const { status, out, err } = await verb("mail", "preview", kind);
      assert.equal(status, 0, err);
      assert.match(out, /^From: {4}Example Agency <support@desk\.example>\nSubject: .*P-1042.*\n\n/);
      assert.match(out, /The checkout ends with an error|Nora/);
      assert.doesNotMatch(out, /\{\{/);
      const html = readPage((await verb("mail", "preview", kind, "--html")).out);
      assert.ok(html);
      assert.ok((await verb("mail", "preview", kind, "--text")).out.length > 100);
    });

  test("reads as the desk's own templates say, applied or in a file", async () => {
    const data = newFolder();
    const own = example.replace(
      "[mail.templates]\n",
      '[mail.templates]\n"foot.txt" = "Yours, {{desk_name}}"\n',
    );
    const place = file(own);
    assert.match((await verb("mail", "preview", "reply", "--from", place)).out, /Yours, Quillmoor Studio/);
    await applied(data, own);
    assert.match(
      (await verb("mail", "preview", "--data", data, "reply")).out,
      /^From: {4}Quillmoor Studio [\s\S]*Yours, Quillmoor Studio/,
    );
    const { out } = await verb("mail", "preview", "--source", "foot.txt");
    assert.equal(
      out,
      readFileSync(new URL("../../templates/mail/foot.txt.mustache", import.meta.url), "utf8"),
    );
    const again = example.replace("[mail.templates]\n", `[mail.templates]\n"foot.txt" = '''\n${out}'''\n`);
    await applied(data, again);
    assert.match(await exported(data), /\[mail\.templates\]\n\n/, "what is built in is none of one's own");
  });

  test("of what there is not names the nearest", async () => {
    const { status, err } = await verb("mail", "preview", "recieved");
    assert.deepEqual([status, err], [2, 'punctual: there is no mail "recieved"; did you mean received?\n']);
  });
});
