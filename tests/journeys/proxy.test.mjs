// Behind nginx and Caddy, configured as deploy/ says: TLS, real addresses, files, changes as they happen.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { signIn } from "./support/api.mjs";
import { makeCertificate } from "./support/certificate.mjs";
import { freePort, startDesk, temporaryFolder } from "./support/desk.mjs";
import { openEvents } from "./support/events.mjs";
import { submitByForm } from "./support/form.mjs";
import { send, trust } from "./support/http.mjs";
import { until, within } from "./support/until.mjs";

const certificate = makeCertificate();
const keyFile = path.join(path.dirname(certificate.file), "key.pem");
trust(certificate.cert);
const given = (name) => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), "utf8");

/** The file with each pair's first part, which must be there, become the second. */
function changed(text, pairs) {
  for (const [from, to] of pairs) {
    assert.ok(from instanceof RegExp ? from.test(text) : text.includes(from), `the file has ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

const proxies = {
  nginx: ({ folder, port, plain, desk }) => {
    const site = changed(given("nginx.conf"), [
      ["listen 443 ssl", `listen 127.0.0.1:${port} ssl`],
      ["listen 80;", `listen 127.0.0.1:${plain};`],
      [/ *listen \[::\].*\n/g, ""],
      ["support.example.com;", "localhost;"],
      [/ssl_certificate .*/g, `ssl_certificate ${certificate.file};`],
      [/ssl_certificate_key .*/g, `ssl_certificate_key ${keyFile};`],
      ["127.0.0.1:8080", `127.0.0.1:${desk}`],
      ["/var/log/nginx/", `${folder}/log.`],
    ]);
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join("\n");
    const file = path.join(folder, "nginx.conf");
    writeFileSync(
      file,
      // As Debian's nginx.conf does: what the site does not say otherwise goes to the logs of all.
      `daemon off; pid ${folder}/pid; error_log ${folder}/log.error; events {}\n` +
        `http { access_log ${folder}/log.access; ${places}\n${site} }`,
    );
    return ["nginx", ["-p", folder, "-e", "stderr", "-c", file], {}];
  },
  caddy: ({ folder, port, desk }) => {
    const site = changed(given("Caddyfile"), [
      ["\n{\n", "\n{\n\tadmin off\n\tauto_https off\n"],
      [
        "support.example.com {",
        `https://localhost:${port} {\n\ttls ${certificate.file} ${keyFile}\n\tbind 127.0.0.1`,
      ],
      ["127.0.0.1:8080", `127.0.0.1:${desk}`],
    ]);
    const file = path.join(folder, "Caddyfile");
    writeFileSync(file, site);
    return [
      "caddy",
      ["run", "--adapter", "caddyfile", "--config", file],
      { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder },
    ];
  },
};

// nginx takes its workers with it; Caddy would wait for whoever has a stream open.
const ends = { nginx: "SIGTERM", caddy: "SIGKILL" };

for (const [name, configured] of Object.entries(proxies)) {
  describe(`behind ${name}`, () => {
    let base;
    let desk;
    let coordinator;
    let proxy;
    let folder;
    let said = "";
    before(async () => {
      const port = await freePort();
      base = `https://localhost:${port}`;
      desk = await startDesk();
      const { people } = desk;
      await desk.stop();
      // Demo people sign in from this machine alone, never through a proxy.
      execFileSync("sqlite3", [path.join(desk.data, "desk.sqlite"), "update person set demo = 0"]);
      desk = await startDesk({
        data: desk.data,
        settings: { PUNCTUAL_BASE_URL: base, PUNCTUAL_TRUSTED_PROXIES: "127.0.0.1" },
      });
      coordinator = people.find(({ role }) => role === "coordinator");
      folder = temporaryFolder();
      const [program, words, settings] = configured({
        folder,
        port,
        plain: await freePort(),
        desk: desk.port,
      });
      proxy = spawn(program, words, {
        env: { ...process.env, ...settings },
        stdio: ["ignore", "ignore", "pipe"],
      });
      process.on("exit", () => proxy.kill(ends[name]));
      proxy.stderr.on("data", (chunk) => {
        said += chunk;
      });
      await until(`${name} to serve`, async () => {
        if (proxy.exitCode !== null) throw Object.assign(new Error(said), { final: true });
        return (await send(base)).status === 200;
      });
    });
    after(async () => {
      const ended = new Promise((resolve) => proxy.once("close", resolve));
      proxy.kill(ends[name]);
      await within(10, `${name} to end`, ended);
      await desk?.stop();
    });

    test("browsers are told to stay with TLS, and cookies are for it alone", async () => {
      const { headers } = await send(base);
      assert.match(headers["strict-transport-security"], /max-age=\d{8}/);
      const api = await signIn(base, coordinator);
      assert.equal(api.cookieName, "__Host-punctual_session");
      assert.ok(api.cookieAttributes.includes("Secure"));
      assert.equal((await api.get("/api/v1/tickets")).items.length > 0, true);
    });

    test("nobody becomes this machine by saying so", async () => {
      assert.equal((await send(desk.base, { path: "/metrics" })).status, 200);
      for (const headers of [{}, { "x-forwarded-for": "127.0.0.1" }, { forwarded: "for=127.0.0.1" }])
        assert.equal((await send(base, { path: "/metrics", headers })).status, 401, JSON.stringify(headers));
    });

    test("a request with a file of 20 MB goes through, one beyond the limit is refused", async () => {
      const typed = {
        name: "Ann Client",
        email: "ann@client.example",
        site: "https://client.example",
        live: "yes",
        description: "The picture shows it.",
        impact: "low_impact",
      };
      const file = (megabytes) => [
        {
          name: "picture.bin",
          type: "application/octet-stream",
          bytes: Buffer.alloc(megabytes * 1_000_000, 7),
        },
      ];
      const page = await submitByForm(base, typed, { files: file(20) });
      assert.equal((await send(base, { path: page })).status, 200);
      await assert.rejects(
        submitByForm(base, typed, { files: file(32) }),
        /413|ECONNRESET|EPIPE|socket hang up/,
      );
    });

    test("a change is told at once", async () => {
      const api = await signIn(base, coordinator);
      const events = await openEvents(base, "/api/v1/events", { cookie: api.cookie });
      const page = await submitByForm(base, {
        name: "Ben Client",
        email: "ben@client.example",
        site: "https://client.example",
        live: "yes",
        description: "It is new.",
        impact: "cosmetic_or_new",
      });
      await events.first("the new ticket", ({ type }) => type === "ticket", 3);
      const watched = await openEvents(base, `${page}/events`);
      const { items } = await api.get("/api/v1/tickets?q=ben@client.example");
      await api.change(200, "PUT", items[0].ref, "triage", {
        tier: 3,
        pod: (await api.get("/api/v1/pods")).items[0].id,
        assignee: api.session.person.id,
      });
      await watched.first("that something changed", ({ type }) => type === "changed", 3);
      watched.close();
      events.close();
    });

    test("no log names a private link, nor one that sets a password, also when the desk is down", async () => {
      const page = await submitByForm(base, {
        name: "Cleo Client",
        email: "cleo@client.example",
        site: "https://client.example",
        live: "yes",
        description: "It is here.",
        impact: "cosmetic_or_new",
      });
      const password = "/password/12-ASecretThatSetsAPassword";
      const logged = () =>
        said +
        readdirSync(folder)
          .filter((file) => file.startsWith("log."))
          .map((file) => readFileSync(path.join(folder, file), "utf8"))
          .join("");
      const visitAll = async (status) => {
        for (const secret of [page, password])
          for (const asked of [
            { path: secret },
            { path: "/assets/page.css", headers: { referer: base + secret } },
            { path: `/${secret}/attachments/1?x=${secret}` },
          ])
            assert.ok(status.includes((await send(base, asked)).status), `${asked.path}`);
      };
      await visitAll([200, 301, 302, 308, 404]);
      await desk.stop();
      await visitAll([502]);
      await until("the log to be written", () => /\b502\b/.test(logged()));
      for (const secret of [page, password]) {
        const key = secret.slice(secret.indexOf("-") + 1);
        assert.ok(
          !logged().includes(key),
          `${logged()
            .split("\n")
            .find((line) => line.includes(key))}`,
        );
      }
    });
  });
}
