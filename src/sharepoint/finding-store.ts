import * as v from "valibot";
import { NotFoundError } from "#plan/errors.ts";
import type { Finding } from "#plan/finding.ts";
import type { FindingStore } from "#usecases/ports/history.ts";
import { rethrow } from "./errors.ts";
import { whole } from "./whole.ts";
import { furtherRows, rowsOf } from "./queries.ts";
import { id, lines, optionalNumber, optionalText, read } from "./row.ts";
import { site, type Site, type SiteOptions } from "./site.ts";

const findingRow = v.object({
  Id: id,
  Title: v.string(),
  Position: optionalNumber,
  Text: optionalText,
  Recommendations: optionalText,
});

const columns = Object.keys(findingRow.entries);

/** The findings of one site's reports as the owner of the token may see them; fetched when they are first looked at. */
export function connectFindings(options: SiteOptions): FindingStore {
  return new SharePointFindingStore(site(options));
}

/** Findings in a SharePoint list. */
export class SharePointFindingStore implements FindingStore {
  readonly #site: Site;

  constructor(connected: Site) {
    this.#site = connected;
  }

  async forPlan(planId: number): Promise<readonly Finding[]> {
    try {
      return await this.#read(`PlanId eq ${whole(planId)}`).catch(
        rethrow("read the findings of this plan"),
      );
    } catch (cause) {
      // A site that was set up before there were findings has no list for them, and so none.
      if (cause instanceof NotFoundError) return [];
      throw cause;
    }
  }

  async #read(filter: string): Promise<readonly Finding[]> {
    const { sp } = this.#site;
    const first = await rowsOf(sp, "Findings", columns, filter);
    const rows = await furtherRows(sp, "Findings", columns, { first, filter });
    return rows
      .map((row) => read("Findings", findingRow, row))
      .toSorted((one, other) => (one.Position ?? one.Id) - (other.Position ?? other.Id))
      .map(({ Title, Text, Recommendations }) => ({
        paragraph: Title,
        text: Text ?? "",
        recommendations: lines(Recommendations),
      }));
  }
}
