import { timeInWords } from "#tab/words/words.ts";
import { useRoom } from "./room.ts";

/** What was asked, answered and decided about it at this meeting, as the minutes will have it. */
export function SaidSoFar({ recommendationId }: { recommendationId: number }) {
  const { said } = useRoom();
  const item = said.items.find(({ recommendation }) => recommendation.id === recommendationId);
  const lines = (item?.parts ?? [])
    .flatMap(({ action, lines: own }) => own.map((line) => ({ ...line, action })))
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  if (lines.length === 0) return null;
  return (
    <>
      <h3>At this meeting</h3>
      <ol className="meet-said">
        {lines.map(({ at, what, words, action }) => (
          <li key={`${at} ${what} ${words}`}>
            <span className="muted">{timeInWords(new Date(at))}</span>
            <span>
              <strong>
                {action && what === "Decided" ? `${what}, ${action.agencies.join(", ")}` : what}:
              </strong>{" "}
              {words}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
