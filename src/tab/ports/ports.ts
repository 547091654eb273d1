import type { Cards } from "#tab/cards/cards.ts";
import type { Host } from "#tab/teams/host.ts";
import type { Drafts } from "./drafts.ts";
import type { DefinitionStore } from "#usecases/ports/definitions.ts";
import type { EvidenceStore } from "#usecases/ports/evidence.ts";
import type { FindingStore, HistoryStores } from "#usecases/ports/history.ts";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
import type { MyPlansStore } from "#usecases/ports/my-plans.ts";
import type { PlanStore } from "#usecases/ports/plans.ts";
import type { RecordStore } from "#usecases/ports/record.ts";
import type { SettingsStore } from "#usecases/ports/settings.ts";
import type { SiteStore } from "#usecases/ports/site.ts";
import type { PlanWriter } from "#usecases/plan-writer.ts";
import { createContext, use } from "react";

/** Everything outside the screen that the screens use; main.tsx says what stands behind it. */
export interface Ports {
  readonly plans: PlanStore;
  /** Fetched where somebody looks at what is theirs in all plans. */
  readonly myPlans: () => Promise<MyPlansStore>;
  readonly record: RecordStore;
  /** Fetched when somebody first uploads a file, or looks into the library. */
  readonly evidence: () => Promise<EvidenceStore>;
  /** Fetched when an owner first changes what the plan says. */
  readonly definitions: () => Promise<DefinitionStore>;
  /** Fetched when somebody first looks at how the checks are tuned. */
  readonly settings: () => Promise<SettingsStore>;
  /** Fetched when the first meeting is looked at. */
  readonly meetings: () => Promise<MeetingStore>;
  /** Fetched when somebody first looks at what the plan was, or hands it over. */
  readonly history: () => Promise<HistoryStores>;
  /** Fetched when somebody first looks at what stands behind a recommendation. */
  readonly findings: () => Promise<FindingStore>;
  /** Fetched where there is no plan to open, or another is to be made. */
  readonly site: () => Promise<SiteStore>;
  /** Fetched when somebody first takes over what a document says. */
  readonly writer: () => Promise<PlanWriter>;
  readonly cards: Cards;
  readonly host: Host;
  readonly drafts: Drafts;
  /** Lets Teams ask the person to confirm, where a token was refused for that. */
  readonly signIn: () => Promise<void>;
  readonly newKey: () => string;
  readonly now: () => Date;
}

export const PortsContext = createContext<Ports | undefined>(undefined);

export function usePorts(): Ports {
  const ports = use(PortsContext);
  if (!ports) throw new Error("No ports: render inside PortsContext.");
  return ports;
}
