import { Tooltip } from "@mantine/core";
import { useMinute } from "@/time/ticking";
import { ago } from "@/time/words";
import { exactMoment, localZone, momentInWords } from "@/time/zone";
import { useDeskZone } from "./deskZone";

type Props = {
  at: string;
  /** "4 m ago" while it is less than a day old; otherwise the day and the time. */
  relative?: boolean;
};

export function Moment({ at, relative = false }: Props) {
  const zone = useDeskZone();
  const now = useMinute();
  const instant = Date.parse(at);
  const age = (now - instant) / 1000;
  const words = relative && age < 86_400 ? ago(age) : momentInWords(instant, now, zone);
  return (
    <Tooltip label={<ExactMoment at={instant} />}>
      <time dateTime={at}>{words}</time>
    </Tooltip>
  );
}

/** The instant in the desk's zone and, where it differs, in the reader's. */
export function ExactMoment({ at }: { at: number }) {
  const zone = useDeskZone();
  const desk = exactMoment(at, zone);
  const local = exactMoment(at, localZone);
  return (
    <>
      <div>{desk}</div>
      {local !== desk && <div>{local}, your time</div>}
    </>
  );
}
