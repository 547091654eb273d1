import { ratingOf } from "#plan/rating-scheme.ts";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { AskedOf } from "./AskedOf.tsx";
import { shownAt, useRoom } from "./room.ts";

/** Where the group is, wherever this person looks. */
export function NowDiscussing() {
  const { view, meeting } = useRoom();
  const shown = shownAt(view, meeting.now);
  if (!shown || meeting.ended !== undefined) return null;
  const { ref, text, addressees, id } = shown.recommendation;
  const action = shown.actions.find((each) => each.action.id === meeting.now?.actionId);
  return (
    <section className="meet-part" aria-labelledby="meet-now">
      <h2 id="meet-now">Now discussing</h2>
      <div className="meet-now">
        <div className="meet-now-head">
          <b>{ref}</b>
          {action ? (
            <Rating of={action} />
          ) : (
            <RatingBadge rating={ratingOf(view.scheme, shown.lowest)} agreed={shown.lowestAgreed} />
          )}
        </div>
        <p className="clamp meet-now-text">{text}</p>
        <p className="small muted">
          {action
            ? `${action.action.agencies.join(", ")} · action ${action.place} of ${action.of}`
            : addressees.join(", ")}
        </p>
        <AskedOf recommendationId={id} actionId={action?.action.id} short />
      </div>
    </section>
  );
}

function Rating({ of: { state } }: { of: ActionView }) {
  const { view } = useRoom();
  const agreed = state.agreed === undefined ? undefined : ratingOf(view.scheme, state.agreed);
  return <RatingPair proposed={ratingOf(view.scheme, state.proposed)} agreed={agreed} />;
}
