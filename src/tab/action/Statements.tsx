import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import { notRated, ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { dayInWords } from "#tab/words/words.ts";

interface StatementsProps {
  readonly view: ActionView;
  readonly scheme: RatingScheme;
  readonly agencies: readonly Agency[];
  readonly today: IsoDate;
}

/** What each agency of the action proposes, and who has said nothing. */
export function Statements({ view, scheme, agencies, today }: StatementsProps) {
  const { action, state } = view;
  const said = new Map(state.statements.map((statement) => [statement.agency, statement]));
  return (
    <ul className="statements">
      {action.agencies.map((shortName) => {
        const statement = said.get(shortName);
        const name = agencies.find((each) => each.shortName === shortName)?.name ?? shortName;
        return (
          <li key={shortName}>
            <span className="statements-name">{name}</span>
            <span className="statements-said">
              <RatingBadge rating={statement ? ratingOf(scheme, statement.rating) : notRated} />
              <span className="small muted">
                {statement
                  ? `Proposed ${dayInWords(dayOf(statement.at), today)}`
                  : "Has said nothing yet"}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
