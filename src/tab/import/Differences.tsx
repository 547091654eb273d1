import type { PlanDifferences, RewordedFinding } from "#plan/plan-differences.ts";
import type { Action } from "#plan/plan.ts";
import { counted, inFigures } from "#plan/words.ts";
import { type ReactNode, useState } from "react";
import { inSteps, ShowMore } from "#tab/layout/ShowMore.tsx";
import { useInPieces } from "#tab/later/use-in-pieces.ts";
import { type DifferenceKeys, isTaken, type Taking } from "./chosen-differences.ts";
import { Edits } from "./Edits.tsx";
import { type OnTake, TakeOver } from "./TakeOver.tsx";

interface DifferencesProps {
  readonly differences: PlanDifferences;
  readonly keys: DifferenceKeys;
  /** What the person said so far. */
  readonly taking: Taking;
  readonly onTake: OnTake;
  /** Short name of the agency whose statement an action's progress becomes; undefined where it stays as printed. */
  readonly speaker: (action: Action) => string | undefined;
}

/** Progress, what is new, what is worded otherwise, and what the document no longer has. */
export function Differences(props: DifferencesProps) {
  const { differences, keys, taking, onTake, speaker } = props;
  const {
    added,
    progress,
    edited,
    vanished,
    unchanged,
    reworded = [],
    notTheirs = [],
  } = differences;
  const take: Take = (key = "", words) => (
    <TakeOver of={key} words={words} taken={isTaken(taking, key)} onTake={onTake} />
  );
  return (
    <>
      <p>
        {counted(unchanged.length, "action says", "actions say")} the same in the document and in
        the plan.
      </p>
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
}: Pick<PlanDifferences, "edited"> & { keys: DifferenceKeys; take: Take }) {
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

type Take = (key: string | undefined, words: string) => ReactNode;

function Added({
  added,
  keys,
  take,
}: {
  added: PlanDifferences["added"];
  keys: DifferenceKeys;
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

/** So many of each list are drawn in a frame. */
const piece = 10;

function Part<T>({ title, items, renderItem }: PartProps<T>) {
  const [most, setMost] = useState(inSteps);
  const drawn = useInPieces(Math.min(most, items.length), piece);
  if (items.length === 0) return null;
  return (
    <section className="import-part">
      <h3>{`${title} (${inFigures(items.length)})`}</h3>
      <ul>{items.slice(0, drawn).map(renderItem)}</ul>
      <ShowMore of={items.length} most={most} onMost={setMost} />
    </section>
  );
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
