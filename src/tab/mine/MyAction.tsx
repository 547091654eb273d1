import type { IsoDate } from "#plan/iso-date.ts";
import { ledBy, type Me } from "#plan/permissions.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { actionWords } from "#tab/rows/shown-words.ts";
import { RatingPair } from "#tab/rating/RatingPair.tsx";

interface MyActionProps {
  readonly view: ActionView;
  readonly scheme: RatingScheme;
  readonly me: Me;
  readonly today: IsoDate;
  /** Its plan's title, where there are several. */
  readonly plan: string | undefined;
  readonly onOpen: () => void;
}

/** An action that waits for the reader: pressing it opens it in its plan. */
export function MyAction({ view, scheme, me, today, plan, onOpen }: MyActionProps) {
  const { agencies, due, proposed, agreed } = actionWords(view, scheme, today);
  const about = [ledBy(me)(view.action) && "You lead this", plan].filter(Boolean).join(" · ");
  return (
    <li>
      <button type="button" className="mine-item" onClick={onOpen}>
        <span className="mine-top">
          <span className="small strong">
            {view.recommendation.ref} · {agencies}
          </span>
          <RatingPair proposed={proposed} agreed={agreed} />
        </span>
        <span className="clamp">{view.action.text}</span>
        <span className={`small ${due.late ? "late" : "muted"}`}>
          {view.state.due === undefined ? due.date : `${due.words} (${due.date})`}
        </span>
        {about !== "" && <span className="small muted">{about}</span>}
      </button>
    </li>
  );
}
