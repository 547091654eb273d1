import type { DocumentKind } from "#documents/document-kind.ts";
import type { PlanDocument } from "#documents/plan-document.ts";
import { mayOwn } from "#plan/permissions.ts";
import { counted } from "#plan/words.ts";
import type { ReviewProps } from "./review-props.ts";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { Select } from "@fluentui/react-select";
import { Field } from "@fluentui/react-field";
import { useState } from "react";
import { isOfThisPlan } from "./is-of-this-plan.ts";
import { ReviewMerge } from "./ReviewMerge.tsx";
import { ReviewNew } from "./ReviewNew.tsx";
import { ReviewQuestions } from "./ReviewQuestions.tsx";

const kinds: Readonly<Record<DocumentKind, string>> = {
  plan: "A plan, or an agency’s part of one",
  report: "A regulator’s report",
  questions: "A paper of questions",
};

/** What was understood of a document, before anything of it is saved. */
export function Review(props: ReviewProps) {
  const { document, view, onKind } = props;
  const { kind = "plan" } = document;
  const owner = mayOwn(view.open.me);
  const [into, setInto] = useState<"new" | "this">(
    !owner || isOfThisPlan(document, view.open) ? "this" : "new",
  );
  const Read = kind === "questions" ? ReviewQuestions : into === "new" ? ReviewNew : ReviewMerge;
  return (
    <>
      <div className="import-what">
        <KindChoice kind={kind} onKind={onKind} />
        {kind !== "questions" && owner && (
          <Field label="Where it goes">
            <RadioGroup
              layout="horizontal"
              value={into}
              onChange={(_event, { value }) => setInto(value === "new" ? "new" : "this")}
            >
              <Radio value="this" label={`Into “${view.open.plan.title}”`} />
              <Radio value="new" label="A new plan" />
            </RadioGroup>
          </Field>
        )}
        <output className="import-found">{foundIn(document)} Nothing is saved yet.</output>
      </div>
      <Read {...props} />
    </>
  );
}

function KindChoice({ kind, onKind }: { kind: DocumentKind; onKind: ReviewProps["onKind"] }) {
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
