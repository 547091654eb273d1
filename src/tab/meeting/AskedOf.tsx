import { FlagRegular } from "@fluentui/react-icons";
import { foundAt } from "./found-at.ts";
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
  const [first, ...others] = foundAt(findings ?? [], recommendationId, actionId);
  const own = meeting.agenda.filter(
    (item) =>
      item.recommendationId === recommendationId &&
      item.actionId === actionId &&
      !item.source.startsWith("check:"),
  );
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
