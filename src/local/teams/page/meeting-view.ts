import type { ChannelTab, PageSettings } from "../page-settings.ts";
import type { Place, Theme } from "./address.ts";
import type { Content } from "./content.ts";
import { element } from "./element.ts";
import { hostAnswers } from "./host/answers.ts";
import { legacyContext } from "./host/context.ts";
import { showLink } from "./host/dialogs.ts";
import { hostFrame, type HostFrame } from "./host/frame.ts";
import { meetingAnswers } from "./host/meeting.ts";
import { nestedAppAuth } from "./host/nested-app-auth.ts";
import type { Server } from "./server.ts";

export interface MeetingOptions {
  readonly settings: PageSettings;
  readonly tab: ChannelTab;
  readonly server: Server;
  readonly theme: Theme;
  readonly go: (place: Place) => void;
  readonly openLink: (url: string) => void;
}

type MeetingFrame = "sidePanel" | "meetingStage";

/** A call in this channel, without picture and sound: the app on its stage and in its side panel. */
export class MeetingContent implements Content {
  readonly root: HTMLElement;
  readonly #options: MeetingOptions;
  readonly #nested: (request: string) => Promise<string>;
  readonly #frames: readonly HostFrame[];
  readonly #unanswered = element("ul", {
    class: "unanswered",
    "aria-label": "What this page could not do for the app",
    hidden: true,
  });
  #theme: Theme;

  constructor(options: MeetingOptions) {
    this.#options = options;
    this.#theme = options.theme;
    this.#nested = nestedAppAuth(options.server, options.settings);
    const stage = this.#iframe("Stage", "stage");
    const panel = this.#iframe("Side panel", "panel");
    this.root = element("div", { class: "tab call" }, stage, panel, this.#unanswered);
    const onShare = (url: string) => stage.setAttribute("src", url);
    this.#frames = [
      this.#host(stage, "meetingStage", onShare),
      this.#host(panel, "sidePanel", onShare),
    ];
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    for (const frame of this.#frames) frame.tell("themeChange", [theme]);
  }

  close(): void {
    for (const frame of this.#frames) frame.close();
  }

  #iframe(title: string, name: string): HTMLIFrameElement {
    const { url } = this.#options.tab;
    return element("iframe", { title, name, src: url, allow: "clipboard-write" });
  }

  #host(
    iframe: HTMLIFrameElement,
    frameContext: MeetingFrame,
    onShare: (url: string) => void,
  ): HostFrame {
    const { settings, tab, go, openLink } = this.#options;
    const context = () => ({
      ...legacyContext(settings, { frameContext, tab, theme: this.#theme, subPageId: undefined }),
      meetingId: `meeting-in-${settings.channel.id}`,
    });
    const answers = hostAnswers({
      settings,
      tab,
      frameContext,
      go,
      openLink,
      context,
      onState: () => {},
      showLink: (subPageId, label) => showLink(settings, { tab, subPageId, label }),
      openDialog: async () => ["In a meeting this page opens no dialogs.", undefined],
    });
    const origin = new URL(tab.url).origin;
    return hostFrame({
      window: () => iframe.contentWindow,
      origin,
      nested: this.#nested,
      onUnknown: (what) => this.#report(what),
      answers: { ...answers, ...meetingAnswers(origin, onShare) },
    });
  }

  #report(what: string): void {
    this.#unanswered.hidden = false;
    const words = `The app asked for ${what}, which this page does not do.`;
    this.#unanswered.append(element("li", {}, words));
  }
}
