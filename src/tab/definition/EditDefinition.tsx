import { ConflictError, RefusedError } from "#plan/errors.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import { FormPane } from "#tab/form/FormPane.tsx";
import { identifierProblem } from "#tab/form/identifiers.ts";
import { type Form, type Problems, useForm } from "#tab/form/use-form.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import type { Asked } from "#usecases/words-to-save.ts";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import * as v from "valibot";
import { Conflict } from "./Conflict.tsx";
import { EditField } from "./EditField.tsx";
import { type DefinitionField, mergeTexts, type Texts } from "./fields.ts";

/** valibot takes a list for names with texts. */
const named = v.custom<object>((value) => !Array.isArray(value));
const texts = v.pipe(named, v.record(v.string(), v.string()));

const edit = v.object({
  /** What it was when the change began, with its ETag. */
  version: v.string(),
  base: texts,
  mine: texts,
  /** Another's words where both changed a field, until one is chosen. */
  theirs: texts,
  chosen: v.pipe(named, v.record(v.string(), v.picklist(["mine", "theirs"]))),
  taken: v.array(v.string()),
});

type Edit = v.InferOutput<typeof edit>;

/** A definition as it stands in the lists. */
export interface Standing {
  readonly texts: Texts;
  readonly version: string;
}

export interface EditDefinitionProps {
  readonly open: OpenPlan;
  /** "action/12": the draft is kept by it. */
  readonly place: string;
  readonly id: number;
  readonly title: string;
  readonly fields: readonly DefinitionField[];
  readonly standing: Standing;
  readonly read: () => Promise<Standing>;
  /** Throws ConflictError where it is no longer what `was` says. */
  readonly save: (was: Standing, to: Texts, asked: Asked) => Promise<void>;
  readonly onSaved: () => void;
}

/** An owner changes what the plan says. Where somebody else did too, both versions are shown, and one is chosen field by field. */
export function EditDefinition(props: EditDefinitionProps) {
  const { open, title, fields, onSaved } = props;
  const form = useEdit(props);
  const { words, problems, change } = form;
  const disputed = fields.filter(({ name }) => words.theirs[name] !== undefined);
  return (
    <FormPane
      form={form}
      title={title}
      save="Save"
      promise="Earlier wordings stay in the history of the list."
      onSaved={onSaved}
    >
      <Taken {...{ fields, words }} />
      {disputed.map((field) => (
        <Conflict
          key={field.name}
          field={field}
          mine={words.mine[field.name] ?? ""}
          theirs={words.theirs[field.name] ?? ""}
          chosen={words.chosen[field.name]}
          missing={problems.chosen !== undefined}
          onChoose={(which) => change({ chosen: { ...words.chosen, [field.name]: which } })}
        />
      ))}
      {fields
        .filter((field) => !disputed.includes(field))
        .map((field) => (
          <EditField
            key={field.name}
            field={field}
            agencies={open.agencies}
            value={words.mine[field.name] ?? ""}
            problem={problems.mine === undefined ? undefined : fieldProblem(field, words.mine)}
            onChange={(value) => change({ mine: { ...words.mine, [field.name]: value } })}
          />
        ))}
    </FormPane>
  );
}

/** What somebody else changed meanwhile, and is taken over as it is. */
function Taken(props: { readonly fields: readonly DefinitionField[]; readonly words: Edit }) {
  const { fields, words } = props;
  const names = fields.filter(({ name }) => words.taken.includes(name)).map(({ label }) => label);
  if (names.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        Somebody else changed this meanwhile; it is taken over here: {names.join(", ")}.
      </MessageBarBody>
    </MessageBar>
  );
}

function useEdit(props: EditDefinitionProps): Form<Edit> {
  const { open, place, id, fields, standing, read, save } = props;
  return useForm<Edit>(open, {
    name: `edit ${place}`,
    rewrites: true,
    schema: edit,
    empty: {
      version: standing.version,
      base: { ...standing.texts },
      mine: { ...standing.texts },
      theirs: {},
      chosen: {},
      taken: [],
    },
    problems: (words) => editProblems(fields, words),
    async save(words, _key, { sure, alter }) {
      const { version, base } = words;
      try {
        await save({ version, texts: base }, settled(words), { sure });
        return { id };
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        const now = await read();
        const next = rebased(words, now);
        const ask = whatToDo(next);
        if (ask === undefined) {
          await save({ version: now.version, texts: now.texts }, next.mine, { sure });
          return { id };
        }
        alter(() => next);
        throw new RefusedError(`Somebody else changed it while you did. ${ask}`);
      }
    },
  });
}

/** Undefined where nothing changed that stands in this form. */
function whatToDo({ theirs, taken }: Edit): string | undefined {
  if (Object.keys(theirs).length > 0) return "Choose above which words stand, and save again.";
  return taken.length > 0 ? "Look above at what is new, and save again." : undefined;
}

/** What is to be saved: in each disputed field the words that were chosen. */
function settled({ mine, theirs, chosen }: Edit): Texts {
  const kept = Object.entries(theirs).filter(([name]) => chosen[name] === "theirs");
  return { ...mine, ...Object.fromEntries(kept) };
}

function rebased(words: Edit, now: Standing): Edit {
  const { mine, theirs, taken } = mergeTexts(words.base, settled(words), now.texts);
  return {
    version: now.version,
    base: { ...now.texts },
    mine: { ...mine },
    theirs: { ...theirs },
    chosen: {},
    taken: [...taken],
  };
}

function editProblems(fields: readonly DefinitionField[], words: Edit): Problems<Edit> {
  const open = Object.keys(words.theirs).some((name) => words.chosen[name] === undefined);
  const wrong = fields
    .map((field) => fieldProblem(field, words.mine))
    .find((problem) => problem !== undefined);
  return {
    ...(open ? { chosen: "Choose which words stand." } : {}),
    ...(wrong === undefined ? {} : { mine: wrong }),
  };
}

function fieldProblem({ name, kind, required }: DefinitionField, mine: Texts): string | undefined {
  const text = mine[name] ?? "";
  if (required && text.trim() === "") return "Write the text.";
  if (kind === "day" && text !== "" && !isIsoDate(text)) return "Choose a day that exists.";
  return identifierProblem(text, "this field");
}
