// The first day on a server that has nothing but Debian 12, by the lines docs/OPERATIONS.md gives: the package is
// installed, the example applied, the manager invited; the first request comes in, a backup serves elsewhere. Without
// systemd its lines are done by hand, as the unit says. Needs root and a Debian mirror.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { signIn } from "../journeys/support/api.mjs";
import { freePort, temporaryFolder } from "../journeys/support/desk.mjs";
import { submitByForm } from "../journeys/support/form.mjs";
import { send } from "../journeys/support/http.mjs";
import { goIn, goodPassword, linkIn } from "../journeys/support/people.mjs";
import { until } from "../journeys/support/until.mjs";

const project = path.resolve(import.meta.dirname, "../..");
const manual = readFileSync(path.join(project, "docs/OPERATIONS.md"), "utf8");
const unit = readFileSync(path.join(project, "deploy/punctual.service"), "utf8");
const settingOf = (name) => new RegExp(`^${name}=(.*)$`, "m").exec(unit)[1];
const folder = temporaryFolder();
const run = (program, args, options = {}) =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...options });

/** The shell lines under a heading of the manual, without their comments. */
function linesUnder(heading, nth = 0) {
  const section = manual.slice(manual.indexOf(`\n## ${heading}\n`) + 1).split(/\n## /)[0];
  const blocks = [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block);
  return blocks[nth]
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/\s+#.*$/, ""));
}

/** A machine with nothing but Debian; what is mounted in it goes with each command. */
class Server {
  constructor(name) {
    this.root = path.join(folder, name);
    this.cwd = "/root";
  }
  words(line) {
    const inside = `mount --bind /dev "$1/dev" && mount -t proc proc "$1/proc" && exec chroot "$1" sh -c "cd $2 && $3"`;
    return ["--mount", "sh", "-c", inside, "sh", this.root, this.cwd, line];
  }
  env = { HOME: "/root", PATH: "/usr/sbin:/usr/bin:/sbin:/bin", DEBIAN_FRONTEND: "noninteractive" };
  run(line, options = {}) {
    return run("unshare", this.words(line), { env: this.env, ...options });
  }
  place(name) {
    return path.join(this.root, name);
  }
  /** What systemd would do by the unit. */
  start() {
    const line = `exec runuser -u ${settingOf("User")} -- env PUNCTUAL_DATA=/var/lib/punctual ${settingOf("ExecStart")}`;
    this.desk = spawn("unshare", this.words(line), { env: this.env, stdio: "ignore" });
    this.ended = new Promise((resolve) => this.desk.once("exit", resolve));
  }
  async stop() {
    if (!this.desk) return;
    this.desk.kill("SIGTERM");
    await this.ended;
  }
}

const first = new Server("first");
const second = new Server("second");
let base;
let manager;
let page;
const backup = "/var/backups/punctual/by-hand";
const up = () => until("the desk serves", async () => (await send(base, { path: "/readyz" })).status === 200);

/** A line of the manual, done as its reader would. */
function follow(server, line) {
  if (line.startsWith("cd ")) server.cwd = line.slice(3);
  else if (line.startsWith("editor /etc/")) setAddress(server);
  else if (line.startsWith("editor ")) assert.ok(existsSync(server.place(`${server.cwd}/${line.slice(7)}`)));
  else if (line.startsWith("systemctl ")) server.start();
  else if (line.includes(" apply ")) return server.run(`${line} --yes`);
  else return server.run(line.replace("MANAGER", "helen@quillmoor.example"));
}

function setAddress(server) {
  const file = server.place("etc/punctual/punctual.toml");
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text
      .replace(/^listen = .*$/m, `listen = "${base.slice(7)}"`)
      .replace(/^base_url = .*$/m, `base_url = "${base}"`),
  );
}

before(async () => {
  assert.equal(process.getuid(), 0, "a bare server is made by root");
  base = `http://127.0.0.1:${await freePort()}`;
  run("debootstrap", ["--variant=minbase", "bookworm", first.root], { timeout: 1_200_000 });
  run("cp", ["-a", first.root, second.root]);
  const made = run(path.join(project, "bin/package"), []).trim();
  for (const server of [first, second]) {
    copyFileSync(made, server.place(`root/${path.basename(made)}`));
    server.run("apt-get update");
  }
});
after(async () => {
  await Promise.all([first.stop(), second.stop()]);
});

test("installed, configured and started by the manual's lines", async () => {
  for (const line of linesUnder("From nothing to a desk")) {
    if (line.includes(" person invite ")) await up();
    if (line.includes(" doctor ")) continue;
    const out = follow(first, line.replace("apt-get install", "apt-get install -y --no-install-recommends"));
    if (line.includes(" person invite ")) manager = await goIn(base, linkIn(base, out));
  }
  assert.equal((await manager.get("/api/v1/session")).person.role, "manager");
  assert.match((await send(base)).text, /Quillmoor Studio/);
});

test("the first request comes in and is assessed", async () => {
  page = await submitByForm(base, {
    name: "Ann Client",
    email: "ann@client.example",
    site: "https://client.example",
    live: "yes",
    description: "The shop's pictures are gone.",
    impact: "degraded",
  });
  const [pods, people, tickets] = await Promise.all(
    ["pods", "people", "tickets"].map((part) => manager.get(`/api/v1/${part}`)),
  );
  const owen = people.items.find(({ name }) => name === "Owen Talbot");
  await manager.triage(tickets.items[0].ref, { tier: 2, pod: pods.items[0].id, assignee: owen.id });
});

test("the doctor has a remedy for all that is wrong here", () => {
  const line = linesUnder("From nothing to a desk").find((one) => one.includes(" doctor "));
  const out = first.run(`${line} --dns 127.0.0.1:9 --json || true`);
  const findings = out.trim().split("\n").map(JSON.parse);
  for (const area of ["data folder", "database"])
    for (const { state, found } of findings.filter((one) => one.area === area))
      assert.equal(state, "fine", found);
  for (const { state, remedy, found } of findings) assert.ok(state === "fine" || remedy, found);
});

test("a backup serves on another machine", async () => {
  first.run(`runuser -u punctual -- punctual backup --data /var/lib/punctual ${backup}`);
  await first.stop();
  second.run(
    `apt-get install -y --no-install-recommends ./${readdirSync(second.place("root")).find((name) => name.endsWith(".deb"))}`,
  );
  setAddress(second);
  run("cp", ["-a", first.place(backup), second.place("var/backups/punctual/")]);
  second.run(`chown -R punctual: ${backup}`);
  for (const line of linesUnder("Backups"))
    follow(second, line.replace(/\/var\/backups\/punctual\/\S+/, backup));
  await up();
  assert.match((await send(base, { path: page })).text, /pictures are gone/);
  const again = await signIn(base, { mail: "helen@quillmoor.example", password: goodPassword });
  assert.equal((await again.get("/api/v1/tickets")).items[0].tier, 2);
});

test("removed, the package leaves the data and the backups", async () => {
  await second.stop();
  second.run("apt-get remove -y punctual");
  assert.ok(!existsSync(second.place("usr/bin/punctual")));
  assert.match(second.run("ls /var/lib/punctual /var/backups/punctual"), /by-hand.*desk\.sqlite/s);
});
