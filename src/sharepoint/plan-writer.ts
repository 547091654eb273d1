import { RefusedError } from "#plan/errors.ts";
import type { Finding } from "#plan/finding.ts";
import { columnsKept } from "#plan/kept-columns.ts";
import type { NewAgency, NewPlan } from "#plan/new-plan.ts";
import type { Action, Agency, KeptColumn, PlanVersion, Recommendation } from "#plan/plan.ts";
import type { Keyed, OnWritten, PlanWriter, Written } from "#usecases/plan-writer.ts";
import { addMissing, type Values } from "./add-missing.ts";
import { ensureAgencies } from "./agencies.ts";
import { isMissing, rethrow } from "./errors.ts";
import { actionValues, recommendationValues } from "./definition-values.ts";
import { changeItem } from "./plan-writer-changes.ts";
import { SharePointSettingsStore } from "./settings-store.ts";
import type { Site } from "./site.ts";

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
    const written = await addMissing(this.#site, "Plans", undefined, [
      { key: plan.key, values: () => planValues(plan) },
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
    return addMissing(
      this.#site,
      "Recommendations",
      planId,
      items.map((item) => ({ key: item.key, values: () => recommendationValues(item) })),
      on,
    );
  }

  addActions(
    planId: number,
    items: readonly Keyed<Omit<Action, "id">>[],
    on?: OnWritten,
  ): Promise<Written> {
    return addMissing(
      this.#site,
      "Actions",
      planId,
      items.map((item) => ({ key: item.key, values: () => actionValues(item) })),
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
      values: () => findingValues(item, index + 1),
    }));
    try {
      return await addMissing(this.#site, "Findings", planId, added, on);
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
    return addMissing(
      this.#site,
      "Versions",
      planId,
      items.map((item) => ({ key: item.key, values: () => versionValues(item) })),
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
