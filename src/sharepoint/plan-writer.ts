import * as z from "zod/mini";
import { RefusedError } from "#plan/errors.ts";
import type { Finding } from "#plan/finding.ts";
import { columnsKept } from "#plan/kept-columns.ts";
import type { NewAgency, NewPlan } from "#plan/new-plan.ts";
import type { Action, Agency, KeptColumn, PlanVersion, Recommendation } from "#plan/plan.ts";
import type { Keyed, OnWritten, PlanWriter, Written } from "#usecases/plan-writer.ts";
import { ensureAgencies } from "./agencies.ts";
import { isMissing, rethrow } from "./errors.ts";
import { actionValues, recommendationValues } from "./definition-values.ts";
import { changeItem } from "./plan-writer-changes.ts";
import { whole } from "./plan-store.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import type { ListTitle } from "./list-definition.ts";
import { SharePointSettingsStore } from "./settings-store.ts";
import type { Site } from "./site.ts";

const keyRow = z.object({ Id: z.number(), Key: z.string() });
const addedRow = z.object({ Id: z.number() });

type Values = Readonly<Record<string, string | number | undefined>>;

/** So many items a request: an import shows progress, and a broken one loses little. */
const itemsABatch = 50;

/** Where plans are defined, in SharePoint lists. */
export class SharePointPlanWriter implements PlanWriter {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async ensureAgencies(agencies: readonly NewAgency[]): Promise<readonly Agency[]> {
    return ensureAgencies(this.#site, agencies).catch(rethrow("add agencies to this site"));
  }

  async ensurePlan(
    plan: Keyed<NewPlan["plan"]>,
  ): Promise<{ readonly id: number; readonly added: boolean }> {
    const written = await this.#addMissing("Plans", undefined, [
      { key: plan.key, values: planValues(plan) },
    ]);
    const id = written.ids.get(plan.key);
    if (id === undefined) throw new RangeError("The plan was written and then not found.");
    return { id, added: written.added > 0 };
  }

  addRecommendations(
    planId: number,
    items: readonly Keyed<Omit<Recommendation, "id">>[],
    on?: OnWritten,
  ): Promise<Written> {
    return this.#addMissing(
      "Recommendations",
      planId,
      items.map((item) => ({ key: item.key, values: recommendationValues(item) })),
      on,
    );
  }

  addActions(
    planId: number,
    items: readonly Keyed<Omit<Action, "id">>[],
    on?: OnWritten,
  ): Promise<Written> {
    return this.#addMissing(
      "Actions",
      planId,
      items.map((item) => ({ key: item.key, values: actionValues(item) })),
      on,
    );
  }

  async addFindings(
    planId: number,
    items: readonly Keyed<Finding>[],
    on?: OnWritten,
  ): Promise<Written> {
    const added = items.map((item, index) => ({
      key: item.key,
      values: findingValues(item, index + 1),
    }));
    try {
      return await this.#addMissing("Findings", planId, added, on);
    } catch (cause) {
      if (isMissing(cause))
        throw new RefusedError(
          "This site has no list for findings yet: an earlier version set it up. Whoever runs the app adds it with the command action-plan provision; then go on.",
          { cause },
        );
      throw cause;
    }
  }

  addVersions(planId: number, items: readonly Keyed<PlanVersion>[]): Promise<Written> {
    return this.#addMissing(
      "Versions",
      planId,
      items.map((item) => ({ key: item.key, values: versionValues(item) })),
    );
  }

  changeRecommendation(is: Recommendation, to: Partial<Recommendation>): Promise<void> {
    return changeItem(this.#site, {
      list: "Recommendations",
      id: is.id,
      from: recommendationValues(is),
      to: recommendationValues({ ...is, ...to }),
      called: `recommendation ${is.ref}`,
    }).catch(rethrow(`change recommendation ${is.ref}`));
  }

  changeAction(is: Action, to: Partial<Action>): Promise<void> {
    return changeItem(this.#site, {
      list: "Actions",
      id: is.id,
      from: actionValues(is),
      to: actionValues({ ...is, ...to }),
      called: `the action “${is.text.slice(0, 80)}”`,
    }).catch(rethrow("change an action"));
  }

  keepColumns(planId: number, columns: readonly KeptColumn[]): Promise<void> {
    return new SharePointSettingsStore(this.#site).change(planId, (now) => ({
      ...now,
      columns: columnsKept(now?.columns, columns),
    }));
  }

  nameAlso(agency: Agency, otherName: string): Promise<void> {
    return changeItem(this.#site, {
      list: "Agencies",
      id: agency.id,
      from: { OtherNames: agency.otherNames.join("\n") },
      to: { OtherNames: [...agency.otherNames, otherName].join("\n") },
      called: `the names of ${agency.shortName}`,
    }).catch(rethrow(`name ${agency.shortName}`));
  }

  /** Adds, in their order, those whose key the list does not hold. */
  async #addMissing(
    list: ListTitle,
    planId: number | undefined,
    items: readonly { readonly key: string; readonly values: Values }[],
    on: OnWritten = () => {},
  ): Promise<Written> {
    const ids = new Map<string, number>();
    const filter = planId === undefined ? undefined : `PlanId eq ${whole(planId)}`;
    for (const row of await rowsOf(this.#site.sp, list, ["Id", "Key"], filter)) {
      const { Id, Key } = keyRow.parse(row);
      ids.set(Key, Id);
    }
    const missing = items.filter(({ key }) => !ids.has(key));
    for (let from = 0; from < missing.length; from += itemsABatch) {
      const some = missing.slice(from, from + itemsABatch);
      const added = await inOneBatch(this.#site, (sp) =>
        some.map(({ key, values }) =>
          sp.web.lists.getByTitle(list).items.add({ ...values, Key: key, PlanId: planId }),
        ),
      ).catch(rethrow(`add to the list "${list}"`));
      for (const [index, { key }] of some.entries()) ids.set(key, addedRow.parse(added[index]).Id);
      on(items.length - missing.length + from + some.length);
    }
    if (missing.length === 0) on(items.length);
    return { ids, added: missing.length };
  }
}

function planValues(plan: NewPlan["plan"]): Values {
  return {
    Title: plan.title.slice(0, 255),
    Regulator: plan.regulator,
    InspectionFrom: plan.inspectionFrom,
    InspectionTo: plan.inspectionTo,
    Published: plan.published,
    SubmissionDue: plan.submissionDue,
    Scheme: JSON.stringify(plan.scheme),
    PlanVersion: plan.version,
    Submitted: plan.submitted,
    SubmittedTo: plan.submittedTo,
  };
}

function findingValues({ paragraph, text, recommendations }: Finding, position: number): Values {
  return {
    Title: paragraph,
    Position: position,
    Text: text,
    Recommendations: recommendations.join("\n"),
  };
}

function versionValues(item: PlanVersion): Values {
  return {
    Title: item.number,
    Date: item.date,
    DateAsPrinted: item.dateAsPrinted,
    WrittenBy: item.author,
    Comment: item.comment,
    CirculatedTo: item.circulatedTo,
  };
}
