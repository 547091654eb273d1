import type { ActionStore, PlanStore } from "#usecases/ports/plans.ts";
import type { RecordStore } from "#usecases/ports/record.ts";
import { SharePointActionStore } from "./action-store.ts";
import { SharePointPlanStore } from "./plan-store.ts";
import { SharePointRecordStore } from "./record-store.ts";
import { site, type SiteOptions } from "./site.ts";

export interface Stores {
  readonly plans: PlanStore;
  readonly actions: ActionStore;
  readonly record: RecordStore;
}

/** The stores of one site as the owner of the token may see and change them. */
export function connectSharePoint(options: SiteOptions): Stores {
  const connected = site(options);
  return {
    plans: new SharePointPlanStore(connected),
    actions: new SharePointActionStore(connected),
    record: new SharePointRecordStore(connected),
  };
}
