// Reads a stopped desk's file as anybody could: checks it with sqlite's own tool, recomputes the chain, folds every
// journal apart from the desk's code and compares with the rows.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const status = {
  triaged: "open",
  waiting: "waiting",
  resumed: "open",
  resolved: "resolved",
  reopened: "open",
  marked_spam: "spam",
};

function fold(events) {
  const row = {
    version: 0,
    status: "new",
    tier: null,
    pod_id: null,
    assignee_id: null,
    first_replied_at: null,
    resolved_at: null,
  };
  for (const { seq, type, at, data } of events) {
    row.version = seq;
    row.last_event = type;
    row.last_at = at;
    if (type === "triaged") {
      Object.assign(row, { tier: data.tier, pod_id: data.pod, assignee_id: data.assignee || null });
      if (row.status !== "new") continue; // a correction moves nothing
    }
    if (type === "replied" && data.expectation) row.assignee_id = data.expectation.assignee;
    if (type === "handed_over") row.assignee_id = data.to || null;
    if (["replied", "resolved"].includes(type)) row.first_replied_at ??= at;
    if (type === "resolved") row.resolved_at = at;
    if (["client_replied", "reopened"].includes(type)) row.resolved_at = null;
    if (type === "client_replied" && row.status !== "new") row.status = "open";
    row.status = status[type] ?? row.status;
  }
  return row;
}

function chainOf(events) {
  let head = Buffer.alloc(32);
  for (const { seq, type, at, actor_kind, actor_id, salt, content, hash } of events) {
    if (content !== null) {
      const words = `${seq}\n${type}\n${at}\n${actor_kind}:${actor_id}\n`;
      const expected = sha256(head, words, sha256(salt, content));
      assert.deepEqual(Buffer.from(hash), expected, `the chain breaks at seq ${seq}`);
    }
    head = Buffer.from(hash);
  }
  return head;
}

/** Fails where the file is damaged or a row says other than its journal; resolves with how many tickets it holds. */
export function checkLedger(data) {
  const file = path.join(data, "desk.sqlite");
  const tool = (sql) => execFileSync("sqlite3", [file, sql], { encoding: "utf8" }).trim();
  assert.equal(tool("pragma integrity_check"), "ok");
  assert.equal(tool("pragma foreign_key_check"), "");

  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const journal = database.prepare(
      `select j.seq, j.type, j.at, j.actor_kind, j.actor_id, j.hash, c.salt, c.content from journal j
       left join journal_content c on c.journal_id = j.id where j.subject = 'ticket' and j.subject_id = ? order by j.seq`,
    );
    const counts = {};
    const tickets = database
      .prepare(
        `select id, version, status, active, tier, pod_id, assignee_id, first_replied_at, resolved_at, last_event, last_at,
         chain_head from ticket`,
      )
      .all();
    for (const ticket of tickets) {
      const events = journal
        .all(ticket.id)
        .map((row) => ({ ...row, data: JSON.parse(row.content ?? "null") }));
      assert.deepEqual(
        events.map(({ seq }) => seq),
        events.map((_, i) => i + 1),
        `ticket ${ticket.id}: seqs`,
      );
      const folded = fold(events);
      const stored = Object.fromEntries(Object.keys(folded).map((column) => [column, ticket[column]]));
      assert.deepEqual(stored, folded, `ticket ${ticket.id}: the row against its journal`);
      assert.deepEqual(
        Buffer.from(ticket.chain_head),
        chainOf(events),
        `ticket ${ticket.id}: the chain's head`,
      );
      const active = ["new", "open", "waiting"].includes(ticket.status);
      assert.equal(ticket.active, Number(active));
      const views = [`status:${ticket.status}`, ...(active ? [`assignee:${ticket.assignee_id ?? 0}`] : [])];
      for (const view of views) counts[view] = (counts[view] ?? 0) + 1;
    }
    const kept = database.prepare("select view, n from ticket_count where n <> 0").all();
    assert.deepEqual(
      Object.fromEntries(kept.map(({ view, n }) => [view, n])),
      counts,
      "the counts of the views",
    );
    return tickets.length;
  } finally {
    database.close();
  }
}

/** One column of a query over a stopped desk's file. */
export function column(data, sql) {
  const database = new DatabaseSync(path.join(data, "desk.sqlite"), { readOnly: true });
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row)[0]);
  } finally {
    database.close();
  }
}

/** What the newest event of a subject says. */
export const newestAudit = (data, subject, id) =>
  JSON.parse(
    column(
      data,
      `SELECT content FROM journal JOIN journal_content ON journal_id = id
       WHERE subject = '${subject}' AND subject_id = ${id} ORDER BY seq DESC LIMIT 1`,
    )[0],
  );
