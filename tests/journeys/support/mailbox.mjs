// A real SMTP server that keeps and parses what it is given.
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { until } from "./until.mjs";

/**
 * Options: `user` and `password` demand AUTH; `tls` = {key, cert} offers STARTTLS, and with `secureOnly` demands it.
 * `url` is what the desk is configured with.
 */
export async function openMailbox({ user, password, tls, secureOnly = false, port = 0 } = {}) {
  const mails = [];
  const refusals = [];
  const sessions = { connected: 0, plain: 0, secure: 0, authenticated: 0 };
  const server = new SMTPServer({
    ...(tls ?? {}),
    disabledCommands: [...(user ? [] : ["AUTH"]), ...(tls ? [] : ["STARTTLS"])],
    authOptional: !user,
    allowInsecureAuth: !secureOnly,
    disableReverseLookup: true,
    onConnect(_session, done) {
      sessions.connected += 1;
      done();
    },
    onAuth(auth, _session, done) {
      if (auth.username !== user || auth.password !== password) return done(new Error("535 who are you"));
      sessions.authenticated += 1;
      return done(null, { user });
    },
    onMailFrom(_address, session, done) {
      if (secureOnly && !session.secure)
        return done(Object.assign(new Error("TLS first"), { responseCode: 530 }));
      sessions[session.secure ? "secure" : "plain"] += 1;
      return done();
    },
    onData(stream, session, done) {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks);
        const mail = await simpleParser(raw);
        Object.assign(mail, {
          raw,
          envelope: {
            from: session.envelope.mailFrom.address,
            to: session.envelope.rcptTo.map((rcpt) => rcpt.address),
          },
        });
        const refusal = refusals.find((one) => one.times > 0 && one.which(mail));
        if (refusal) {
          refusal.times -= 1;
          refusal.seen.push(mail);
          return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
        }
        mails.push(mail);
        return done(null, "250 taken");
      });
    },
  });
  server.on("error", () => {}); // a client that goes away in the middle is part of the tests
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const credentials = user ? `${encodeURIComponent(user)}:${encodeURIComponent(password)}@` : "";
  const taken = server.server.address().port;

  return {
    url: `smtp://${credentials}127.0.0.1:${taken}`,
    port: taken,
    mails,
    sessions,
    /** The next `times` mails that `which` picks are answered `code`; the mails refused stand in the result. */
    refuse({ times = 1, code = 451, text = "come back later", which = () => true } = {}) {
      const refusal = { times, code, text, which, seen: [] };
      refusals.push(refusal);
      return refusal.seen;
    },
    to: (address) => mails.filter((mail) => mail.envelope.to.includes(address)),
    /** The first mail that `which` picks, once it is here. */
    first: (what, which, seconds = 15) => until(`a mail: ${what}`, () => mails.find(which), { seconds }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A header as it came, unfolded; undefined where there is none. */
export function header(mail, name) {
  const line = mail.headerLines.find(({ key }) => key === name.toLowerCase());
  return line?.line
    .slice(name.length + 1)
    .replace(/\r?\n[ \t]+/g, " ")
    .trim();
}
