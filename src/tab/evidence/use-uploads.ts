import type { PlanOfMe } from "#usecases/append-statement.ts";
import { uploadEvidence } from "#usecases/upload-evidence.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useSubject } from "#tab/form/removed.ts";
import { useEffect, useRef, useState } from "react";
import type { EvidenceItem } from "./evidence-items.ts";

/** How far the file is that is on its way. */
export interface UploadProgress {
  readonly id: string;
  readonly bytes: number;
  readonly of: number;
}

export interface Uploads {
  /** Holds files until the form is saved; what they become are the form's words. */
  readonly take: (files: Iterable<File>) => readonly EvidenceItem[];
  readonly held: (id: string) => boolean;
  readonly bytesOf: (id: string) => number | undefined;
  readonly progress: UploadProgress | undefined;
  /** Ends the upload that is on its way, and with it the saving that waits for it. */
  readonly cancel: () => void;
  /** Uploads those files that are not there yet, one after another, and tells the address of each. */
  readonly send: (
    items: readonly EvidenceItem[],
    agency: string,
    onSent: (id: string, link: { readonly url: string; readonly name: string }) => void,
  ) => Promise<void>;
}

/** Files chosen in a form. They are uploaded when it is saved: what nobody saved leaves nothing behind in the library. */
export function useUploads(open: PlanOfMe, actionId: number | undefined): Uploads {
  const ports = usePorts();
  const files = useRef(new Map<string, File>());
  const stop = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<UploadProgress>();
  const { removed } = useSubject();
  useEffect(() => {
    // For what is no longer there nothing is left behind in the library.
    if (removed) stop.current?.abort();
  }, [removed]);

  async function sendOne(item: EvidenceItem, file: File, agency: string, signal: AbortSignal) {
    const { id, name, kind, date } = item;
    const tell = (bytes: number) => setProgress({ id, bytes, of: file.size });
    return uploadEvidence(
      { evidence: await ports.evidence() },
      {
        open,
        actionId,
        agency,
        file,
        name,
        kind: kind ?? "activity",
        date: isIsoDate(date) ? date : undefined,
      },
      { progress: tell, signal },
    );
  }
  return {
    take: (chosen) =>
      Array.from(chosen, (file) => {
        const id = ports.newKey();
        files.current.set(id, file);
        return { id, source: "file", name: file.name, url: "", date: "" };
      }),
    held: (id) => files.current.has(id),
    bytesOf: (id) => files.current.get(id)?.size,
    progress,
    cancel: () => stop.current?.abort(),
    async send(items, agency, onSent) {
      stop.current = new AbortController();
      try {
        for (const item of items) {
          const file = item.url === "" ? files.current.get(item.id) : undefined;
          if (file) onSent(item.id, await sendOne(item, file, agency, stop.current.signal));
        }
      } finally {
        setProgress(undefined);
      }
    },
  };
}
