// A desk as text: made from a file, written out, edited while it runs; shown first, all or nothing.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { nora, request, typed } from "../world/cast.mjs";
import {
  applied,
  apply,
  edit,
  example,
  exported,
  file,
  folder,
  newFolder,
} from "./support/configuration.mjs";
import { binary, startDesk, verb } from "./support/desk.mjs";
import { openRequestForm, sendRequest } from "./support/form.mjs";
import { send } from "./support/http.mjs";
import { checkLedger, column, newestAudit } from "./support/ledger.mjs";
import { openMailbox } from "./support/mailbox.mjs";
import { until } from "./support/until.mjs";

describe("a folder without a desk", () => {
  test("gets the one the file says, and its public page shows it", async () => {
    const data = newFolder();
    const out = await applied(data, example);
    assert.match(out, /There is no desk in this folder yet/);
    assert.match(
      out,
      /Applied\.\n12 people are new and without a password until invited: punctual person invite --mail ADDRESS, /,
    );
    assert.match(out, /\+ people +imani@quillmoor\.example/);
    checkLedger(data);
    const desk = await startDesk({ data, demo: false });
    try {
      const { text } = await send(desk.base, { path: "/" });
      for (const words of [
        "Quillmoor Studio",
        "Something broken, slow or unclear on your site?",
        "It is done, and you know",
        "Business stopped",
        "30-minute response",
        "Will this cost me extra?",
        "<strong>nothing is charged before you have agreed to it</strong>",
        "Monday–Friday, 8 am – 5 pm ET",
        "four-day week",
      ])
        assert.ok(text.includes(words), words);
      const coordinator = await desk.as({ mail: "imani@quillmoor.example" });
      const { items } = await coordinator.get("/api/v1/people");
      assert.equal(items.length, 12);
      const people = (await verb("person", "list", "--data", data)).out;
      assert.equal(people.match(/ {2}not invited yet {2}/g).length, 12, people);
      assert.deepEqual(desk.people, [], "nobody has a password");
    } finally {
      await desk.stop();
    }
  });

  test("is shown what it would become, and is not made by that", async () => {
    const data = path.join(folder, "looked-at");
    const { status, out } = await apply(data, example, "--dry-run");
    assert.equal(status, 3);
    assert.match(out, /\+ hours\n {4}time zone: America\/New_York\n {4}Monday: 08:00–17:00/);
    assert.match(out, /Is this meant\? mail, from: support@quillmoor\.example is an address of the example/);
    assert.equal(existsSync(data), false);
  });

  test("written out and applied again there is nothing to change", async () => {
    const data = newFolder();
    await applied(data, example);
    const text = await exported(data);
    for (const flags of [["--yes"], ["--dry-run"], []]) {
      const { status, out } = await apply(data, text, ...flags);
      assert.deepEqual({ status, out }, { status: 0, out: "Nothing to change.\n" });
    }
    assert.equal((await apply(data, example, "--dry-run")).out, "Nothing to change.\n");
    const place = path.join(folder, "out.toml");
    assert.equal((await verb("export", "--data", data, place)).status, 0);
    assert.equal(readFileSync(place, "utf8"), text);
    assert.equal((await verb("export", "--example")).out, example);
    const again = await verb("export", "--example", place);
    assert.equal(again.status, 1);
    assert.match(again.err, /there is a file already; name another place/);
    assert.equal(readFileSync(place, "utf8"), text);
  });

  test("killed anywhere it has no desk or the whole one", async () => {
    const outcomes = new Set();
    const place = file(example);
    for (let i = 0; i < 12; i += 1) {
      const data = newFolder();
      const child = spawn(binary, ["apply", "--data", data, "--yes", place], { stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("close", resolve));
      const began = performance.now();
      while (performance.now() - began < 6 * i) await new Promise(setImmediate);
      child.kill("SIGKILL");
      await ended;
      const { out, status } = await apply(data, example, "--dry-run");
      outcomes.add(status);
      assert.ok(out === "Nothing to change.\n" || out.startsWith("There is no desk"), out);
      await applied(data, example);
      assert.equal((await apply(data, example, "--dry-run")).out, "Nothing to change.\n");
    }
    assert.ok(outcomes.has(3), "some were killed before");
  });
});

describe("a running desk", () => {
  let desk;
  let mailbox;
  let text;
  let manager;
  before(async () => {
    mailbox = await openMailbox();
    const data = newFolder();
    await applied(data, example);
    desk = await startDesk({
      data,
      demo: false,
      settings: {
        PUNCTUAL_SMTP_URL: mailbox.url,
        PUNCTUAL_LIMITS_FORMS_PER_NETWORK: undefined,
      },
    });
    manager = await desk.as({ mail: "helen@quillmoor.example" });
    text = await exported(data);
  });
  after(async () => {
    await desk?.stop();
    await mailbox?.close();
  });

  const page = async () => (await send(desk.base, { path: "/" })).text;
  const names = async (of) => (await manager.get(`/api/v1/${of}`)).items.map(({ name }) => name);
  const clientNamed = async (name) =>
    (await manager.get("/api/v1/clients")).items.find((one) => one.name === name);

  // What is edited, how the difference reads, and how it shows at once.
  const edits = [
    [
      "the agency's name",
      ['"Quillmoor Studio"', '"Quillmoor & Sons"'],
      /~ desk\n {4}name: Quillmoor & Sons, was Quillmoor Studio\n/,
      async () => assert.match(await page(), /Quillmoor &amp; Sons/),
    ],
    [
      "a step",
      ['title = "We read it"', 'title = "Somebody reads it"'],
      /~ steps\n {4}step 1: Somebody reads it: .*, was We read it: /,
      async () => assert.match(await page(), /<h3>Somebody reads it<\/h3>/),
    ],
    [
      "a question",
      ['question = "When are you there?"', 'question = "When are you *in*?"'],
      /~ faq\n {4}question 4: When are you \*in\*\?: /,
      async () => assert.match(await page(), /<h3>When are you \*in\*\?<\/h3>/),
    ],
    [
      "a tier",
      ['title = "Low impact"', 'title = "Small things"'],
      /~ tiers\n {4}tier 3: Small things: /,
      async () => assert.match(await page(), /Tier 3 · Small things/),
    ],
    [
      "a target",
      [
        '{ first_reply = "30m", next_reply = "1h", resolution = "8h" },\n  { first_reply = "4h"',
        '{ first_reply = "45m", next_reply = "1h", resolution = "8h" },\n  { first_reply = "4h"',
      ],
      /~ policies {2}standard\n {4}tier 1: first reply 45m, next reply 1h, resolution 8h, was first reply 30m/,
      async () => assert.match(await page(), /45-minute response/),
    ],
    [
      "the hours",
      ['mon-fri = ["08:00-17:00"] }', 'mon-fri = ["08:00-17:00"], sat = ["09:00-12:00"] }'],
      /~ hours\n {4}Saturday: 09:00–12:00 instead of closed\.\n/,
      async () => assert.match(await page(), /Saturday, 9 am – noon ET/),
    ],
    [
      "a person",
      [
        '\n[[people]]\nname = "Dale',
        '\n[[people]]\nname = "Una Reid"\nemail = "una@quillmoor.example"\nrole = "member"\npods = ["Basalt"]\nweekly = { mon-thu = ["08:00-17:00"] }\n\n[[people]]\nname = "Dale',
      ],
      /\+ people {2}una@quillmoor\.example\n {4}name: Una Reid\n/,
      async () => assert.ok((await names("people")).includes("Una Reid")),
    ],
    [
      "a pod's name",
      [
        'name = "Basalt"\n',
        'name = "Granite"\nwas = "Basalt"\n',
        'pods = ["Basalt"]',
        'pods = ["Granite"]',
        'pod = "Basalt"',
        'pod = "Granite"',
      ],
      /~ pods {5}Granite\n {4}name: Granite, was Basalt\n/,
      async () => assert.deepEqual(await names("pods"), ["Granite", "Juniper"]),
    ],
    [
      "a client's contact and policy",
      [
        'name = "Northgate Dental"\npod = "Granite"\npolicy = "standard"\nskills = ["WordPress"]\ncontacts = [\n',
        'name = "Northgate Dental"\npod = "Granite"\npolicy = "priority"\nskills = ["WordPress"]\ncontacts = [\n  { name = "Nora Quist", email = "nora@harbour-bakery.example" },\n',
      ],
      /~ clients {2}Northgate Dental\n {4}policy: priority, was standard\n {4}contact nora@harbour-bakery\.example: Nora Quist\n/,
      async () =>
        assert.ok((await clientNamed("Northgate Dental")).contacts.some(({ name }) => name === "Nora Quist")),
    ],
    [
      "a client taken out",
      [
        /\n\[\[clients\]\]\nname = "Saltmarsh Theatre".*?\n(?=\n\[)/s,
        "",
        /\n\[\[agreements\]\]\nclient = "Saltmarsh Theatre".*?\n(?=\n\[)/s,
        "",
      ],
      /- clients {2}Saltmarsh Theatre\n {4}its contacts are strangers from now on/,
      async () => assert.equal(await clientNamed("Saltmarsh Theatre"), undefined),
    ],
    [
      "a mail",
      [
        /\[mail\.templates\]\n/,
        '[mail.templates]\n"received.subject" = "{{ref}}: we have it"\n"foot.txt" = "Yours, {{desk_name}}\\n"\n',
      ],
      /~ mail\.templates\n {4}mail\/foot\.txt: Yours, \{\{desk_name\}\}\n/,
      async () => {
        const { ref } = await manager.submit(request(nora));
        const mail = await mailbox.first("the receipt", ({ subject }) => subject === `${ref}: we have it`);
        assert.match(mail.text, /Yours, Quillmoor & Sons/);
        assert.equal(mail.from.value[0].address, "support@quillmoor.example");
      },
    ],
    [
      "the sender",
      ['from = "support@quillmoor.example"', 'from = "desk@quillmoor.example"'],
      /~ mail\n {4}from: desk@quillmoor\.example, was support@quillmoor\.example\n/,
      async () => {
        const { ref } = await manager.submit(request(nora));
        const mail = await mailbox.first("the receipt", ({ subject }) => subject.startsWith(`${ref}:`));
        assert.equal(mail.from.value[0].address, "desk@quillmoor.example");
      },
    ],
    [
      "who is told",
      ['percent = 75\ntell = ["assignee", "pod_lead"]', 'percent = 70\ntell = ["managers"]'],
      /~ escalation\n {4}at 70 %: managers\n {4}at 75 %: nothing, was assignee, pod_lead\n/,
      async () => {},
    ],
    [
      "a limit",
      ["forms_per_network = 60", "forms_per_network = 1"],
      /~ limits\n {4}forms_per_network: 1, was 60\n/,
      async () => {
        const statuses = [];
        for (let i = 0; i < 2; i += 1)
          statuses.push((await sendRequest(desk.base, await openRequestForm(desk.base), typed(nora))).status);
        assert.deepEqual(statuses, [303, 429]);
      },
    ],
  ];
  for (const [what, replacements, difference, inForce] of edits)
    test(`${what} is shown, then it is so, and written out as it was written`, async () => {
      let wanted = text;
      for (let i = 0; i < replacements.length; i += 2) {
        const [from, to] = replacements.slice(i, i + 2);
        if (typeof from === "string") assert.ok(wanted.includes(from), from);
        wanted = typeof from === "string" ? wanted.replaceAll(from, to) : wanted.replace(from, to);
      }
      const seen = await apply(desk.data, wanted, "--dry-run");
      assert.equal(seen.status, 3, `${seen.out}${seen.err}`);
      assert.match(seen.out, difference);
      assert.equal(await exported(desk.data), text, "nothing has changed yet");
      await applied(desk.data, wanted);
      await inForce();
      assert.equal((await apply(desk.data, wanted, "--dry-run")).out, "Nothing to change.\n");
      text = await exported(desk.data);
      assert.equal((await apply(desk.data, text, "--dry-run")).out, "Nothing to change.\n");
    });

  test("a client called otherwise is asked about, since its contacts are the same", async () => {
    const wanted = text.replaceAll('"Marrow & Pine"', '"Marrow and Pine"');
    const { out } = await apply(desk.data, wanted, "--dry-run");
    assert.match(
      out,
      /Is this meant\? clients: Marrow & Pine is taken out .* was = "Marrow & Pine" beside the name/,
    );
  });

  test("keeps who has running requests, and says what to do", async () => {
    const { items } = await manager.get("/api/v1/people");
    const pods = (await manager.get("/api/v1/pods")).items;
    const owen = items.find(({ email }) => email === "owen@quillmoor.example");
    const { ref } = await manager.submit(request(nora));
    await manager.triage(ref, {
      tier: 2,
      pod: pods.find(({ name }) => name === "Juniper").id,
      assignee: owen.id,
    });
    const wanted = text.replace(/\n\[\[people\]\]\nname = "Owen Talbot".*?\n(?=\n\[\[)/s, "");
    assert.notEqual(wanted, text);
    const { status, err } = await apply(desk.data, wanted, "--yes");
    assert.equal(status, 1);
    assert.equal(
      err,
      `people: owen@quillmoor.example: is not listed any more but has running requests: ${ref}; hand them over first, or keep the person\n`,
    );
    assert.equal(await exported(desk.data), text);
  });

  test("shows what it opens where people work, and keeps that it was known", async () => {
    let wanted = text;
    for (const email of ["owen@quillmoor.example", "marcus@quillmoor.example"]) {
      const entry = wanted.slice(wanted.indexOf(`email = "${email}"`)).split("\n\n")[0];
      wanted = edit(wanted, entry, entry.replace("tue-fri", "mon-thu"));
    }
    const { out } = await apply(desk.data, wanted, "--dry-run");
    const line = / {2}Juniper: .* 08:00–17:00, .*until .* \(9 h\): nobody is there; nobody's week has it/;
    assert.match(out, /\nThis opens gaps in what clients were promised:\n/);
    assert.match(out, line);
    const told = JSON.parse((await apply(desk.data, wanted, "--yes", "--json")).out);
    assert.deepEqual([told.applied, told.opens.length, told.opens_more], [true, 1, 0]);
    assert.match(`  ${told.opens[0]}`, line);
    assert.ok(newestAudit(desk.data, "rota", 1).knowing.length > 40);
    await applied(desk.data, text);
  });

  test("killed while it is changed is the old desk or the new one, and every chain holds", async () => {
    const one = edit(text, 'goal = "1h"', 'goal = "2h"');
    const other = text;
    for (let i = 0; i < 4; i += 1) {
      const applying = verb("apply", "--data", desk.data, "--yes", file(i % 2 ? other : one));
      const began = performance.now();
      while (performance.now() - began < 12 * i) await new Promise(setImmediate);
      await desk.kill();
      await applying;
      desk.spawn();
      await desk.ready();
      assert.ok([one, other].includes(await exported(desk.data)));
      checkLedger(desk.data);
    }
  });
});

describe("other hours", () => {
  test("tell which running requests get another due, and they get it", async () => {
    const desk = await startDesk();
    try {
      const text = await exported(desk.data);
      const allDay = text
        .replace(/mon-fri = \["08:00-17:00"\] \}/, 'mon-sun = ["00:00-24:00"] }')
        .replace(/^holidays = \[[^\]]*\]\n/m, "");
      const { status, out } = await apply(desk.data, allDay, "--dry-run");
      assert.equal(status, 3, out);
      const said =
        /Running requests: (\d+) of (\d+) get another due(?:, (\d+) become late \(([^)]*)\))?/.exec(out);
      assert.ok(said && Number(said[1]) > 0, out);
      const json = await apply(desk.data, allDay, "--yes", "--json");
      assert.equal(json.status, 0, json.err);
      const told = JSON.parse(json.out);
      assert.equal(told.applied, true);
      assert.deepEqual([told.requests.moved, told.requests.running].map(String), [said[1], said[2]]);
      const manager = await desk.as(desk.person("manager"));
      await until(
        "running requests to follow",
        async () => (await manager.get("/api/v1/business-hours")).rejudging === 0,
        { seconds: 30 },
      );
      const moved = column(desk.data, "SELECT count(*) FROM journal WHERE type = 'rejudged'").map(Number)[0];
      assert.ok(moved >= told.requests.moved);
      const ahead = new Date(Date.now());
      for (const ref of told.requests.late) {
        const { clocks } = await manager.ticket(ref);
        const late = Object.values(clocks).some((clock) => clock?.due && new Date(clock.due) < ahead);
        assert.ok(late, `${ref} is late now`);
      }
      assert.match((await verb("verify", "--data", desk.data)).out, /nothing is wrong/);
    } finally {
      await desk.stop();
    }
  });
});
