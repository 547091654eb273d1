import type { PlanOfMe } from "#usecases/append-statement.ts";
import { uploadEvidence } from "#usecases/upload-evidence.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import { counted } from "#plan/words.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { useSubject } from "#tab/form/removed.ts";
import { useEffect, useRef, useState } from "react";
import type { EvidenceItem } from "./evidence-items.ts";
import { heldFor } from "./held-files.ts";

/** How far the file is that is on its way. */
export interface UploadProgress {
  readonly id: string;
  readonly bytes: number;
  readonly of: number;
}

type Change = (id: string, change: Partial<EvidenceItem>) => void;

export interface Uploads {
  /** Holds files until the form is saved: what they become beside what is there. */
  readonly take: (files: Iterable<File>, items: readonly EvidenceItem[]) => readonly EvidenceItem[];
  /** Holds a file for something that was chosen before the page was loaded again. */
  readonly hold: (id: string, file: File) => void;
  /** Undefined where the page has no such file. */
  readonly bytesOf: (id: string) => number | undefined;
  readonly progress: UploadProgress | undefined;
  /** What saving is at: "Sending Film.mp4, file 2 of 3." */
  readonly doing: string | undefined;
  /** Ends the upload that is on its way, and with it the saving that waits for it. */
  readonly cancel: () => void;
  /** Takes away what a try left in the library that did not end. */
  readonly discard: (item: EvidenceItem) => void;
  /** Uploads those files that are not there yet, one after another, and tells what becomes of each. */
  readonly send: (
    items: readonly EvidenceItem[],
    agency: string,
    onChange: Change,
  ) => Promise<void>;
}

/** Files chosen in a form. They are uploaded when it is saved: what nobody saved leaves nothing behind in the library. */
export function useUploads(open: PlanOfMe, actionId: number | undefined): Uploads {
  const { evidence, newKey } = usePorts();
  const announce = useAnnounce();
  const files = heldFor(evidence);
  const stop = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<UploadProgress>();
  const [doing, setDoing] = useState<string>();
  const sendOne = useSendOne(open, actionId, setProgress);
  const { removed } = useSubject();
  useEffect(() => {
    // For what is no longer there nothing is left behind in the library.
    if (removed) stop.current?.abort();
  }, [removed]);
  return {
    take: (chosen, items) => files.take(chosen, items, newKey),
    hold: (id, file) => files.hold(id, file),
    bytesOf: (id) => files.of(id)?.size,
    progress,
    doing,
    cancel: () => {
      setDoing("Stopping…");
      stop.current?.abort();
    },
    discard: ({ begun }) => {
      if (!begun) return;
      // Where it cannot be taken away now, an empty file is left, which nobody is shown.
      void evidence().then(
        (store) => store.discard(begun),
        () => {},
      );
    },
    async send(items, agency, onChange) {
      const left = files.toSend(items);
      const { signal } = (stop.current = new AbortController());
      if (left.length > 0) announce(`Sending ${counted(left.length, "file")}.`);
      try {
        for (const [at, [item, file]] of left.entries()) {
          setDoing(`Sending ${item.name}, file ${at + 1} of ${left.length}.`);
          await sendOne(item, file, { agency, signal, onChange });
        }
      } finally {
        setProgress(undefined);
        setDoing(undefined);
      }
    },
  };
}

interface SendTo {
  readonly agency: string;
  readonly signal: AbortSignal;
  readonly onChange: Change;
}

/** Sends a file; what an earlier try left of the same file is gone on from, of another one taken away. */
function useSendOne(
  open: PlanOfMe,
  actionId: number | undefined,
  onProgress: (progress: UploadProgress) => void,
) {
  const { evidence: connect } = usePorts();
  return async (item: EvidenceItem, file: File, { agency, signal, onChange }: SendTo) => {
    const evidence = await connect();
    const { id, name, kind = "activity", date, begun: left } = item;
    const own = { bytes: file.size, changed: file.lastModified };
    const isSame = left?.bytes === own.bytes && left.changed === own.changed;
    if (left && !isSame) await evidence.discard(left);
    const day = isIsoDate(date) ? date : undefined;
    const begun = isSame ? left : undefined;
    const sent = await uploadEvidence(
      { evidence },
      { open, actionId, agency, file, name, kind, date: day, begun },
      {
        progress: (bytes) => onProgress({ id, bytes, of: file.size }),
        began: (at) => onChange(id, { begun: { ...at, ...own } }),
        signal,
      },
    );
    onChange(id, { url: sent.url, name: sent.name, begun: undefined });
  };
}
