import { PlanError } from "#plan/errors.ts";
import { app, FrameContexts, pages } from "@microsoft/teams-js";
import type { Host, HostFrame, LinkTarget, ThemeName } from "./host.ts";
import { tabSettings } from "./tab-settings.ts";
import { within } from "./within.ts";

/** Nobody around this page answers as Teams does. */
class OutsideTeamsError extends PlanError {
  readonly code = "outside-teams";
}

/** A person who waits longer than this thinks it broken. */
const handshakeSeconds = 15;

/**
 * Shakes hands with the Teams client this page is in; `hostOrigins` are hosts that teams-js does not know by itself.
 * Throws OutsideTeamsError where there is none.
 */
export async function shakeHands(hostOrigins: readonly string[]): Promise<void> {
  try {
    await within(handshakeSeconds, app.initialize([...hostOrigins]), "Teams does not answer.");
  } catch (cause) {
    throw new OutsideTeamsError("This page is not inside Teams.", { cause });
  }
}

/** The host that hands were shaken with, and who it says is looking. */
export async function connectHost(
  appId: string,
): Promise<{ readonly host: Host; readonly loginHint: string | undefined }> {
  const context = await within(handshakeSeconds, app.getContext(), "Teams does not answer.");
  const frame = frameOf(context.page.frameContext);
  const settings = context.page.frameContext === FrameContexts.settings;
  const host: Host = {
    subPageId: context.page.subPageId || (frame === "tab" ? undefined : "meeting"),
    frame,
    stage: frame === "side-panel" ? stage : undefined,
    settings: settings ? tabSettings() : undefined,
    themes: followThemes(context.app.theme),
    ...keep({ dialog: settings }),
    troubled: (why) =>
      // Without the network there is nobody to tell.
      void import("./tell-trouble.ts").then(
        ({ tellTrouble }) => tellTrouble(why),
        () => undefined,
      ),
    copyLink: (to, label) =>
      copyLink(deepLink({ appId, context, to, label }), {
        subPageId: subPageIdOf(to),
        subPageLabel: label,
      }),
    openThread: async (thread, about, onClosed) =>
      (await import("./open-thread.ts")).openThread(
        thread,
        { subEntityId: subPageIdOf(about), title: about.title, entityId: context.page.id },
        onClosed,
      ),
  };
  return { host, loginHint: context.user?.loginHint };
}

/** Milliseconds after the first rows: what follows is for when somebody leaves the tab. */
const lifecycleMs = 2000;

/** What Teams is told when the tab can be used, and how it then keeps the tab that somebody leaves; a dialog is not kept. */
function keep({ dialog }: { dialog: boolean }): Pick<Host, "usable" | "presence" | "onBack"> {
  const openedAt = new URL(window.location.href);
  const listeners = new Set<() => void>();
  const ways = new Set<() => boolean>();
  let told = false;
  let shown = true;
  function onShown(now: boolean): void {
    shown = now;
    for (const listener of listeners) listener();
  }
  const goBack = () => [...ways].some((way) => way());
  return {
    presence: { current: () => shown, subscribe: (listener) => joined(listeners, listener) },
    onBack: (way) => joined(ways, way),
    usable() {
      if (told) return;
      told = true;
      app.notifyAppLoaded();
      void app.notifySuccess();
      if (dialog) return;
      setTimeout(() => {
        import("./lifecycle.ts").then(
          ({ followLifecycle }) => followLifecycle({ openedAt, onShown, goBack }),
          // Teams then loads the tab anew each time, as it does without this.
          () => undefined,
        );
      }, lifecycleMs);
    },
  };
}

/** Puts it among the others; the answer takes it away. */
function joined<T>(all: Set<T>, one: T): () => void {
  all.add(one);
  return () => all.delete(one);
}

const sharing = () => import("./share-to-stage.ts");

const stage: Host["stage"] = {
  mayShare: async () => (await sharing()).mayShareToStage(),
  share: async (url) => (await sharing()).shareToStage(url),
};

function frameOf(context: FrameContexts | undefined): HostFrame {
  if (context === FrameContexts.sidePanel) return "side-panel";
  return context === FrameContexts.meetingStage ? "stage" : "tab";
}

function followThemes(first: string): Host["themes"] {
  let theme = themeName(first);
  const listeners = new Set<() => void>();
  app.registerOnThemeChangeHandler((name) => {
    theme = themeName(name);
    for (const listener of listeners) listener();
  });
  return {
    current: () => theme,
    subscribe: (listener) => joined(listeners, listener),
  };
}

/** Teams has had more themes than three; an unknown one is shown as the default. */
function themeName(name: string): ThemeName {
  return name === "dark" || name === "contrast" ? name : "default";
}

/** Names the plan too: the tab that the link opens may be of another. */
function subPageIdOf({ planId, place }: LinkTarget): string {
  return `plan/${planId}/${place}`;
}

function deepLink(of: {
  appId: string;
  context: app.Context;
  to: LinkTarget;
  label: string;
}): string {
  const { page, channel } = of.context;
  const place = {
    subEntityId: subPageIdOf(of.to),
    ...(channel ? { channelId: channel.id } : {}),
  };
  const query = new URLSearchParams({ label: of.label, context: JSON.stringify(place) });
  const parts = [of.appId, page.id].map(encodeURIComponent);
  return `https://teams.microsoft.com/l/entity/${parts.join("/")}?${query.toString()}`;
}

/** Browsers may keep a framed page from the clipboard; Teams then shows the link itself. */
async function copyLink(url: string, shared: { subPageId: string; subPageLabel: string }) {
  try {
    await navigator.clipboard.writeText(url);
    return "copied" as const;
  } catch {
    pages.shareDeepLink(shared);
    return "offered" as const;
  }
}
