import { Skeleton } from "@mantine/core";
import { Ban, Minus, Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { Named, Suggestion, Suggestions } from "@/client/types";
import { Fold } from "@/ui/Fold";
import { Keys } from "@/ui/keys/Keys";
import { PersonMark } from "@/ui/PersonTag";
import { SmallFailure } from "@/ui/SmallFailure";
import styles from "./Suggested.module.css";
import { eligibleOf } from "./useSuggestions";

type Props = {
  suggestions: Suggestions | undefined;
  error: unknown;
  retry: () => void;
  chosen: number | null;
  choose: (person: number) => void;
};

const shownFirst = 3;

/** Who could have it, best first, each with what speaks for and against them. Who decides is who looks. */
export function Suggested({ suggestions, error, retry, chosen, choose }: Props) {
  const [all, setAll] = useState(false);
  if (error && !suggestions) return <SmallFailure error={error} retry={retry} />;
  if (!suggestions) {
    return (
      <div aria-busy="true">
        <Skeleton height={18} mb={6} width="60%" />
        <Skeleton height={32} />
      </div>
    );
  }
  const { candidates, escalates_to } = suggestions;
  const eligible = eligibleOf(candidates);
  const others = candidates.filter(({ eligible }) => !eligible);
  // Whoever is chosen stays in sight, however far down the list.
  const shown = all
    ? eligible
    : eligible.filter(({ person }, index) => index < shownFirst || person.id === chosen);
  return (
    <div className={styles.suggested}>
      {eligible.length === 0 && (
        <p className={styles.nobody} role="status">
          <TriangleAlert size={15} aria-hidden="true" />
          <span>{escalates_to?.text ?? "Nobody can have it in time."}</span>
          {escalates_to?.person && escalates_to.person.id !== chosen && (
            <GiveTo person={escalates_to.person} choose={choose} />
          )}
        </p>
      )}
      {eligible.length > 0 && (
        <fieldset className={styles.candidates}>
          <legend className={styles.legend}>
            Suggested <Keys keys={["s"]} />
          </legend>
          {shown.map((candidate) => (
            <Candidate
              key={candidate.person.id}
              candidate={candidate}
              chosen={candidate.person.id === chosen}
              choose={() => choose(candidate.person.id)}
            />
          ))}
        </fieldset>
      )}
      {eligible.length > shownFirst && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show ${eligible.length - shownFirst} more who could`}
        </button>
      )}
      {others.length > 0 && (
        <Fold title={others.length === 1 ? "1 ruled out" : `${others.length} ruled out`}>
          <ul className={styles.ruledOut}>
            {others.map(({ person, reasons }) => (
              <li key={person.id}>
                <strong>{person.name}</strong>
                <Reasons reasons={reasons.filter(({ side }) => side === "rules_out")} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

function GiveTo({ person, choose }: { person: Named; choose: (person: number) => void }) {
  return (
    <button type="button" className={styles.give} onClick={() => choose(person.id)}>
      Choose {person.name}
    </button>
  );
}

type CandidateProps = { candidate: Suggestion; chosen: boolean; choose: () => void };

function Candidate({ candidate: { person, reasons }, chosen, choose }: CandidateProps) {
  return (
    <label className={styles.candidate}>
      <input type="radio" name="suggested" checked={chosen} onChange={choose} />
      <PersonMark name={person.name} size={20} />
      <span className={styles.name}>{person.name}</span>
      <Reasons reasons={chosen ? reasons : inShort(reasons)} short={!chosen} />
    </label>
  );
}

const sides = {
  for: { icon: Plus, words: "For: " },
  against: { icon: Minus, words: "Against: " },
  rules_out: { icon: Ban, words: "Ruled out: " },
} as const;

/** Of whoever is not chosen the strongest on either side; all of them once they are. */
function inShort(reasons: Suggestion["reasons"]): Suggestion["reasons"] {
  const first = (side: "for" | "against") => reasons.find((reason) => reason.side === side);
  return [first("for"), first("against")].filter((reason) => reason !== undefined);
}

function Reasons({ reasons, short = false }: { reasons: Suggestion["reasons"]; short?: boolean }) {
  return (
    <span className={styles.reasons} data-short={short || undefined}>
      {reasons.map(({ side, text }) => {
        const { icon: Icon, words } = sides[side];
        return (
          <span key={text} className={styles.reason} data-side={side}>
            <Icon size={12} strokeWidth={2.5} aria-hidden="true" />
            <span>
              <span className="visually-hidden">{words}</span>
              {text}
            </span>
          </span>
        );
      })}
    </span>
  );
}
