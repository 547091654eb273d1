import { addDays, dayOf, isIsoDate } from "#plan/iso-date.ts";
import { mayChallenge } from "#plan/permissions.ts";
import { counted } from "#plan/words.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import { type QuestionsOfPaper, questionsOfPaper } from "#usecases/import-questions.ts";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import { useEffect, useState } from "react";
import type { TargetProps } from "./review-props.ts";
import { ReviewFoot } from "./ReviewFoot.tsx";
import { putQuestions } from "./take-over.ts";

/** A month, as scrutiny committees usually give. */
const daysToAnswer = 28;

/** The questions of a paper, each with the agency that it would be put to and the recommendation that it is about. */
export function ReviewQuestions({
  document,
  view,
  onBack,
  onWrite,
}: Omit<TargetProps, "keep"> & { readonly view: PlanView }) {
  const ports = usePorts();
  const [due, setDue] = useState<string>(addDays(dayOf(ports.now()), daysToAnswer));
  const paper = usePaper(view.open, document.questions);
  if ("error" in paper) return <p role="alert">{messageOf(paper.error)}</p>;
  const fresh = paper.toPut.filter(({ isPut }) => !isPut);
  const may = mayChallenge(view.open.me);
  return (
    <>
      <Field className="import-due" label="Answer by">
        <Input type="date" value={due} onChange={(_event, { value }) => setDue(value)} />
      </Field>
      <section className="import-rows" aria-label="What was read">
        {!may && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              The peer-challenge group and scrutiny members put questions; you can look at these.
            </MessageBarBody>
          </MessageBar>
        )}
        <ol className="import-questions">
          {paper.toPut.map(({ key, question, recommendation, agency, isPut }) => (
            <li key={key}>
              <div className="small muted">
                {recommendation.ref} · to {agency.name}
                {isPut && " · put already"}
              </div>
              {question}
            </li>
          ))}
        </ol>
        <Left paper={paper} />
      </section>
      <ReviewFoot
        label="Put the questions"
        ready={may && fresh.length > 0 && isIsoDate(due)}
        why={`${counted(fresh.length, "question")} will be put. What has been put already is not put again.`}
        onBack={onBack}
        onGo={() => {
          if (isIsoDate(due)) onWrite(putQuestions(ports, { open: view.open, toPut: fresh, due }));
        }}
      />
    </>
  );
}

function Left({ paper: { left } }: { paper: QuestionsOfPaper }) {
  if (left.length === 0) return null;
  return (
    <>
      <h3>Left for somebody to put by hand</h3>
      <ul className="import-questions">
        {left.map(({ question, why }, index) => (
          <li key={index}>
            <div className="small muted">{why}</div>
            {question.text}
          </li>
        ))}
      </ul>
    </>
  );
}

const nothingYet: QuestionsOfPaper = { toPut: [], left: [] };

function usePaper(
  open: PlanView["open"],
  questions: TargetProps["document"]["questions"],
): QuestionsOfPaper | { readonly error: unknown } {
  const [paper, setPaper] = useState<QuestionsOfPaper | { readonly error: unknown }>(nothingYet);
  useEffect(() => {
    let over = false;
    const tell = (read: QuestionsOfPaper | { readonly error: unknown }) => {
      if (!over) setPaper(read);
    };
    questionsOfPaper(open, questions).then(tell, (error: unknown) => tell({ error }));
    return () => {
      over = true;
    };
  }, [open, questions]);
  return paper;
}
