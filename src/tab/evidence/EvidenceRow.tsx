import { WordsField } from "#tab/form/WordsField.tsx";
import { DayField } from "#tab/form/DayField.tsx";
import { Said } from "#tab/notice/Said.tsx";
import { invalid } from "#tab/form/invalid.ts";
import { Button, ProgressBar } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { DismissRegular, DocumentRegular, LinkRegular } from "@fluentui/react-icons";
import { useEffect, useId, useRef } from "react";
import { ChooseFile } from "./ChooseFile.tsx";
import { type EvidenceItem, isLost, type ItemProblem, sizeInWords } from "./evidence-items.ts";
import { intoSight } from "./into-sight.ts";
import type { Uploads } from "./use-uploads.ts";

interface EvidenceRowProps {
  readonly item: EvidenceItem;
  readonly uploads: Uploads;
  readonly problem: ItemProblem | undefined;
  /** Saving was tried: what is missing is shown. What is wrong with a file is shown at once. */
  readonly checked: boolean;
  /** It was added just now. */
  readonly isNew: boolean;
  readonly onChange: (change: Partial<EvidenceItem>) => void;
  readonly onRemove: () => void;
}

/** One piece of evidence: what it is, what it shows, the day it is of. */
export function EvidenceRow(props: EvidenceRowProps) {
  const { item, uploads, problem, checked, isNew, onChange, onRemove } = props;
  const { id, source, name, kind, date } = item;
  const called = name || "the link";
  const why = useId();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isNew) return;
    intoSight(row.current);
    // What a link leads to is typed next.
    row.current?.querySelector<HTMLElement>("input[type=url]")?.focus();
  }, [isNew]);
  const missing = (at: ItemProblem["at"]) =>
    checked && problem?.at === at ? problem.says : undefined;
  const ofFile = problem?.at === "file" ? problem.says : undefined;
  const stays = ofFile === undefined || isLost(item, uploads.bytesOf);
  return (
    <li ref={row} className="evidence-item">
      <Heading
        {...{ item, called, onRemove }}
        bytes={uploads.bytesOf(id)}
        why={stays ? undefined : why}
      />
      {ofFile !== undefined && (
        <FileProblem id={why} says={ofFile} {...{ item, uploads, onChange }} />
      )}
      {source === "link" && <LinkFields {...{ item, onChange }} problem={missing("link")} />}
      <KindField {...{ called, kind, onChange }} problem={missing("kind")} />
      <DayField
        label="Date of the evidence"
        of={called}
        value={date}
        onChange={(day) => onChange({ date: day })}
      />
      <Progress id={id} name={called} uploads={uploads} />
    </li>
  );
}

/** Said as soon as the file is chosen; one that the page has lost is asked for again. */
function FileProblem(props: {
  readonly id: string;
  readonly says: string;
  readonly item: EvidenceItem;
  readonly uploads: Uploads;
  readonly onChange: (change: Partial<EvidenceItem>) => void;
}) {
  const { id, says, item, uploads, onChange } = props;
  const lost = isLost(item, uploads.bytesOf);
  function chosenAgain([file]: readonly File[]): void {
    if (!file) return;
    uploads.hold(item.id, file);
    onChange({ name: file.name });
  }
  return (
    <div className={`evidence-problem small ${lost ? "has-problem" : ""}`}>
      <span id={id} role={lost ? undefined : "alert"}>
        {says}
      </span>
      {lost && <ChooseFile label="Choose it again" why={id} onChosen={chosenAgain} />}
    </div>
  );
}

function Heading(props: {
  readonly item: EvidenceItem;
  readonly called: string;
  readonly bytes: number | undefined;
  /** Id of what says why it cannot stay; undefined where it can. */
  readonly why: string | undefined;
  readonly onRemove: () => void;
}) {
  const { item, called, bytes, why, onRemove } = props;
  const link = item.source === "link";
  return (
    <div className={`evidence-name ${why === undefined ? "" : "has-problem"}`}>
      {link ? <LinkRegular aria-hidden /> : <DocumentRegular aria-hidden />}
      <span>{link ? "Link" : item.name}</span>
      <span className="small muted">{about(item, bytes)}</span>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={`Take out ${called}`}
        aria-describedby={why}
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
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<EvidenceItem>) => void;
}) {
  const { called, kind, problem, onChange } = props;
  const label = (
    <>
      What it shows<Said>: {called}</Said>
    </>
  );
  return (
    <Field label={{ children: label }} required {...invalid(problem)}>
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
    <div ref={intoSight} className="evidence-progress">
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
