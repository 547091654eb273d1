import { PlanError } from "#plan/errors.ts";
import type { Host, TabSettings } from "#tab/teams/host.ts";
import { fetchKept } from "#tab/arrange/kept-choice.ts";
import { lazy, type ReactNode, StrictMode, Suspense } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { App, type AppProps } from "./App.tsx";
import { Frame } from "./Frame.tsx";
import { OutsideTeams } from "#tab/notice/OutsideTeams.tsx";
import { PlanSkeleton } from "#tab/layout/PlanSkeleton.tsx";
import { type Ports, PortsContext } from "#tab/ports/ports.ts";
import { fetchTheme } from "./themes.ts";
import { Unexpected } from "#tab/notice/Unexpected.tsx";

const ChoosePlan = lazy(async () => ({
  default: (await import("#tab/configure/ChoosePlan.tsx")).ChoosePlan,
}));

const NotConnected = lazy(async () => ({
  default: (await import("#tab/notice/NotConnected.tsx")).NotConnected,
}));

/** Without Teams there is one theme: the default. */
const noThemes: Host["themes"] = { current: () => "default", subscribe: () => () => {} };

/**
 * Puts the app into the page in place of the skeleton, once the plan has come; it tells Teams when there is something to
 * use. All that needs no plan is made while SharePoint is asked for it.
 */
export async function renderPlan(root: HTMLElement, ports: Ports, plan: AppProps): Promise<void> {
  const { themes } = ports.host;
  await fetchTheme(themes.current());
  const page = document.createElement("div");
  page.id = root.id;
  const first = plan.first?.then((opened) => {
    root.replaceWith(page);
    return opened;
  });
  draw(
    page,
    themes,
    <PortsContext value={ports}>
      <App {...plan} first={first} />
    </PortsContext>,
  );
  if (!first) root.replaceWith(page);
  fetchKept();
}

/** The page in Teams' dialog that sets up a channel's tab. */
export async function renderSettings(
  root: Element,
  ports: Ports,
  settings: TabSettings,
): Promise<void> {
  await render(
    root,
    ports.host.themes,
    <PortsContext value={ports}>
      <Suspense fallback={<PlanSkeleton />}>
        <ChoosePlan settings={settings} />
      </Suspense>
    </PortsContext>,
  );
}

/** Where nothing could be connected: how to open it in Teams, or what is wrong. */
export async function renderFailure(root: Element, error: unknown): Promise<void> {
  await render(
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

async function render(root: Element, themes: Host["themes"], children: ReactNode): Promise<void> {
  await fetchTheme(themes.current());
  root.replaceChildren();
  draw(root, themes, children);
}

/** At once, so that whoever comes next finds it drawn. */
function draw(root: Element, themes: Host["themes"], children: ReactNode): void {
  const react = createRoot(root);
  flushSync(() =>
    react.render(
      <StrictMode>
        <Frame themes={themes}>
          <Unexpected>{children}</Unexpected>
        </Frame>
      </StrictMode>,
    ),
  );
}
