import type { Cards } from "#tab/cards/cards.ts";
import type { Host } from "#tab/teams/host.ts";
import type { Drafts } from "#tab/action/draft.ts";
import type { PlanStore, RecordStore } from "#usecases/ports.ts";
import { createContext, use } from "react";

/** Everything outside the screen that the screens use; main.tsx says what stands behind it. */
export interface Ports {
  readonly plans: PlanStore;
  readonly record: RecordStore;
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
