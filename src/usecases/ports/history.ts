import type { DefinitionHistory } from "#plan/changes-in-definitions.ts";
import type { Finding } from "#plan/finding.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";
import type { Entry } from "#plan/record.ts";
import type { Removal } from "#plan/removed.ts";
import type { OpenPlan } from "./plans.ts";

/** What a document of a plan says beyond the first screen. */
export interface PlanHistory {
  /** Everything said about the plan, with notes, evidence and authors, oldest first. */
  readonly record: readonly Entry[];
  /** In the order in which they were entered. */
  readonly versions: readonly PlanVersion[];
}

export interface PlanHistoryStore {
  /** Empty for a plan of which nothing was said; one round trip for up to 5,000 items a list. */
  forPlan(planId: number): Promise<PlanHistory>;
}

export interface FindingStore {
  /** In the order of the report; none where no report of this plan was imported. */
  forPlan(planId: number): Promise<readonly Finding[]>;
}

export interface DefinitionHistoryStore {
  /** How recommendations and actions were worded that were written or changed after the end of a day. */
  since(
    open: Pick<OpenPlan, "plan" | "recommendations" | "actions">,
    day: IsoDate,
  ): Promise<DefinitionHistory>;
}

export interface RemovalStore {
  /** What was deleted of any plan on the site, and of what was said of it, as far back as SharePoint tells. */
  all(): Promise<readonly Removal[]>;
}

export interface NewVersion extends PlanVersion {
  readonly key: string;
  readonly planId: number;
}

export interface VersionStore {
  /** In the order in which they were entered. */
  forPlan(planId: number): Promise<readonly PlanVersion[]>;
  /** Writes the version down, and its number on the plan. Once a key. Throws NotAllowedError. */
  add(version: NewVersion): Promise<void>;
  /** Writes down when, and to whom, the plan was sent. Throws NotAllowedError. */
  submitted(planId: number, on: IsoDate, to: string): Promise<void>;
}

/** What a plan was, and its versions: for comparing and handing over. Opening a plan needs none of it. */
export interface HistoryStores {
  readonly history: PlanHistoryStore;
  readonly definitions: DefinitionHistoryStore;
  readonly versions: VersionStore;
  readonly removals: RemovalStore;
}
