import { dayOf } from "#plan/iso-date.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import type { Update } from "#plan/record.ts";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { Said } from "#tab/notice/Said.tsx";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { AttachRegular, DocumentRegular } from "@fluentui/react-icons";
import { Link } from "@fluentui/react-components";
import { useRecord } from "#tab/action/use-record.ts";
import { useMemo } from "react";
import { AskedOf } from "./AskedOf.tsx";
import { evidenceWords, newestWords, type Quote, sinceWords } from "./claim-words.ts";
import { useRoom } from "./room.ts";
import { usePorts } from "#tab/ports/ports.ts";

/** What the agencies of an action claim. The one that is talked about shows the action and the evidence too. */
export function Claim({ claim }: { claim: ActionView }) {
  const room = useRoom();
  const { updates, failed } = useStatements(claim);
  const { view, place } = room;
  const { action, state } = claim;
  const picked = place?.actionId === action.id;
  return (
    <article className={`meet-claim ${picked ? "meet-claim-picked" : ""}`}>
      <div className="meet-claim-words">
        <div className="meet-claim-head">
          <h3>
            <button
              type="button"
              className="meet-pick"
              aria-expanded={picked}
              onClick={() => room.go({ ...place, actionId: action.id })}
            >
              {action.agencies.join(", ") || action.agencyAsPrinted || "No agency"}
              <Said>
                , action {claim.place} of {claim.of}
              </Said>
            </button>
          </h3>
          <span className="muted">
            <AttachRegular aria-hidden /> {evidenceWords(state)}
          </span>
        </div>
        {picked && <p className="muted">{action.text}</p>}
        {failed ? (
          <p className="muted">What was said of it could not be read just now.</p>
        ) : (
          <Quotes quotes={updates && newestWords(view.open.agencies, action, updates)} />
        )}
        {picked && <Evidence updates={updates ?? []} />}
        <AskedOf recommendationId={action.recommendationId} actionId={action.id} short={!picked} />
      </div>
      <Rating claim={claim} />
    </article>
  );
}

/** What its agencies said, with the words, read again when there is something new. */
function useStatements({ action }: ActionView): {
  readonly updates: readonly Update[] | undefined;
  readonly failed: boolean;
} {
  const { view } = useRoom();
  const said = useMemo(
    () =>
      view.open.record.filter(({ type, actionId }) => type === "update" && actionId === action.id),
    [view.open.record, action.id],
  );
  const [{ entries, error }] = useRecord(action.id, said.length);
  const updates = useMemo(() => entries?.filter((entry) => entry.type === "update"), [entries]);
  return { updates, failed: error !== undefined && entries === undefined };
}

function Quotes({ quotes }: { quotes: readonly Quote[] | undefined }) {
  if (!quotes) return <p className="muted">Reading what was said…</p>;
  if (quotes.length === 0) return <p className="muted">Nothing has been said of it.</p>;
  return quotes.map(({ agency, words }) => (
    <p key={agency} className="meet-quote">
      {quotes.length > 1 && <strong>{agency}: </strong>}“{words}”
    </p>
  ));
}

function Evidence({ updates }: { updates: readonly Update[] }) {
  const links = updates.flatMap(({ evidence }) => evidence).toReversed();
  if (links.length === 0) return null;
  return (
    <ul className="meet-evidence" aria-label="Evidence">
      {links.map(({ name, url, kind }) => (
        <li key={`${url} ${name}`}>
          <DocumentRegular aria-hidden />
          <span>
            <Link href={url} target="_blank" rel="noreferrer">
              {name}
            </Link>{" "}
            <span className="muted">({kind})</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Rating({ claim: { state } }: { claim: ActionView }) {
  const { view } = useRoom();
  const { now } = usePorts();
  const proposed = ratingOf(view.scheme, state.proposed);
  const agreed = state.agreed === undefined ? undefined : ratingOf(view.scheme, state.agreed);
  return (
    <div className="meet-claim-rating">
      <RatingPair proposed={proposed} agreed={agreed} />
      <span className="muted">{sinceWords(view.scheme, state, dayOf(now()))}</span>
    </div>
  );
}
