// Runs a table of bad input: each row says what is sent and which refusal is right.
import assert from "node:assert/strict";
import { test } from "node:test";

/**
 * A row is `[name, expected, send]`; `expected` is a status or several; `send` gets what `given` resolves with and
 * resolves with a reply. Whatever is expected, nothing answers 5xx, tells of our insides, or ends the desk.
 */
export function refusals(rows, given) {
  for (const [name, expected, send, check] of rows) {
    test(`${name}: ${expected}`, async () => {
      const context = await given();
      const reply = await send(context);
      assert.ok([expected].flat().includes(reply.status), `${reply.status}\n${reply.text?.slice(0, 1500)}`);
      assert.ok(reply.status < 500, `${reply.status}`);
      assert.doesNotMatch(reply.text ?? "", /std::|sqlite|terminate|Segmentation|stack trace|boost::/i);
      assert.ok(context.desk.running, "the desk has ended");
      await check?.(reply, context);
    });
  }
}

/** The refusal names this field. */
export const names = (field) => (reply) => {
  const { errors } = reply.json;
  assert.ok(
    errors?.some((error) => error.field === field || error.field.endsWith(`.${field}`)),
    `${field} is not named: ${reply.text}`,
  );
};
