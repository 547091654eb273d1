import type { DefinitionHistory } from "#plan/changes-in-definitions.ts";
import type { Finding, PlanToCheck } from "#plan/checks.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { RatedOn } from "#plan/movement.ts";
import { connection } from "#tab/later/fetched.ts";

type Worked = Omit<PlanToCheck, "states" | "today">;

type Work =
  | { readonly for: "checks"; readonly today: IsoDate }
  | {
      readonly for: "movement";
      readonly definitions: DefinitionHistory;
      readonly days: readonly IsoDate[];
    };

export type WorkAsked = Work & { readonly id: number; readonly open: Worked };

export interface WorkAnswer {
  readonly id: number;
  readonly findings?: readonly Finding[];
  readonly months?: readonly RatedOn[];
}

let worker: Worker | undefined;
let last = 0;

/** What the checks find in a plan, worked out off the main thread. */
export async function checksInWorker(open: Worked, today: IsoDate): Promise<readonly Finding[]> {
  const { findings = [] } = await workedOut(open, { for: "checks", today });
  return findings;
}

/** How a plan's ratings stood at the end of each day, worked out off the main thread; see `movement`. */
export async function movementInWorker(
  open: Worked,
  definitions: DefinitionHistory,
  days: readonly IsoDate[],
): Promise<readonly RatedOn[]> {
  const { months = [] } = await workedOut(open, { for: "movement", definitions, days });
  return months;
}

/** Without a network the worker may not load; it is asked again when there is one. */
async function workedOut(open: Worked, work: Work): Promise<WorkAnswer> {
  const { plan, agencies, recommendations, actions, record } = open;
  for (;;) {
    worker ??= new Worker(new URL("plan-worker.ts", import.meta.url), { type: "module" });
    last += 1;
    const asked = {
      ...work,
      id: last,
      open: { plan, agencies, recommendations, actions, record },
    };
    try {
      return await answerTo(worker, asked);
    } catch (cause) {
      worker = undefined;
      if (navigator.onLine) throw cause;
      await connection();
    }
  }
}

function answerTo(to: Worker, asked: WorkAsked): Promise<WorkAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkAnswer>();
  const over = new AbortController();
  const { signal } = over;
  to.addEventListener(
    "message",
    ({ data }: MessageEvent<WorkAnswer>) => {
      if (data.id !== asked.id) return;
      over.abort();
      resolve(data);
    },
    { signal },
  );
  to.addEventListener(
    "error",
    ({ message }) => {
      over.abort();
      reject(
        new Error(
          `The plan could not be worked through: ${message || "a part of the app did not load"}.`,
        ),
      );
    },
    { signal },
  );
  to.postMessage(asked, []);
  return promise;
}
