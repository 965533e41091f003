import { TriangleAlert } from "lucide-react";
import type { Opening, RotaLook } from "@/client/types";
import gate from "@/features/rota/gate/Gate.module.css";
import { namesInWords, nobodyCouldCover, openingInWords } from "@/features/rota/gate/gateWords";
import { OpenedGap } from "@/features/rota/gate/OpenedGap";

/** The gaps that open where somebody works, and who could cover the first of each; nothing where none does. */
export function OpensWhenGone({ look }: { look: RotaLook }) {
  if (look.opens.length === 0) return null;
  return (
    <section className={gate.gate}>
      <h3 className={gate.title} data-opens>
        <TriangleAlert size={18} aria-hidden="true" />
        {openingInWords(look)}
      </h3>
      <ul className={gate.openings}>
        {look.opens.map((opening) => (
          <li key={`${opening.pod?.id} ${opening.gap.first.from}`} className={gate.opening}>
            <OpenedGap opening={opening} />
            <p className={gate.words}>{coverInWords(opening)}</p>
          </li>
        ))}
      </ul>
      {look.more > 0 && <p className={gate.words}>and {look.more} more gaps like these</p>}
    </section>
  );
}

function coverInWords({ gap, could_cover }: Opening): string {
  if (could_cover.length === 0) return nobodyCouldCover;
  return `Free ${gap.times > 1 ? "the first time" : "then"}: ${namesInWords(could_cover)}`;
}
