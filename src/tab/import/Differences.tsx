import { compareWords } from "#plan/changes-in-words.ts";
import type { EditedDefinition, PlanDifferences, RewordedFinding } from "#plan/plan-differences.ts";
import type { Action } from "#plan/plan.ts";
import { counted, inFigures } from "#plan/words.ts";
import { Checkbox } from "@fluentui/react-checkbox";
import { type ReactNode, useState } from "react";
import { keysOf } from "./chosen-differences.ts";
import { inSteps, ShowMore } from "#tab/layout/ShowMore.tsx";

interface DifferencesProps {
  readonly differences: PlanDifferences;
  /** The names of those that are not taken over. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
  /** Short name of the agency whose statement an action's progress becomes; undefined where it stays as printed. */
  readonly speaker: (action: Action) => string | undefined;
}

/** Progress, what is new, what is worded otherwise, and what the document no longer has. */
export function Differences({ differences, left, onLeft, speaker }: DifferencesProps) {
  const {
    added,
    progress,
    edited,
    vanished,
    unchanged,
    reworded = [],
    notTheirs = [],
  } = differences;
  const keys = keysOf(differences);
  const take: Take = (key, name) => (
    <Checkbox
      label="Take over"
      aria-label={`Take over: ${name.slice(0, 100)}`}
      checked={!left.has(key ?? "")}
      onChange={(_event, { checked }) => onLeft(toggled(left, key ?? "", checked === true))}
    />
  );
  return (
    <>
      <p>{counted(unchanged.length, "action")} say the same in the document and in the plan.</p>
      {added.findings.length > 0 && (
        <p>{counted(added.findings.length, "finding")} of the report will be kept with the plan.</p>
      )}
      <Part
        title="New progress"
        items={progress}
        renderItem={({ action, lines, ratingName }, index) => (
          <li key={keys.progress[index]}>
            <div className="import-of">{action.text}</div>
            <p className="import-printed">
              {[...lines, ratingName && `Rating: ${ratingName}`].filter(Boolean).join("\n")}
            </p>
            <div className="small muted">{asWhom(speaker(action))}</div>
            {take(keys.progress[index], action.text)}
          </li>
        )}
      />
      <Added added={added} keys={keys} take={take} />
      <Edited edited={edited} keys={keys} take={take} />
      <Reworded findings={reworded} />
      <Vanished vanished={vanished} />
      <NotTheirs words={notTheirs} />
    </>
  );
}

function Edited({
  edited,
  keys,
  take,
}: Pick<PlanDifferences, "edited"> & { keys: ReturnType<typeof keysOf>; take: Take }) {
  return (
    <Part
      title="Worded otherwise"
      items={edited}
      renderItem={(edit, index) => (
        <li key={keys.edited[index]}>
          <div className="import-of">{edit.is.text}</div>
          <Edits edit={edit} />
          {take(keys.edited[index], edit.is.text)}
        </li>
      )}
    />
  );
}

function NotTheirs({ words }: { words: readonly string[] }) {
  return (
    <Part
      title="Not this agency’s to say, left out"
      items={words}
      renderItem={(each) => <li key={each}>{each}</li>}
    />
  );
}

function Reworded({ findings }: { findings: readonly RewordedFinding[] }) {
  return (
    <Part
      title="Findings worded otherwise, left as they are"
      items={findings}
      renderItem={({ is, now }) => (
        <li key={is.paragraph}>
          <div className="import-of">
            {is.paragraph} {is.text}
          </div>
          <p className="import-printed">{now}</p>
        </li>
      )}
    />
  );
}

type Take = (key: string | undefined, name: string) => ReactNode;

function Added({
  added,
  keys,
  take,
}: {
  added: PlanDifferences["added"];
  keys: ReturnType<typeof keysOf>;
  take: Take;
}) {
  const all = [
    ...added.recommendations.map(({ ref, text, actions }, index) => ({
      key: keys.recommendations[index],
      above: ref,
      words: text,
      about: `With ${counted(actions.length, "action")}`,
    })),
    ...added.actions.map(({ recommendation, action }, index) => ({
      key: keys.actions[index],
      above: undefined,
      words: action.text,
      about: `Under ${recommendation.ref}`,
    })),
  ];
  return (
    <Part
      title="New in the document"
      items={all}
      renderItem={({ key, above, words, about }) => (
        <li key={key}>
          <div>
            {above !== undefined && <strong>{above}</strong>} {words}
          </div>
          <div className="small muted">{about}</div>
          {take(key, above === undefined ? words : `${above} ${words}`)}
        </li>
      )}
    />
  );
}

interface PartProps<T> {
  readonly title: string;
  readonly items: readonly T[];
  readonly renderItem: (item: T, index: number) => ReactNode;
}

function Part<T>({ title, items, renderItem }: PartProps<T>) {
  const [most, setMost] = useState(inSteps);
  if (items.length === 0) return null;
  return (
    <section className="import-part">
      <h3>{`${title} (${inFigures(items.length)})`}</h3>
      <ul>{items.slice(0, most).map(renderItem)}</ul>
      <ShowMore of={items.length} most={most} onMost={setMost} />
    </section>
  );
}

const fieldNames: Readonly<Record<string, string>> = {
  text: "Text",
  addressees: "Addressees",
  paragraphs: "See",
  timescale: "Timescale",
  theme: "Theme",
  outcome: "Outcome",
  anticipatedEvidence: "Anticipated evidence",
  agencyAsPrinted: "Agency",
  leads: "Lead",
  dueAsPrinted: "Date",
  milestones: "Milestones",
  outcomeMeasure: "Outcome measure",
  measureOfSuccess: "Measure of success",
  evidenceExpected: "Evidence",
  notesAsPrinted: "Notes",
};

function Edits({ edit }: { edit: EditedDefinition }) {
  return edit.fields.map(({ field, was, now }) => (
    <p key={field} className="import-printed">
      <strong>{fieldNames[field] ?? field}: </strong>
      {compareWords(was, now).map(({ kind, words }, index) => {
        if (kind === "gone") return <del key={index}>{words}</del>;
        return kind === "new" ? <ins key={index}>{words}</ins> : words;
      })}
    </p>
  ));
}

/** A merge removes nothing: an owner decides about each. */
function Vanished({ vanished: { recommendations, actions } }: Pick<PlanDifferences, "vanished">) {
  const gone = [
    ...recommendations.map(({ id, ref, text }) => ({ key: `r${id}`, words: `${ref} ${text}` })),
    ...actions.map(({ id, text }) => ({ key: `a${id}`, words: text })),
  ];
  return (
    <Part
      title="No longer in the document"
      items={gone}
      renderItem={({ key, words }) => <li key={key}>{words}</li>}
    />
  );
}

function asWhom(agency: string | undefined): string {
  return agency === undefined
    ? "It will be kept as printed, because you do not speak for its agency."
    : `It will be a progress update of ${agency}, with this document as its source.`;
}

function toggled(left: ReadonlySet<string>, key: string, taken: boolean): ReadonlySet<string> {
  const next = new Set(left);
  if (taken) next.delete(key);
  else next.add(key);
  return next;
}
