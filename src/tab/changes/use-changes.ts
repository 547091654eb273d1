import type { ChangesShown } from "#plan/changes-shown.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { changesInWorker } from "#tab/worker/run-in-worker.ts";
import { useWorkedOut } from "#tab/worker/use-worked-out.ts";
import type { ReadHistory } from "#usecases/read-history.ts";
import { useCallback, useState } from "react";

/** So many rows at once keep the page quick; more are a press away. */
export const changesAtOnce = 100;

interface Asked {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Short name, and kind of change; empty for all. */
  readonly agency: string;
  readonly kind: string;
}

/** What was worked out last, and of which days, agency and kind: those asked for now follow. */
export interface ChangesWorkedOut extends ChangesShown {
  readonly asked: Asked;
}

/** What changed between two days, worked out beside the page; `shown` is undefined until it was for the first time. */
export function useChanges(
  read: ReadHistory,
  { from, to, agency, kind }: Asked,
): { readonly shown: ChangesWorkedOut | undefined; readonly more: () => void } {
  const [most, setMost] = useState(changesAtOnce);
  const shown = useWorkedOut(
    useCallback(async () => {
      const asked = { from, to, agency, kind };
      return { ...(await changesInWorker(read, { ...asked, most })), asked };
    }, [read, from, to, agency, kind, most]),
  );
  return { shown, more: () => setMost(most + changesAtOnce) };
}
