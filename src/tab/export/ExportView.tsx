import { exportFileName } from "#documents/write/export-file-name.ts";
import { type PlanForm, planForms } from "#documents/write/plan-form.ts";
import { addDays, dayOf, type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { download } from "#tab/papers/download.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { readForExport } from "#usecases/export-plan.ts";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { Input } from "@fluentui/react-input";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import { ProgressBar } from "@fluentui/react-progress";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { Select } from "@fluentui/react-select";
import { useEffect, useRef, useState } from "react";
import { makeDocument } from "#tab/worker/make-document.ts";
import "./export.css";

interface Asked {
  readonly form: PlanForm;
  readonly day: IsoDate | undefined;
  readonly agency: string;
}

type Making =
  | { readonly phase: "idle" }
  | { readonly phase: "making" }
  | { readonly phase: "failed"; readonly error: unknown }
  | { readonly phase: "made"; readonly name: string };

const formNames: Readonly<Record<PlanForm, string>> = {
  docx: "A Word document, in the layout that boards know",
  xlsx: "A workbook, one action a row",
  csv: "Values with commas between (CSV)",
};

/** The plan as a document: all of it or one agency's part, today or as it stood on a day. Written on this computer. */
export function ExportView({ view, latest, onView }: ViewProps) {
  const { making, make, cancel } = useMaking(latest);
  const busy = making.phase === "making";
  return (
    <div className="export">
      <header className="export-head">
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label="Back to the plan"
          onClick={() => onView("plan")}
        />
        <h1>Export the plan</h1>
      </header>
      <ExportForm view={view} busy={busy} onMake={make} />
      {busy && (
        <div className="export-progress">
          <ProgressBar aria-label="Making the document" />
          <output>Making the document.</output>
          <Button onClick={cancel}>Cancel</Button>
        </div>
      )}
      {making.phase === "made" && <output>{making.name} is in your downloads.</output>}
      {making.phase === "failed" && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{messageOf(making.error)}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface ExportFormProps extends Pick<ViewProps, "view"> {
  readonly busy: boolean;
  readonly onMake: (asked: Asked) => void;
}

function ExportForm({ view, busy, onMake }: ExportFormProps) {
  const { now } = usePorts();
  const today = dayOf(now());
  const [form, setForm] = useState<PlanForm>("docx");
  const [day, setDay] = useState<string>(today);
  const [agency, setAgency] = useState("");
  const wrong = !isIsoDate(day) || day > today;
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isIsoDate(day) && !wrong && !busy) onMake({ form, day, agency });
      }}
    >
      <Field label="As">
        <RadioGroup
          value={form}
          onChange={(_event, { value }) => {
            const chosen = planForms.find((each) => each === value);
            if (chosen) setForm(chosen);
          }}
        >
          {planForms.map((each) => (
            <Radio key={each} value={each} label={formNames[each]} />
          ))}
        </RadioGroup>
      </Field>
      <AgencyField view={view} agency={agency} onAgency={setAgency} />
      <Field
        label="As it stood at the end of"
        {...(wrong ? { validationMessage: "Choose today, or a day before it." } : {})}
      >
        <Input
          type="date"
          value={day}
          max={today}
          min={addDays(today, -3650)}
          onChange={(_event, { value }) => setDay(value)}
        />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={wrong || busy}>
        Make the document
      </Button>
    </form>
  );
}

interface AgencyFieldProps extends Pick<ViewProps, "view"> {
  readonly agency: string;
  readonly onAgency: (shortName: string) => void;
}

/** Whose part it is: of the agencies that have an action. */
function AgencyField({ view: { open }, agency, onAgency }: AgencyFieldProps) {
  const acting = new Set(open.actions.flatMap(({ agencies }) => agencies));
  const agencies = open.agencies.filter(({ shortName }) => acting.has(shortName));
  return (
    <Field label="Of">
      <Select value={agency} onChange={(_event, { value }) => onAgency(value)}>
        <option value="">All agencies</option>
        {agencies.map(({ shortName, name }) => (
          <option key={shortName} value={shortName}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function useMaking(latest: ViewProps["latest"]) {
  const ports = usePorts();
  const [making, setMaking] = useState<Making>({ phase: "idle" });
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);
  async function make({ form, day, agency }: Asked): Promise<void> {
    running.current.abort();
    const { signal } = (running.current = new AbortController());
    setMaking({ phase: "making" });
    try {
      const [{ open }, { history, definitions }, findings] = await Promise.all([
        latest(),
        ports.history(),
        ports.findings(),
      ]);
      const today = dayOf(ports.now());
      const {
        whole,
        definitions: worded,
        ...of
      } = await readForExport(
        { history, definitions, findings, today },
        { open, day, ...(agency === "" ? {} : { agency }) },
      );
      const name = exportFileName({ ...whole, ...of }, today, form);
      const task = { task: "write-plan", form, ...of } as const;
      const file = await makeDocument({ whole, definitions: worded }, task, { name, signal });
      if (signal.aborted) return;
      download(file);
      setMaking({ phase: "made", name: file.name });
    } catch (error) {
      if (!signal.aborted) setMaking({ phase: "failed", error });
    }
  }
  return {
    making,
    make: (asked: Asked) => void make(asked),
    cancel: () => {
      running.current.abort();
      setMaking({ phase: "idle" });
    },
  };
}
