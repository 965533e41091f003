import { expect, test } from "vitest";
import { leftInWords } from "./previewWords";

const amount = (usable: number, left: number, held = 0) => ({ usable, left, held });

test("what is left today is said before and after", () => {
  expect(leftInWords(amount(600, 120), amount(750, 270, 30))).toBe(
    "Left today: 2 h of 10 h. With this: 4 h 30 min of 12 h 30 min, 30 min held.",
  );
  expect(leftInWords(amount(600, 120), amount(600, 120))).toBe("Left today, as before: 2 h of 10 h.");
});

test("nothing has its own words", () => {
  expect(leftInWords(null, amount(0, 0))).toBe(
    "Left today: nothing is agreed. With this: nothing to use up.",
  );
  expect(leftInWords(amount(600, 60), amount(300, -240))).toBe(
    "Left today: 1 h of 10 h. With this: nothing of 5 h.",
  );
});
