import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { dueInWords } from "#plan/words.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";

interface MyCheckProps {
  readonly view: ActionView;
  readonly today: IsoDate;
  /** Its plan's title, where there are several. */
  readonly plan: string | undefined;
  readonly onOpen: () => void;
}

/** An action of which somebody is to look again whether the change held: pressing it opens it in its plan. */
export function MyCheck({ view, today, plan, onOpen }: MyCheckProps) {
  const { laterCheck } = view.state;
  if (!laterCheck) return null;
  const { by, on } = laterCheck;
  return (
    <li>
      <button type="button" className="mine-item" onClick={onOpen}>
        <span className="small strong">
          {view.recommendation.ref} · {by ?? "Somebody"} checks again
        </span>
        <span className="clamp">{view.action.text}</span>
        <span className="mine-top small">
          <span className={on < today ? "late" : "muted"}>
            {dueInWords(on, today)} ({formatDate(on)})
          </span>
          <span className="muted">{plan}</span>
        </span>
      </button>
    </li>
  );
}
