import { type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { DayField } from "#tab/form/DayField.tsx";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { type Form, type Problems, useForm } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { nextVersionNumber, writeVersion } from "#usecases/write-version.ts";
import { Button } from "@fluentui/react-components";
import * as v from "valibot";

const versionWords = v.object({
  number: v.string(),
  date: v.string(),
  author: v.string(),
  comment: v.string(),
  circulatedTo: v.string(),
});

type VersionWords = v.InferOutput<typeof versionWords>;

interface NewVersionProps extends Pick<ViewProps, "view" | "onSaved"> {
  readonly versions: readonly PlanVersion[];
  readonly today: IsoDate;
  readonly onClose: () => void;
}

/** What the plan is at the end of that day becomes a version for good. */
export function NewVersion(props: NewVersionProps) {
  const { onSaved, onClose } = props;
  const form = useVersionForm(props);
  return (
    <div className="papers-form">
      <FormPane
        form={form}
        title="Write down a version"
        save="Write it down"
        promise="Its number stands on the plan from then on."
        onSaved={() => {
          void onSaved();
          onClose();
        }}
      >
        <Fields form={form} />
      </FormPane>
      <Button onClick={onClose}>Cancel</Button>
    </div>
  );
}

function Fields({ form: { words, problems, change } }: { form: Form<VersionWords> }) {
  return (
    <>
      <WordsField
        required
        oneLine
        label="Number"
        where="the version's number"
        value={words.number}
        onChange={(number) => change({ number })}
        problem={problems.number}
      />
      <DayField
        required
        label="Date"
        value={words.date}
        onChange={(date) => change({ date })}
        problem={problems.date}
      />
      <WordsField
        required
        oneLine
        label="Author"
        where="the author"
        value={words.author}
        onChange={(author) => change({ author })}
        problem={problems.author}
      />
      <WordsField
        required
        label="Comment: what is new in it"
        where="the comment"
        rows={3}
        value={words.comment}
        onChange={(comment) => change({ comment })}
        problem={problems.comment}
      />
      <WordsField
        label="Circulated to (optional)"
        where="who it goes to"
        rows={2}
        value={words.circulatedTo}
        onChange={(circulatedTo) => change({ circulatedTo })}
      />
    </>
  );
}

function useVersionForm({ view: { open }, versions, today }: NewVersionProps) {
  const { history } = usePorts();
  return useForm<VersionWords>(open, {
    name: "version",
    schema: versionWords,
    empty: {
      number: nextVersionNumber(versions),
      date: today,
      author: open.me.name,
      comment: "",
      circulatedTo: "",
    },
    problems: (words) => versionProblems(words, versions),
    save: async ({ date, ...words }, key, { sure }) => {
      const day = isIsoDate(date) ? date : today;
      await writeVersion(await history(), {
        open,
        known: versions,
        date: day,
        key,
        sure,
        ...words,
      });
      return { id: 0 };
    },
  });
}

function versionProblems(
  { number, date, author, comment }: VersionWords,
  versions: readonly PlanVersion[],
): Problems<VersionWords> {
  const taken = versions.some((each) => each.number === number.trim());
  const found = {
    number: taken
      ? `There is a version ${number} already.`
      : wordsProblem(number, "the version's number", "Give the version a number."),
    date: isIsoDate(date) ? undefined : "Choose a day that exists.",
    author: wordsProblem(author, "the author", "Say who wrote the version."),
    comment: wordsProblem(comment, "the comment", "Say what is new in it."),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
}
