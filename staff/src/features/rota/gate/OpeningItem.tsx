import { Button } from "@mantine/core";
import { UserRoundPlus } from "lucide-react";
import type { Opening } from "@/client/types";
import { useDeskZone } from "@/ui/deskZone";
import { gapWhen } from "../gaps/gapWords";
import styles from "./Gate.module.css";
import { namesGiven, namesInWords, nobodyCouldCover } from "./gateWords";
import { OpenedGap } from "./OpenedGap";

type Props = {
  opening: Opening;
  /** The first whose gap somebody could cover: one key away. */
  first: boolean;
  /** A swap is agreed on by itself, before the change. */
  byItself: boolean;
  busy: boolean;
  /** Whose taking it on closes this gap: the pod's people, of the desk as a whole anybody. */
  counts: (person: number) => boolean;
  cover: (person: number) => void;
};

/** One gap a change opens, and who could cover it. */
export function OpeningItem({ opening, first, byItself, busy, counts, cover }: Props) {
  const zone = useDeskZone();
  const { gap, could_cover } = opening;
  const coverers = could_cover.filter(({ id }) => counts(id));
  const outside = could_cover.filter(({ id }) => !counts(id));
  return (
    <li className={styles.opening}>
      <OpenedGap opening={opening} />
      {could_cover.length === 0 && <p className={styles.words}>{nobodyCouldCover}</p>}
      {coverers.length > 0 && (
        <div className={styles.cover}>
          <span>
            {gap.times > 1 ? "Could cover the first" : "Could cover"}
            {byItself ? "; a swap is agreed on at once:" : ":"}
          </span>
          {coverers.slice(0, namesGiven).map(({ id, name }, index) => (
            <Button
              key={id}
              variant={first && index === 0 && !byItself ? "filled" : "default"}
              data-first={(first && index === 0 && !byItself) || undefined}
              size="compact-sm"
              disabled={busy}
              leftSection={<UserRoundPlus size={14} aria-hidden="true" />}
              aria-label={`${name} takes it on, ${gapWhen(gap.first, zone)}`}
              onClick={() => cover(id)}
            >
              {name}
            </Button>
          ))}
          {coverers.length > namesGiven && <span>and {coverers.length - namesGiven} more</span>}
        </div>
      )}
      {outside.length > 0 && (
        <p className={styles.words}>
          {coverers.length > 0 ? "Free too, but" : "Nobody of the pod could cover it. Free, but"} not in the
          pod: {namesInWords(outside)}
        </p>
      )}
    </li>
  );
}
