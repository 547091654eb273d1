import { byCreatedThenId } from "#plan/record-order.ts";
import type { Entry } from "#plan/record.ts";
import type { PlanHistory, PlanHistoryStore } from "#usecases/ports/history.ts";
import { rethrow } from "./errors.ts";
import { inPieces } from "./in-pieces.ts";
import { isOfPlan } from "./plan-rows.ts";
import { whole } from "./whole.ts";
import { filteredOrAll } from "./reads.ts";
import { furtherRows, inOneBatch, rowsOf } from "./queries.ts";
import { toChallenge, toDecision, toUpdate, wholeRecordColumns } from "./record-rows.ts";
import type { ListTitle } from "./list-definition.ts";
import type { Site } from "./site.ts";
import { toVersion, versionColumns } from "./version-rows.ts";

const columns = {
  Updates: [...wholeRecordColumns.Updates, "PlanId"],
  Decisions: [...wholeRecordColumns.Decisions, "PlanId"],
  Challenges: [...wholeRecordColumns.Challenges, "PlanId"],
  Versions: [...versionColumns, "PlanId"],
};

type HistoryList = keyof typeof columns & ListTitle;

/** The whole record of a plan and its versions, for documents; the screens read less. */
export class SharePointPlanHistory implements PlanHistoryStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async forPlan(planId: number): Promise<PlanHistory> {
    return filteredOrAll(`PlanId eq ${whole(planId)}`, (filter) =>
      this.#read(planId, filter),
    ).catch(rethrow("read the record of this plan"));
  }

  /** One `$batch`; a list that fills a page is read on, page by page. */
  async #read(planId: number, filter: string | undefined): Promise<PlanHistory> {
    const first = await inOneBatch(this.#site, (sp) => ({
      updates: rowsOf(sp, "Updates", columns.Updates, filter),
      decisions: rowsOf(sp, "Decisions", columns.Decisions, filter),
      challenges: rowsOf(sp, "Challenges", columns.Challenges, filter),
      versions: rowsOf(sp, "Versions", columns.Versions, filter),
    }));
    const all = async (list: HistoryList, page: readonly unknown[]) => {
      const rows = await furtherRows(this.#site.sp, list, columns[list], { first: page, filter });
      return rows.filter((row) => isOfPlan(planId, row));
    };
    const record: Entry[] = [
      ...(await inPieces(await all("Updates", first.updates), toUpdate)),
      ...(await inPieces(await all("Decisions", first.decisions), toDecision)),
      ...(await inPieces(await all("Challenges", first.challenges), toChallenge)),
    ];
    const versions = (await all("Versions", first.versions)).map(toVersion);
    return { record: record.toSorted(byCreatedThenId), versions };
  }
}
