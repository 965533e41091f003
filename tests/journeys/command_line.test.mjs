// The verbs and their configuration: good enough to work from, and every refusal names place, problem and remedy.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { Api } from "./support/api.mjs";
import { freePort, startDesk, temporaryFolder, verb } from "./support/desk.mjs";
import { within } from "./support/until.mjs";

let desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.stop());

describe("help", () => {
  for (const words of [
    ["--help"],
    ["serve", "--help"],
    ["token", "--help"],
    ["token", "create", "--help"],
    ["token", "list", "--help"],
    ["token", "revoke", "--help"],
    ["apply", "--help"],
    ["export", "--help"],
    ["mail", "preview", "--help"],
    ["sla", "--help"],
  ]) {
    test(`punctual ${words.join(" ")}`, async () => {
      const { status, out } = await verb(...words);
      assert.equal(status, 0);
      assert.ok(out.split("\n").length > 3, out);
    });
  }

  test("of serve names every setting, its variable and the two ways to configure", async () => {
    const { out } = await verb("serve", "--help");
    for (const word of [
      "--data",
      "--listen",
      "--demo",
      "--config",
      "PUNCTUAL_SMTP_URL",
      "PUNCTUAL_MAIL_FROM",
      "PUNCTUAL_BASE_URL",
    ]) {
      assert.ok(out.includes(word), `${word} is named`);
    }
  });

  test("--version is one line", async () => {
    const { status, out } = await verb("--version");
    assert.equal(status, 0);
    assert.match(out, /^\S*\s?\d+\.\d+\.\d+\S*\n$/);
  });
});

describe("a token", () => {
  test("is printed alone, works beside the running desk, and each is another", async () => {
    const { mail } = desk.person("coordinator");
    const one = await verb("token", "create", "--data", desk.data, "--as", mail, "--note", "first");
    const two = await verb(
      "token",
      "create",
      "--data",
      desk.data,
      "--as",
      mail.toUpperCase(),
      "--note",
      "second",
    );
    assert.match(one.out, /^\S+\n$/);
    assert.notEqual(one.out, two.out);
    for (const { out } of [one, two]) {
      const session = await new Api(desk.base, { token: out.trim() }).get("/api/v1/session");
      assert.equal(session.person.email, mail);
    }
  });

  test("is listed with its note, and ends with the next request when it is revoked", async () => {
    const { mail } = desk.person("manager");
    const made = await verb("token", "create", "--data", desk.data, "--as", mail, "--note", "to be ended");
    const api = new Api(desk.base, { token: made.out.trim() });
    await api.get("/api/v1/session");
    const listed = async () => (await verb("token", "list", "--data", desk.data)).out;
    const line = (await listed()).split("\n").find((one) => one.endsWith("to be ended"));
    assert.match(
      line,
      new RegExp(`^\\d+  ${mail}  made \\d{4}-\\d\\d-\\d\\d, ends \\d{4}-\\d\\d-\\d\\d  to be ended$`),
    );
    assert.ok(!(await listed()).includes(made.out.trim()), "no list says the secret");
    const number = line.split(" ")[0];
    assert.equal((await verb("token", "revoke", "--data", desk.data, number)).status, 0);
    assert.equal((await api.call("GET", "/api/v1/session")).status, 401);
    assert.ok(!(await listed()).includes("to be ended"));
    const again = await verb("token", "revoke", "--data", desk.data, number);
    assert.equal(again.status, 1);
    assert.match(again.err, /token list/);
  });

  test("works also when the desk is down", async () => {
    const other = await startDesk();
    await other.stop();
    const api = await other.as(other.person("manager"));
    await other.spawn().ready();
    assert.equal((await api.get("/api/v1/session")).person.role, "manager");
    await other.stop();
  });
});

/** A file of configuration with these lines. */
function configuration(text) {
  const file = path.join(temporaryFolder(), "punctual.toml");
  writeFileSync(file, text);
  return file;
}

// name, arguments (or a function of them), settings, what stderr must say
const refused = [
  ["no verb at all", [], {}, [/serve|verb|command|subcommand/i]],
  ["a verb that is none", ["sevre"], {}, [/sevre/]],
  ["an option that is none", ["serve", "--port", "80"], {}, [/--port/]],
  ["an option without its value", ["serve", "--data"], {}, [/--data/]],
  ["listen without a port", ["serve", "--listen", "localhost"], {}, [/listen/, /HOST:PORT/]],
  ["listen on port 70000", ["serve", "--listen", "localhost:70000"], {}, [/listen/, /70000/]],
  ["listen on a port that is a word", ["serve", "--listen", "localhost:http"], {}, [/listen/]],
  ["listen on nothing", ["serve", "--listen", ":8080"], {}, [/listen/]],
  [
    "listen on a host that is not here",
    ["serve", "--demo", "--listen", "192.0.2.1:8080"],
    {},
    [/192\.0\.2\.1/],
  ],
  ["a data folder that is a file", () => ["serve", "--data", configuration("")], {}, [/punctual\.toml/]],
  ["a folder without a desk, and without --demo", ["serve", "--data", "none"], {}, [/none/, /--demo/]],
  ["an empty data folder's name", ["serve", "--data", ""], {}, [/data/]],
  ["a configuration that is not there", ["serve", "--config", "nowhere.toml"], {}, [/nowhere\.toml/]],
  ["a configuration that is a folder", () => ["serve", "--config", temporaryFolder()], {}, [/config/]],
  [
    "a configuration that is no TOML",
    () => ["serve", "--config", configuration("listen = \n")],
    {},
    [/punctual\.toml/, /line 1/],
  ],
  [
    "a key that is none",
    () => ["serve", "--config", configuration('colour = "red"\n')],
    {},
    [/punctual\.toml/, /colour/],
  ],
  [
    "a key twice",
    () => ["serve", "--config", configuration('listen = "localhost:1"\nlisten = "localhost:2"\n')],
    {},
    [/punctual\.toml/, /line 2/],
  ],
  [
    "a value of another kind",
    () => ["serve", "--config", configuration("[mail]\nsmtp_url = true\n")],
    {},
    [/punctual\.toml/, /mail\.smtp_url/],
  ],
  [
    "a mail server in the file that is none",
    () => ["serve", "--config", configuration('[mail]\nsmtp_url = "https://mail.example"\n')],
    {},
    [/punctual\.toml/, /mail\.smtp_url/, /smtp:\/\//],
  ],
  [
    "a mail server that is none",
    ["serve"],
    { PUNCTUAL_SMTP_URL: "mail.example:25" },
    [/PUNCTUAL_SMTP_URL/, /smtp:\/\//],
  ],
  [
    "a sender that is no address",
    ["serve"],
    { PUNCTUAL_MAIL_FROM: "support" },
    [/PUNCTUAL_MAIL_FROM/, /address/],
  ],
  [
    "a sender with a header in it",
    ["serve"],
    { PUNCTUAL_MAIL_FROM: "a@b.example\r\nBcc: c@d.example" },
    [/PUNCTUAL_MAIL_FROM/],
  ],
  ["a base URL that is none", ["serve"], { PUNCTUAL_BASE_URL: "support.example" }, [/PUNCTUAL_BASE_URL/]],
  [
    "a base URL that is a script",
    ["serve"],
    { PUNCTUAL_BASE_URL: "javascript:alert(1)" },
    [/PUNCTUAL_BASE_URL/],
  ],
  [
    "a base URL with a path",
    ["serve"],
    { PUNCTUAL_BASE_URL: "https://example.com/support" },
    [/PUNCTUAL_BASE_URL/],
  ],
  ["no threads", ["serve"], { PUNCTUAL_THREADS: "0" }, [/PUNCTUAL_THREADS/]],
  ["threads that are a word", ["serve"], { PUNCTUAL_THREADS: "many" }, [/PUNCTUAL_THREADS/]],
  [
    "a proxy that is no address",
    ["serve"],
    { PUNCTUAL_TRUSTED_PROXIES: "10.0.0.0/8, proxy.example" },
    [/PUNCTUAL_TRUSTED_PROXIES/],
  ],
  [
    "a proxy network that is none",
    ["serve"],
    { PUNCTUAL_TRUSTED_PROXIES: "10.0.0.0/99" },
    [/PUNCTUAL_TRUSTED_PROXIES/],
  ],
  [
    "a limit below one",
    ["serve"],
    { PUNCTUAL_LIMITS_FORMS_PER_NETWORK: "0" },
    [/PUNCTUAL_LIMITS_FORMS_PER_NETWORK/],
  ],
  [
    "a token for nobody",
    () => ["token", "create", "--data", desk.data, "--as", "nobody@elsewhere.example", "--note", "x"],
    {},
    [/nobody@elsewhere\.example/],
  ],
  ["a token without a person", () => ["token", "create", "--data", desk.data, "--note", "x"], {}, [/--as/]],
  [
    "a token in a folder without a desk",
    () => [
      "token",
      "create",
      "--data",
      path.join(temporaryFolder(), "empty"),
      "--as",
      "a@b.example",
      "--note",
      "x",
    ],
    {},
    [/empty/],
  ],
];

describe("refused at the start, with place, problem and remedy", () => {
  for (const [name, args, settings, says] of refused) {
    test(name, async () => {
      const cwd = temporaryFolder();
      const words = typeof args === "function" ? args() : args;
      const { status, out, err } = await verb(...words, { settings, cwd });
      assert.ok(status > 0 && status < 128, `ended with ${status}\n${out}${err}`);
      for (const pattern of says) assert.match(err, pattern);
      assert.ok(err.trim().split("\n").length <= 12, `too many words:\n${err}`);
      assert.doesNotMatch(err, /terminate called|std::|what\(\)/);
    });
  }
});

describe("a second desk", () => {
  test("on the same folder is refused, and the first goes on", async () => {
    const { status, err } = await verb(
      "serve",
      "--data",
      desk.data,
      "--listen",
      `127.0.0.1:${await freePort()}`,
    );
    assert.ok(status > 0);
    assert.ok(err.includes(desk.data), err);
    await desk.anonymous.get("/healthz");
  });

  test("on the same port is refused", async () => {
    const { status, err } = await verb(
      "serve",
      "--demo",
      "--data",
      path.join(temporaryFolder(), "data"),
      "--listen",
      `127.0.0.1:${desk.port}`,
    );
    assert.ok(status > 0);
    assert.ok(err.includes(String(desk.port)), err);
  });
});

describe("the links the desk makes", () => {
  test("follow --listen", async () => {
    const api = await desk.as(desk.person("coordinator"));
    const { items } = await api.get("/api/v1/tickets");
    const { url } = await api.ticket(items[0].ref);
    assert.equal(Number(new URL(url).port), desk.port);
  });

  test("follow the configured base URL, whatever Host is asked for", async () => {
    const other = await startDesk({
      settings: { PUNCTUAL_BASE_URL: "https://support.brightwater.example/" },
    });
    const api = await other.as(other.person("coordinator"));
    const { items } = await api.get("/api/v1/tickets");
    const reply = await api.call("GET", `/api/v1/tickets/${items[0].ref}`, {
      headers: { host: "evil.example" },
    });
    assert.ok(reply.json.url.startsWith("https://support.brightwater.example/r/"), reply.json.url);
    const signed = await other.anonymous.call("POST", "/api/v1/session", {
      json: { email: other.person("member").mail, password: other.person("member").password },
      headers: { origin: "https://support.brightwater.example" },
    });
    assert.equal(signed.status, 201, signed.text);
    assert.match(signed.headers["set-cookie"][0], /^__Host-punctual_session=.*; Secure/);
    await other.stop();
  });

  test("a setting in the file counts, the environment before it, the flag before both", async () => {
    const config = configuration('listen = "127.0.0.1:1"\n[mail]\nfrom = "file@brightwater.example"\n');
    const other = await startDesk({
      args: ["--config", config],
      settings: { PUNCTUAL_LISTEN: "127.0.0.1:2" },
    });
    await other.anonymous.get("/healthz");
    await other.stop();
  });
});

describe("stopping", () => {
  test("by SIGTERM ends with 0, and soon, also with open connections", async () => {
    const other = await startDesk();
    const sockets = await Promise.all(
      Array.from(
        { length: 5 },
        () =>
          new Promise((resolve) => {
            const socket = net.connect(other.port, "127.0.0.1", () => resolve(socket));
            socket.on("error", () => {});
          }),
      ),
    );
    const stream = await other.events("/api/v1/events", {
      authorization: `Bearer ${(await other.as(other.person("member"))).token}`,
    });
    assert.equal(stream.status, 200);
    assert.equal(await within(15, "the end of the desk", other.stop()), 0);
    for (const socket of sockets) socket.destroy();
    stream.close();
  });
});
