// The real binary on a free port and a data folder of its own.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { Api, signIn } from "./api.mjs";
import { openEvents } from "./events.mjs";
import { hourOfDesk } from "./hour.mjs";
import { send } from "./http.mjs";
import { until, within } from "./until.mjs";

export const binary = path.resolve(
  process.env.PUNCTUAL_BINARY ?? new URL("../../../build/release/punctual", import.meta.url).pathname,
);

/** How much slower the binary may be than the one that is shipped. */
export const patience = process.env.PUNCTUAL_SLOW ? 10 : 1;

const run = promisify(execFile);

// Told to end, a test takes its desks and folders with it.
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.exit(1));

/** A folder that goes away with the process. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "punctual-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The environment of the desk: nothing of the settings of whoever runs the tests. */
function environment(settings) {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PUNCTUAL_"));
  return { ...Object.fromEntries(kept), ...hourOfDesk, ...settings };
}

/** A verb of the command line; resolves with `{status, out, err}` whatever its status. */
export async function verb(...args) {
  const options = typeof args.at(-1) === "object" ? args.pop() : {};
  try {
    const { stdout, stderr } = await run(binary, args, {
      timeout: 60_000,
      env: environment(options.settings),
      cwd: options.cwd ?? temporaryFolder(),
    });
    return { status: 0, out: stdout, err: stderr };
  } catch (error) {
    if (typeof error.code !== "number") throw error;
    return { status: error.code, out: error.stdout, err: error.stderr };
  }
}

export class Desk {
  people = [];
  lines = [];
  log = "";

  constructor({ data, port, settings, demo, args, host, under = [] }) {
    Object.assign(this, { data, port, settings, demo, args, host, under });
    this.base = `http://${host}:${port}`;
  }

  /** Spawns the process and reads what it says; does not wait. */
  spawn() {
    this.lines = [];
    this.people = [];
    this.log = "";
    const args = [
      "serve",
      "--data",
      this.data,
      "--listen",
      `${this.host}:${this.port}`,
      ...(this.demo ? ["--demo"] : []),
      ...this.args,
    ];
    const [program, ...words] = [...this.under, binary, ...args];
    this.child = spawn(program, words, {
      env: environment(this.settings),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = () => this.child.kill("SIGKILL");
    process.on("exit", stop);
    this.ended = new Promise((resolve, reject) => {
      this.child.once("error", reject);
      this.child.once("close", (code, signal) => {
        process.off("exit", stop);
        resolve({ code, signal });
      });
    });
    this.ended.catch(() => {});
    this.child.stderr.on("data", (chunk) => {
      this.log = (this.log + chunk).slice(-200_000);
    });
    createInterface({ input: this.child.stdout }).on("line", (line) => this.#line(line));
    return this;
  }

  #line(line) {
    this.lines.push(line);
    const person = /^person (\S+) (.+) <([^>]+)> (\S+)$/.exec(line);
    if (person) this.people.push({ role: person[1], name: person[2], mail: person[3], password: person[4] });
  }

  get running() {
    return this.child?.exitCode === null && this.child?.signalCode === null;
  }

  /** Until /readyz answers 200 and it has said where it is and who its people are: that comes on another way. */
  async ready(seconds = 30) {
    const started = performance.now();
    await until(
      "the desk to be ready",
      async () => {
        if (!this.running) {
          throw Object.assign(
            new Error(`the desk ended while starting:\n${this.lines.join("\n")}\n${this.log}`),
            { final: true },
          );
        }
        const { status } = await send(this.base, { path: "/readyz" });
        return status === 200 && this.lines.length > 0;
      },
      { seconds: seconds * patience },
    );
    this.readyAfter = (performance.now() - started) / 1000;
    return this;
  }

  /** SIGTERM; resolves with the exit code, and fails where that is not 0: a desk that crashed, leaked or raced. */
  async stop(seconds = 20) {
    if (!this.child) return undefined;
    if (this.running) this.child.kill("SIGTERM");
    const { code, signal } = await within(seconds * patience, "stopping the desk", this.ended);
    if (code !== 0) throw new Error(`the desk ended with ${code ?? signal}\n${this.log.slice(-20_000)}`);
    return code;
  }

  async kill() {
    this.child.kill("SIGKILL");
    await within(10, "killing the desk", this.ended);
  }

  person(role, index = 0) {
    const found = this.people.filter((person) => person.role === role)[index];
    if (!found) throw new Error(`no ${role} among the demo people:\n${this.lines.join("\n")}`);
    return found;
  }

  /** An API client with a token of this person. */
  async as(person, note = "journey") {
    const { status, out, err } = await verb(
      "token",
      "create",
      "--data",
      this.data,
      "--as",
      person.mail,
      "--note",
      note,
    );
    if (status !== 0) throw new Error(`token create: ${status}\n${out}${err}`);
    return new Api(this.base, { token: out.trim() });
  }

  /** An API client with a session of this person. */
  signedIn(person) {
    return signIn(this.base, person);
  }

  /** A stream of events at this path. */
  events(path, headers) {
    return openEvents(this.base, path, headers);
  }

  get anonymous() {
    return new Api(this.base);
  }
}

// A whole journey comes from one network.
const generous = { PUNCTUAL_LIMITS_FORMS_PER_NETWORK: "100000" };

/** Starts a demo desk; `settings` are its environment, `under` a program with its words that starts it. */
export async function startDesk({
  settings = {},
  demo = true,
  args = [],
  host = "127.0.0.1",
  data,
  mailbox,
  wait = true,
  under = [],
} = {}) {
  const smtp = mailbox
    ? { PUNCTUAL_SMTP_URL: mailbox.url, PUNCTUAL_MAIL_FROM: "support@brightwater.example" }
    : {};
  const desk = new Desk({
    data: data ?? path.join(temporaryFolder(), "data"),
    port: await freePort(),
    settings: { ...generous, ...smtp, ...settings },
    demo,
    args,
    host,
    under,
  });
  desk.spawn();
  return wait ? desk.ready() : desk;
}
