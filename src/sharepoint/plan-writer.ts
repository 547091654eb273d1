import * as z from "zod/mini";
import type { NewAgency, NewPlan } from "#plan/new-plan.ts";
import type { Action, Agency, PlanVersion, Recommendation } from "#plan/plan.ts";
import type { Keyed, OnWritten, PlanWriter, Written } from "#usecases/plan-writer.ts";
import { ensureAgencies } from "./agencies.ts";
import { rethrow } from "./errors.ts";
import { whole } from "./plan-store.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import type { ListTitle } from "./schema.ts";
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

  addVersions(planId: number, items: readonly Keyed<PlanVersion>[]): Promise<Written> {
    return this.#addMissing(
      "Versions",
      planId,
      items.map((item) => ({ key: item.key, values: versionValues(item) })),
    );
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
  };
}

function recommendationValues(item: Omit<Recommendation, "id">): Values {
  return {
    Title: item.ref,
    Position: item.order,
    Text: item.text,
    Addressees: item.addressees.join("\n"),
    Timescale: item.timescale,
    Theme: item.theme,
    Paragraphs: item.paragraphs.join("\n"),
    Outcome: item.outcome,
    AnticipatedEvidence: item.anticipatedEvidence,
  };
}

function actionValues(item: Omit<Action, "id">): Values {
  return {
    Title: item.text.slice(0, 100),
    RecommendationId: item.recommendationId,
    Position: item.order,
    Text: item.text,
    Agencies: item.agencies.join("\n"),
    AgencyAsPrinted: item.agencyAsPrinted,
    Leads: item.leads.join("\n"),
    Due: item.due,
    DueAsPrinted: item.dueAsPrinted,
    Milestones: item.milestones,
    OutcomeMeasure: item.outcomeMeasure,
    MeasureOfSuccess: item.measureOfSuccess,
    EvidenceExpected: item.evidenceExpected,
    ProgressAsPrinted: item.progressAsPrinted,
    NotesAsPrinted: item.notesAsPrinted,
  };
}

function versionValues(item: PlanVersion): Values {
  return {
    Title: item.number,
    Date: item.date,
    DateAsPrinted: item.dateAsPrinted,
    WrittenBy: item.author,
    Comment: item.comment,
  };
}
