import { ratingOf } from "#plan/rating-scheme.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import type { RecommendationView } from "#tab/rows/plan-view.ts";
import { listInWords } from "#tab/words/words.ts";
import { PeopleCommunityRegular } from "@fluentui/react-icons";
import { AskedOf } from "./AskedOf.tsx";
import { Claim } from "./Claim.tsx";
import { shownAt, useRoom } from "./room.ts";
import { SaidSoFar } from "./SaidSoFar.tsx";

/** One recommendation, large: its text and outcome, what each agency claims, and what the checks ask. */
export function Stage() {
  const room = useRoom();
  const shown = shownAt(room.view, room.place);
  if (!shown)
    return (
      <section className="meet-stage" aria-label="Stage">
        <Notice
          icon={PeopleCommunityRegular}
          title={room.place ? "Choose what to look at" : "The meeting has not begun"}
        >
          {room.leads
            ? "Press the first item of the agenda, and everybody who is here comes along."
            : `As soon as ${room.meeting.chair.name} goes to the first item, you see it here.`}
        </Notice>
      </section>
    );
  return (
    <section className="meet-stage" aria-label="Stage">
      <Recommendation shown={shown} />
      <Sayings key={shown.recommendation.id} shown={shown} />
    </section>
  );
}

function Recommendation({ shown }: { shown: RecommendationView }) {
  const { view } = useRoom();
  const { ref, addressees, text, outcome, anticipatedEvidence, paragraphs } = shown.recommendation;
  return (
    <section className="meet-text" aria-label={`Recommendation ${ref}`} ref={reachable}>
      <div className="meet-ref">
        <span className="meet-ref-number">{ref}</span>
        <span className="muted">{addressees.join(", ")}</span>
      </div>
      <h2>{text}</h2>
      {outcome !== undefined && (
        <>
          <h3>Outcome</h3>
          <p>{outcome}</p>
        </>
      )}
      {anticipatedEvidence !== undefined && (
        <>
          <h3>Anticipated evidence</h3>
          <p>{anticipatedEvidence}</p>
        </>
      )}
      <SaidSoFar recommendationId={shown.recommendation.id} />
      <span className="grow" />
      <p className="meet-see muted">
        {paragraphs.length > 0 && `See ${listInWords(paragraphs)} · `}
        {shown.actions.length > 0
          ? `Lowest of ${shown.actions.length}: ${ratingOf(view.scheme, shown.lowest).name}`
          : "No action yet"}
      </p>
    </section>
  );
}

/** A long text is scrolled by itself, and so has to be reached by the keyboard (WCAG 2.1.1). */
function reachable(section: HTMLElement | null): void {
  if (section) section.tabIndex = 0;
}

function Sayings({ shown }: { shown: RecommendationView }) {
  return (
    <section className="meet-claims" aria-label="What each agency says">
      <AskedOf recommendationId={shown.recommendation.id} actionId={undefined} />
      {shown.actions.map((each) => (
        <Claim key={each.action.id} claim={each} />
      ))}
      {shown.actions.length === 0 && <p>No agency has said what it will do about this.</p>}
    </section>
  );
}
