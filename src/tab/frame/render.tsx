import { PlanError } from "#plan/errors.ts";
import type { Host, TabSettings } from "#tab/teams/host.ts";
import { lazy, type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { App, type AppProps } from "./App.tsx";
import { Frame } from "./Frame.tsx";
import { OutsideTeams } from "./OutsideTeams.tsx";
import { PlanSkeleton } from "./PlanSkeleton.tsx";
import { type Ports, PortsContext } from "./ports.ts";
import { Unexpected } from "./Unexpected.tsx";

const ChoosePlan = lazy(async () => ({
  default: (await import("#tab/configure/ChoosePlan.tsx")).ChoosePlan,
}));

const NotConnected = lazy(async () => ({
  default: (await import("./NotConnected.tsx")).NotConnected,
}));

/** Without Teams there is one theme: the default. */
const noThemes: Host["themes"] = { current: () => "default", subscribe: () => () => {} };

/** Puts the app into the page in place of the skeleton; it tells Teams when there is something to use. */
export function renderPlan(root: Element, ports: Ports, plan: AppProps): void {
  render(
    root,
    ports.host.themes,
    <PortsContext value={ports}>
      <App {...plan} />
    </PortsContext>,
  );
}

/** The page in Teams' dialog that sets up a channel's tab. */
export function renderSettings(root: Element, ports: Ports, settings: TabSettings): void {
  render(
    root,
    ports.host.themes,
    <PortsContext value={ports}>
      <Suspense fallback={<PlanSkeleton />}>
        <ChoosePlan settings={settings} />
      </Suspense>
    </PortsContext>,
  );
  ports.host.usable();
}

/** Where nothing could be connected: how to open it in Teams, or what is wrong. */
export function renderFailure(root: Element, error: unknown): void {
  render(
    root,
    noThemes,
    isOutside(error) ? (
      <OutsideTeams />
    ) : (
      <Suspense fallback={<PlanSkeleton />}>
        <NotConnected error={error} />
      </Suspense>
    ),
  );
}

function isOutside(error: unknown): boolean {
  return error instanceof PlanError && error.code === "outside-teams";
}

function render(root: Element, themes: Host["themes"], children: ReactNode): void {
  root.replaceChildren();
  createRoot(root).render(
    <StrictMode>
      <Frame themes={themes}>
        <Unexpected>{children}</Unexpected>
      </Frame>
    </StrictMode>,
  );
}
