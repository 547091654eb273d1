import type { DocumentKind } from "#documents/document-kind.ts";
import type { PlanDocument } from "#documents/plan-document.ts";
import { mayOwn } from "#plan/permissions.ts";
import { counted } from "#plan/words.ts";
import { useInPieces } from "#tab/later/use-in-pieces.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import { Field } from "@fluentui/react-field";
import { Select } from "@fluentui/react-select";
import { useState } from "react";
import { Failed } from "./Failed.tsx";
import { isOfThisPlan } from "./is-of-this-plan.ts";
import type { ReviewProps, TargetProps } from "./review-props.ts";
import { ReviewColumns } from "./ReviewColumns.tsx";
import { ReviewMerge } from "./ReviewMerge.tsx";
import { ReviewNew } from "./ReviewNew.tsx";
import { ReviewQuestions } from "./ReviewQuestions.tsx";
import { useTarget } from "./use-target.ts";
import { type Target, WhereTo } from "./WhereTo.tsx";

const kinds: Readonly<Record<DocumentKind, string>> = {
  plan: "A plan, or an agency’s part of one",
  report: "A regulator’s report",
  questions: "A paper of questions",
};

/** What was understood of a document, before anything of it is saved. */
export function Review(props: ReviewProps) {
  const { file, document, view, said, reading, onSay } = props;
  const owner = view === undefined || mayOwn(view.open.me);
  const [chosen, setTarget] = useState<Target>(() => firstTarget(document, view, owner));
  const [isKept, setKept] = useState(true);
  // What the document was read as stands first; what it becomes is drawn in the next frame.
  const isBegun = useInPieces(2, 1) > 1;
  const corrected = owner ? said.columns : undefined;
  const target = targetOf(chosen, props);
  return (
    <>
      <ReadAs {...props} {...{ owner, target }} onTarget={setTarget} />
      {kindOf(document) === "plan" && (
        <ReviewColumns
          columns={document.columns ?? []}
          onColumns={(columns) => onSay({ columns })}
          kept={corrected && isKept}
          onKept={setKept}
        />
      )}
      {isBegun && (
        <Becomes
          // What was decided about the rows of one reading is nothing to the rows of the next.
          key={`${file.name} ${reading}`}
          {...props}
          target={target}
          keep={isKept ? corrected : undefined}
        />
      )}
    </>
  );
}

interface ReadAsProps extends ReviewProps {
  readonly owner: boolean;
  readonly target: Target;
  readonly onTarget: (target: Target) => void;
}

/** What a document was taken for, where it goes, and what was found in it. */
function ReadAs(props: ReadAsProps) {
  const { document, plans, owner, target, onTarget, onSay } = props;
  const kind = kindOf(document);
  return (
    <div className="import-what">
      <KindChoice kind={kind} onKind={(said) => onSay({ kind: said })} />
      {plans.length > 0 && (
        <WhereTo
          plans={plans}
          mayBeNew={owner && kind !== "questions"}
          target={target}
          onTarget={onTarget}
        />
      )}
      <output className="import-found">{stateOf(props)}</output>
    </div>
  );
}

function kindOf({ kind = "plan" }: PlanDocument): DocumentKind {
  return kind;
}

/** A paper of questions is for a plan that is there. */
function targetOf(target: Target, { document, plans, view }: ReviewProps): Target {
  if (document.kind !== "questions" || target !== "new") return target;
  return view?.open.plan.id ?? plans[0]?.id ?? "new";
}

function firstTarget(document: PlanDocument, view: PlanView | undefined, owner: boolean): Target {
  if (!view) return "new";
  return !owner || isOfThisPlan(document, view.open) ? view.open.plan.id : "new";
}

/** What is read becomes a plan of its own, or news for one that is there. */
function Becomes({
  target,
  view,
  ...props
}: TargetProps & { readonly target: Target; readonly view: PlanView | undefined }) {
  const { plan, again } = useTarget(target, view);
  const isPaper = props.document.kind === "questions";
  if (plan.phase === "opening")
    return <output className="import-waiting">Opening the plan…</output>;
  if (plan.phase === "failed") return <Failed error={plan.error} onAgain={again} />;
  if (plan.phase === "open")
    return isPaper ? (
      <ReviewQuestions {...props} view={plan.view} />
    ) : (
      <ReviewMerge {...props} view={plan.view} />
    );
  if (isPaper)
    return (
      <p className="import-waiting">
        Questions are put about a plan, and there is none yet. Import the plan first.
      </p>
    );
  return <ReviewNew {...props} agencies={view?.open.agencies ?? []} />;
}

function KindChoice({
  kind,
  onKind,
}: {
  readonly kind: DocumentKind;
  readonly onKind: (kind: DocumentKind) => void;
}) {
  return (
    <Field label="What it was read as">
      <Select
        value={kind}
        onChange={(_event, { value }) => {
          const chosen = Object.keys(kinds).find((each): each is DocumentKind => each === value);
          if (chosen) onKind(chosen);
        }}
      >
        {Object.entries(kinds).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function stateOf({ again, document }: ReviewProps): string {
  return again ? "Reading it again…" : `${foundIn(document)} Nothing is saved yet.`;
}

function foundIn({ recommendations, questions, findings }: PlanDocument): string {
  const actions = recommendations.reduce((sum, each) => sum + each.actions.length, 0);
  const found = [
    recommendations.length > 0 && counted(recommendations.length, "recommendation"),
    actions > 0 && counted(actions, "action"),
    findings.length > 0 && counted(findings.length, "finding"),
    questions.length > 0 && counted(questions.length, "question"),
  ].filter((each) => each !== false);
  if (found.length === 0) return "Nothing of a plan was found in it.";
  return `Found ${new Intl.ListFormat("en-GB").format(found)}.`;
}
