import type { Finding } from "#plan/checks.ts";
import { FlagRegular } from "@fluentui/react-icons";
import { useRoom } from "./room.ts";

interface AskedOfProps {
  readonly recommendationId: number;
  /** Undefined for what is asked of the whole recommendation. */
  readonly actionId: number | undefined;
  /** Only the first question. */
  readonly short?: boolean;
}

/** What is to be asked: by whoever put it on the agenda, and the strongest of what the checks found; then the rest. */
export function AskedOf({ recommendationId, actionId, short = false }: AskedOfProps) {
  const { meeting, findings } = useRoom();
  const about = (each: { recommendationId: number; actionId?: number | undefined }) =>
    each.recommendationId === recommendationId && each.actionId === actionId;
  const [first, ...others] = findings.filter(about).toSorted(strongestFirst);
  const own = meeting.agenda.filter((item) => about(item) && !item.source.startsWith("check:"));
  if (!first && own.length === 0) return null;
  return (
    <ul className="meet-asks">
      {own.map(({ id, question, source }) => (
        <Line key={id} says={short ? undefined : `From ${source}.`} asks={question} />
      ))}
      {first && <Line says={short ? undefined : first.says} asks={first.asks} />}
      {!short && others.map(({ check, says }) => <Line key={check} says={says} />)}
      {short && others.length > 0 && (
        <li className="small muted meet-more">and {others.length} more</li>
      )}
    </ul>
  );
}

function Line({ says, asks }: { says?: string | undefined; asks?: string }) {
  return (
    <li>
      <FlagRegular fontSize={18} aria-hidden />
      <span>
        {says !== undefined && <span className="meet-why">{says} </span>}
        {asks !== undefined && <strong>{asks}</strong>}
      </span>
    </li>
  );
}

function strongestFirst(one: Finding, other: Finding): number {
  return Number(one.weight === "plain") - Number(other.weight === "plain");
}
