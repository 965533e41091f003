import { expect, test } from "vitest";
import { amountInWords } from "./amount";

test.each([
  ["0.00", "USD", "0.00 USD"],
  ["1050.00", "USD", "1,050.00 USD"],
  ["1234567", "JPY", "1,234,567 JPY"],
  ["-5200.50", "EUR", "-5,200.50 EUR"],
  ["123.4567", "BHD", "123.4567 BHD"],
])("%s %s reads %s", (amount, currency, words) => expect(amountInWords(amount, currency)).toBe(words));
