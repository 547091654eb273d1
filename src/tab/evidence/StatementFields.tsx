import type { Agency } from "#plan/plan.ts";
import type { Form } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import type { EvidenceItem } from "./evidence-items.ts";
import { EvidenceField } from "./EvidenceField.tsx";
import type { Uploads } from "./use-uploads.ts";

interface Statement {
  readonly note: string;
  readonly evidence: EvidenceItem[];
}

interface StatementFieldsProps {
  readonly form: Pick<Form<Statement>, "words" | "problems" | "change">;
  readonly uploads: Uploads;
  /** What the note is to say: "What happened". */
  readonly label: string;
  readonly agencies: readonly Agency[];
  /** Short name of the agency that speaks, whose library there is to pick from; undefined while it is not chosen. */
  readonly agency: string | undefined;
}

/** What an agency says in words, and the evidence it points at. */
export function StatementFields({ form, uploads, label, agencies, agency }: StatementFieldsProps) {
  const { words, problems, change } = form;
  return (
    <>
      <WordsField
        required
        label={label}
        where="what you say"
        value={words.note}
        onChange={(note) => change({ note })}
        problem={problems.note}
      />
      <EvidenceField
        items={words.evidence}
        onChange={(next) => change((now) => ({ evidence: next(now.evidence) }))}
        uploads={uploads}
        agency={agencies.find(({ shortName }) => shortName === agency)}
        checked={problems.evidence !== undefined}
      />
    </>
  );
}
