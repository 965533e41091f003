/** "1,200.00 USD" of "1200.00": digits as the desk gives them, thousands separated. */
export function amountInWords(amount: string, currency: string): string {
  const [whole = "", fraction] = amount.split(".", 2);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${fraction === undefined ? "" : `.${fraction}`} ${currency}`;
}
