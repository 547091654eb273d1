import type { DueWords } from "#tab/words/due.ts";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { FigureOf } from "#tab/grid/FigureOf.tsx";
import type { PhoneRowProps } from "./phone-row-props.ts";
import type { ActionRow } from "#tab/rows/plan-rows.ts";
import { withRef } from "#tab/rows/row-words.ts";
import { actionWords } from "#tab/rows/shown-words.ts";

/** An action as a card that opens it. */
export function PhoneCard(props: PhoneRowProps<ActionRow>) {
  const { row, scheme, today, found, selected, changed, onOpen } = props;
  const { action, state } = row.view;
  const { agencies, leads, due, proposed, agreed } = actionWords(row.view, scheme, today);
  const look = `${selected ? " phone-card-selected" : ""}${changed ? " phone-card-changed" : ""}`;
  return (
    <button
      type="button"
      className={`phone-card${look}`}
      data-row={row.key}
      onClick={() => row.opens !== undefined && onOpen(row.opens)}
    >
      <span className="phone-top">
        <span className="small strong muted clamp">{withRef(agencies, row)}</span>
        <RatingPair proposed={proposed} agreed={agreed} />
      </span>
      <span className="clamp phone-text">{action.text}</span>
      <span className="small muted clamp">{leads}</span>
      <span className="phone-top">
        <DueLine due={due} known={state.due !== undefined} />
        <span className="phone-figures">
          <FigureOf what="evidence" count={state.evidenceCount} />
          {found && (
            <FigureOf what="to challenge" count={found.actions.get(action.id)?.size ?? 0} />
          )}
        </span>
      </span>
    </button>
  );
}

function DueLine({
  due: { date, words, late, revised },
  known,
}: {
  due: DueWords;
  known: boolean;
}) {
  return (
    <span className={`small ${late ? "late" : "muted"}`}>
      {known ? words : date}
      {revised && " · revised"}
    </span>
  );
}
