import { sinceLastVersion } from "#plan/changes-since.ts";
import type { PaperKind } from "#documents/write/paper-writers.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { DayChoice } from "#tab/changes/DayChoice.tsx";
import { readDay, writeDay } from "#tab/changes/days.ts";
import { download } from "./download.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { withWord } from "#tab/live/with-word.ts";
import { makeDocument } from "#tab/worker/make-document.ts";
import { readForPapers } from "#usecases/read-papers.ts";
import { Button } from "@fluentui/react-components";
import { DocumentArrowDownRegular } from "@fluentui/react-icons";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import { useState } from "react";
import { papersToMake } from "./paper-kinds.ts";

type Making =
  | { readonly phase: "idle" }
  | { readonly phase: "making"; readonly kind: PaperKind }
  | { readonly phase: "failed"; readonly error: unknown }
  | { readonly phase: "made"; readonly name: string };

interface HandOverProps extends ViewProps {
  readonly versions: readonly PlanVersion[];
  readonly today: IsoDate;
}

/** The papers, each a press away; they tell what changed since a day. */
export function HandOver(props: HandOverProps) {
  const { params, onParams, versions, today } = props;
  const since =
    readDay(params.get("since"), { versions, today }) ?? sinceLastVersion(versions, today);
  const { making, make } = useMaking(props, since.day);
  const busy = making.phase === "making" ? making.kind : undefined;
  return (
    <section className="card" aria-labelledby="papers-title">
      <h2 id="papers-title">Papers to hand over</h2>
      <div className="changes-tools">
        <DayChoice
          label="Changes since"
          value={since}
          versions={versions}
          today={today}
          onChoose={(chosen) => onParams(withWord(params, "since", writeDay(chosen)))}
        />
      </div>
      <ul className="papers-list">
        {papersToMake.map(({ kind, name, about, file }) => (
          <li key={kind}>
            <div>
              <div className="strong">{name}</div>
              <div className="small muted">{about}</div>
            </div>
            <Button
              icon={<DocumentArrowDownRegular />}
              aria-label={`${name}: ${busy === kind ? "making it…" : "Word"}`}
              disabledFocusable={busy !== undefined || since.day >= today}
              onClick={() => make(kind, file)}
            >
              {busy === kind ? "Making it…" : "Word"}
            </Button>
          </li>
        ))}
      </ul>
      {since.day >= today && <p className="small">Choose a day before today.</p>}
      <Made making={making} />
    </section>
  );
}

function Made({ making }: { making: Making }) {
  if (making.phase === "made") return <output>{making.name} is in your downloads.</output>;
  if (making.phase !== "failed") return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{messageOf(making.error)}</MessageBarBody>
    </MessageBar>
  );
}

function useMaking({ view: { open }, today, params }: HandOverProps, since: IsoDate) {
  const { history } = usePorts();
  const [making, setMaking] = useState<Making>({ phase: "idle" });
  async function make(kind: PaperKind, name: string): Promise<void> {
    setMaking({ phase: "making", kind });
    try {
      // A scrutiny pack has every question unless somebody chose a day.
      const all = kind === "scrutiny" && !params.has("since");
      const asked = { open, day: today, today, ...(all ? {} : { since }) };
      const { read, ...days } = await readForPapers(await history(), asked);
      const task = { task: "write-paper", kind, ...days } as const;
      const file = await makeDocument(read, task, { name: `${name}-${today}.docx` });
      download(file);
      setMaking({ phase: "made", name: file.name });
    } catch (error) {
      setMaking({ phase: "failed", error });
    }
  }
  return { making, make: (kind: PaperKind, name: string) => void make(kind, name) };
}
