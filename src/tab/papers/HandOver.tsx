import { sinceLastVersion } from "#plan/changes-since.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { DayChoice } from "#tab/changes/DayChoice.tsx";
import { readDay, writeDay } from "#tab/changes/days.ts";
import { download } from "#tab/frame/download.ts";
import { messageOf } from "#tab/frame/message-of.ts";
import { usePorts } from "#tab/frame/ports.ts";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { readPapers } from "#usecases/read-papers.ts";
import { Button } from "@fluentui/react-components";
import { DocumentArrowDownRegular } from "@fluentui/react-icons";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import { useState } from "react";
import { type PaperKind, paperKinds } from "./paper-kinds.ts";
import { writePaper } from "./write-paper.ts";

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
  const since = readDay(params.get("since"), versions) ?? sinceLastVersion(versions, today);
  const { making, make } = useMaking(props, since.day);
  const busy = making.phase === "making" ? making.kind : undefined;
  return (
    <section className="papers-part" aria-labelledby="papers-title">
      <h2 id="papers-title">Papers to hand over</h2>
      <div className="changes-tools">
        <DayChoice
          label="Changes since"
          value={since}
          versions={versions}
          today={today}
          onChoose={(chosen) => {
            const next = new URLSearchParams(params);
            next.set("since", writeDay(chosen));
            onParams(next);
          }}
        />
      </div>
      <ul className="papers-list">
        {paperKinds.map(({ kind, name, about }) => (
          <li key={kind}>
            <div>
              <div className="strong">{name}</div>
              <div className="small muted">{about}</div>
            </div>
            <Button
              icon={<DocumentArrowDownRegular />}
              aria-label={`${name}: ${busy === kind ? "making it…" : "Word"}`}
              disabledFocusable={busy !== undefined || since.day >= today}
              onClick={() => make(kind)}
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
  async function make(kind: PaperKind): Promise<void> {
    setMaking({ phase: "making", kind });
    try {
      // A scrutiny pack has every question unless somebody chose a day.
      const all = kind === "scrutiny" && !params.has("since");
      const asked = { open, day: today, today, ...(all ? {} : { since }) };
      const file = await writePaper(kind, await readPapers(await history(), asked));
      download(file);
      setMaking({ phase: "made", name: file.name });
    } catch (error) {
      setMaking({ phase: "failed", error });
    }
  }
  return { making, make: (kind: PaperKind) => void make(kind) };
}
