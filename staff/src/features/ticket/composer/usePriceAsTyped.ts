import { useDebouncedValue } from "@mantine/hooks";
import { useEstimatePrice } from "../estimates/estimates";
import { type EstimateDraft, pricedLines } from "./estimateDraft";

const settleMs = 300;
// Asked while no line has a time yet: it tells whether an estimate could be sent at all.
const aMinute = { text: "", kind: "", minutes: 1 };

/** What the estimate comes to so far; `ids` are the lines that are in it. */
export function usePriceAsTyped(ref: string, draft: EstimateDraft) {
  const [settled] = useDebouncedValue(JSON.stringify(pricedLines(draft)), settleMs);
  const { ids, lines } = JSON.parse(settled) as ReturnType<typeof pricedLines>;
  const { data, error, isPlaceholderData, refetch } = useEstimatePrice(
    ref,
    lines.length > 0 ? lines : [aMinute],
  );
  return { ids, data, error, old: isPlaceholderData, retry: () => void refetch() };
}
