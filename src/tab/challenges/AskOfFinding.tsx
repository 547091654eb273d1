import type { Finding } from "#plan/checks.ts";
import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import { mayChallenge } from "#plan/permissions.ts";
import type { Challenge } from "#plan/record.ts";
import { draftOf, PutChallenge } from "#tab/challenge/PutChallenge.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { dayInWords } from "#tab/words/words.ts";
import { Button } from "@fluentui/react-components";
import { type RefObject, useEffect, useRef, useState } from "react";

interface AskOfFindingProps extends Pick<ViewProps, "view" | "onSaved"> {
  readonly finding: Finding;
  /** The question that it has led to already. */
  readonly asked: Challenge | undefined;
  /** Id of the words that the check drafts. */
  readonly asks: string;
  readonly today: IsoDate;
}

/** The check's question, put in place, with the check's words to start from; or when it was put. */
export function AskOfFinding({ finding, asked, asks, view, onSaved, today }: AskOfFindingProps) {
  const [open, setOpen] = useState(false);
  const place = useFocusFollowing(open);
  const { open: plan } = view;
  const recommendation = plan.recommendations.find(({ id }) => id === finding.recommendationId);
  if (!recommendation || (!asked && !mayChallenge(plan.me))) return null;
  return (
    <div ref={place} className="challenge-ask">
      {/* Whoever is writing goes on, though somebody else has asked it meanwhile. */}
      {open && (
        <Form {...{ finding, recommendation, view, onSaved }} onDone={() => setOpen(false)} />
      )}
      {!open && asked && (
        <div className="small strong" tabIndex={-1}>
          Asked on {dayInWords(dayOf(asked.created), today)}; not answered yet.
        </div>
      )}
      {!open && !asked && (
        <Button
          size="small"
          className="challenge-put"
          aria-describedby={asks}
          onClick={() => setOpen(true)}
        >
          Put this question
        </Button>
      )}
    </div>
  );
}

interface FormProps extends Pick<AskOfFindingProps, "finding" | "view" | "onSaved"> {
  readonly recommendation: ViewProps["view"]["open"]["recommendations"][number];
  readonly onDone: () => void;
}

function Form({ finding, recommendation, view, onSaved, onDone }: FormProps) {
  const announce = useAnnounce();
  async function put(id: number): Promise<void> {
    announce("The question is put.");
    await onSaved({ type: "challenge", id });
    onDone();
  }
  return (
    <div className="challenge-form">
      <PutChallenge
        open={view.open}
        recommendation={recommendation}
        action={view.open.actions.find(({ id }) => id === finding.actionId)}
        draft={draftOf(finding)}
        onSaved={(id) => void put(id)}
      />
      <Button className="challenge-put" onClick={onDone}>
        Cancel
      </Button>
    </div>
  );
}

/** The focus goes into the form that opens; after it, to what was asked, or back to the button that opened it. */
function useFocusFollowing(open: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(open);
  useEffect(() => {
    if (last.current === open) return;
    last.current = open;
    const next = open ? ".pane-title" : "button, [tabindex]";
    place.current?.querySelector<HTMLElement>(next)?.focus();
  }, [open]);
  return place;
}
