import { sinceLastVersion } from "#plan/changes-since.ts";
import { RefusedError } from "#plan/errors.ts";
import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import {
  type HighlightReport,
  highlightReport,
  type ScrutinyPack,
  scrutinyPack,
} from "#plan/papers.ts";
import { comparePlan } from "./compare-plan.ts";
import type { HistoryStores } from "./ports/history.ts";
import type { OpenPlan } from "./ports/plans.ts";
import { readHistory, type ReadHistory } from "./read-history.ts";

export interface ReadPapers {
  readonly open: OpenPlan;
  /** What changed since the end of that day; since the last version before where it is not said. */
  readonly since?: IsoDate | undefined;
  /** The last day whose statements are in the papers. */
  readonly day: IsoDate;
  /** In London. */
  readonly today: IsoDate;
}

/** What the papers say: a highlight report and a board's cover sheet of the first, a scrutiny pack of the second. */
export interface Papers {
  readonly report: HighlightReport;
  /** Every question until that day; only those since, where a day is said. */
  readonly pack: ScrutinyPack;
}

/** A plan as it was read, and the days that its papers are of. */
export interface PapersToMake {
  readonly read: ReadHistory;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly questionsSince: IsoDate | undefined;
}

/** What the papers say. Throws RefusedError for days that make no span, and what the stores throw. */
export async function readPapers(ports: HistoryStores, asked: ReadPapers): Promise<Papers> {
  return papersOf(await readForPapers(ports, asked));
}

/** Reads what `papersOf` makes the papers of. Throws as `readPapers` does. */
export async function readForPapers(
  ports: HistoryStores,
  { open, since, day, today }: ReadPapers,
): Promise<PapersToMake> {
  if (day > today)
    throw new RefusedError(`${formatDate(day)} is yet to come; nobody knows the plan of that day.`);
  const from = since ?? sinceLastVersion(await ports.versions.forPlan(open.plan.id), day).day;
  const read = await readHistory(ports, { open, since: from < day ? from : day });
  return { read, from, to: day, questionsSince: since };
}

/** What the papers say. Throws RefusedError for days that make no span. */
export function papersOf({ read, from, to, questionsSince }: PapersToMake): Papers {
  const compared = comparePlan(read, { from, to });
  const { record } = read.whole;
  return {
    report: highlightReport({ ...compared, record }),
    pack: scrutinyPack(compared.after, record, questionsSince),
  };
}
