import { WordsField } from "#tab/form/WordsField.tsx";
import { DayField } from "#tab/form/DayField.tsx";
import { Said } from "#tab/notice/Said.tsx";
import { invalid } from "#tab/form/invalid.ts";
import { Button, ProgressBar } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { DismissRegular, DocumentRegular, LinkRegular } from "@fluentui/react-icons";
import { type EvidenceItem, sizeInWords } from "./evidence-items.ts";
import type { Uploads } from "./use-uploads.ts";

interface EvidenceRowProps {
  readonly item: EvidenceItem;
  readonly uploads: Uploads;
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<EvidenceItem>) => void;
  readonly onRemove: () => void;
}

/** One piece of evidence: what it is, what it shows, the day it is of. */
export function EvidenceRow({ item, uploads, problem, onChange, onRemove }: EvidenceRowProps) {
  const { id, source, name, kind, date } = item;
  const called = name || "the link";
  const wrong = kind === undefined ? undefined : problem;
  return (
    <li className="evidence-item">
      <Heading {...{ item, called, onRemove }} bytes={uploads.bytesOf(id)} />
      {source === "link" && <LinkFields {...{ item, onChange }} problem={linkPart(problem)} />}
      <KindField
        called={called}
        kind={kind}
        missing={problem !== undefined && kind === undefined}
        onChange={onChange}
      />
      <DayField
        label="Date of the evidence"
        of={called}
        value={date}
        onChange={(day) => onChange({ date: day })}
      />
      {wrong !== undefined && source !== "link" && (
        <div role="alert" className="evidence-problem small">
          {wrong}
        </div>
      )}
      <Progress id={id} name={called} uploads={uploads} />
    </li>
  );
}

function Heading(props: {
  readonly item: EvidenceItem;
  readonly called: string;
  readonly bytes: number | undefined;
  readonly onRemove: () => void;
}) {
  const { item, called, bytes, onRemove } = props;
  const link = item.source === "link";
  return (
    <div className="evidence-name">
      {link ? <LinkRegular aria-hidden /> : <DocumentRegular aria-hidden />}
      <span>{link ? "Link" : item.name}</span>
      <span className="small muted">{about(item, bytes)}</span>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={`Take out ${called}`}
        title="Take out"
        onClick={onRemove}
      />
    </div>
  );
}

/** Activity shows that something was done, impact what it changed: nobody but the agency can say which it is. */
function KindField(props: {
  readonly called: string;
  readonly kind: EvidenceItem["kind"];
  readonly missing: boolean;
  readonly onChange: (change: Partial<EvidenceItem>) => void;
}) {
  const { called, kind, missing, onChange } = props;
  const label = (
    <>
      What it shows<Said>: {called}</Said>
    </>
  );
  return (
    <Field
      label={{ children: label }}
      required
      {...invalid(missing ? "Say what it shows." : undefined)}
    >
      <RadioGroup
        layout="horizontal"
        value={kind ?? ""}
        onChange={(_, { value }) => onChange({ kind: value === "impact" ? "impact" : "activity" })}
      >
        <Radio value="activity" label="Activity" />
        <Radio value="impact" label="Impact" />
      </RadioGroup>
    </Field>
  );
}

function linkPart(problem: string | undefined): string | undefined {
  return problem?.startsWith("Say ") ? undefined : problem;
}

function about({ source, url }: EvidenceItem, bytes: number | undefined): string {
  if (source === "library") return "From the library";
  if (source === "link") return "";
  if (url !== "") return "Uploaded";
  return bytes === undefined ? "Not uploaded" : sizeInWords(bytes);
}

function LinkFields(props: {
  readonly item: EvidenceItem;
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<EvidenceItem>) => void;
}) {
  const { item, problem, onChange } = props;
  return (
    <>
      <Field label="Link to evidence" required {...invalid(problem)}>
        <Input
          type="url"
          placeholder="https://"
          value={item.url}
          onChange={(_, { value }) => onChange({ url: value })}
        />
      </Field>
      <WordsField
        oneLine
        label="What it is (optional)"
        where="the name of the evidence"
        value={item.name}
        onChange={(name) => onChange({ name })}
      />
    </>
  );
}

/** How far the upload is, and the way to stop it. */
function Progress({ id, name, uploads }: { id: string; name: string; uploads: Uploads }) {
  const { progress } = uploads;
  if (progress?.id !== id) return null;
  const { bytes, of } = progress;
  return (
    <div className="evidence-progress">
      <ProgressBar aria-label={`Uploading ${name}`} value={bytes} max={of} />
      <span className="small muted">
        {sizeInWords(bytes)} of {sizeInWords(of)}
      </span>
      <Button size="small" onClick={uploads.cancel}>
        Cancel
      </Button>
    </div>
  );
}
