import { checks, type Finding } from "#plan/checks.ts";
import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import { mayChallenge } from "#plan/permissions.ts";
import type { Challenge } from "#plan/record.ts";
import { PutChallenge, type QuestionDraft } from "#tab/challenge/PutChallenge.tsx";
import { agencyName } from "#tab/form/agency-name.ts";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { dayInWords } from "#tab/words/words.ts";
import { Button, Link } from "@fluentui/react-components";
import { FlagFilled, FlagRegular } from "@fluentui/react-icons";
import { type RefObject, useEffect, useRef, useState } from "react";

interface FindingItemProps extends Pick<ViewProps, "view" | "onGo" | "onSaved"> {
  readonly finding: Finding;
  /** The question that it has led to already. */
  readonly asked: Challenge | undefined;
  readonly today: IsoDate;
}

/** What a check found, the question that it drafts, and why it looks at that at all. */
export function FindingItem(props: FindingItemProps) {
  const { finding, view, onGo } = props;
  const { actionId, recommendationId, weight } = finding;
  const action = actionId === undefined ? undefined : view.actions.get(actionId);
  const place = action ? `action/${action.action.id}` : `recommendation/${recommendationId}`;
  const check = checks.find(({ id }) => id === finding.check);
  const Icon = weight === "strong" ? FlagFilled : FlagRegular;
  return (
    <li className="challenge">
      <div className="challenge-state">
        <Icon aria-hidden />
        <div>
          <div className="strong">{check?.title}</div>
          {weight === "strong" && <div className="small">Pressing</div>}
        </div>
      </div>
      <div className="challenge-words">
        <div className="small muted">
          <Link as="button" className="challenge-ref" onClick={() => onGo(place)}>
            {finding.ref}
            {action && `, action ${action.place}`}
          </Link>{" "}
          {agencyName(view.open.agencies, finding.agency)}
        </div>
        <p>{finding.says}</p>
        <p className="challenge-asks">{finding.asks}</p>
        <details className="small">
          <summary>Why is this here?</summary>
          <p>{check?.why}</p>
        </details>
        <Ask {...props} />
      </div>
    </li>
  );
}

/** The form, in place, with the check's words to start from. */
function Ask({ finding, asked, view, onSaved, today }: FindingItemProps) {
  const [open, setOpen] = useState(false);
  const place = useFocusFollowing(open);
  const recommendation = view.open.recommendations.find(
    ({ id }) => id === finding.recommendationId,
  );
  const action = view.open.actions.find(({ id }) => id === finding.actionId);
  if (asked)
    return (
      <div className="small strong">
        Asked on {dayInWords(dayOf(asked.created), today)}; not answered yet.
      </div>
    );
  if (!mayChallenge(view.open.me) || !recommendation) return null;
  return (
    <div ref={place} className="challenge-ask">
      {open ? (
        <div className="challenge-form">
          <PutChallenge
            open={view.open}
            recommendation={recommendation}
            action={action}
            draft={draftOf(finding)}
            onSaved={(id) => void onSaved({ type: "challenge", id })}
          />
          <Button size="small" className="challenge-put" onClick={() => setOpen(false)}>
            Cancel
          </Button>
        </div>
      ) : (
        <Button size="small" className="challenge-put" onClick={() => setOpen(true)}>
          Put this question
        </Button>
      )}
    </div>
  );
}

function draftOf({ asks, check, agency }: Finding): QuestionDraft {
  return { question: asks, source: `check:${check}`, ...(agency === "" ? {} : { agency }) };
}

/** The focus goes into the form that opens, and back to the button that opened it. */
function useFocusFollowing(open: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(open);
  useEffect(() => {
    if (last.current === open) return;
    last.current = open;
    place.current?.querySelector<HTMLElement>(open ? ".pane-title" : "button")?.focus();
  }, [open]);
  return place;
}
