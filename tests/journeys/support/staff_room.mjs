// Pages of people who are signed in to the staff app, one session a role.
import assert from "node:assert/strict";
import { openContext } from "./browser.mjs";

export async function enter(page, person) {
  await page.goto("/staff/");
  await page.getByLabel("Mail address").fill(person.mail);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("[data-row]").first().waitFor();
}

/** `asStaff(role, look, use)`: a signed-in page of somebody with this role; fails where the page complained. */
export function staffRoom(browser, desk) {
  const cookies = new Map();
  return async (role, look, use) => {
    const context = await openContext(browser, { base: desk.base, ...look });
    try {
      if (cookies.has(role)) await context.addCookies(cookies.get(role));
      const page = await context.newPage();
      if (!cookies.has(role)) await enter(page, desk.person(role));
      cookies.set(role, await context.cookies());
      await use(page);
      assert.deepEqual(context.problems, []);
    } finally {
      await context.close();
    }
  };
}
