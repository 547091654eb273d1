import { z } from "zod";
import type { ChannelTab, NewTab, PageSettings } from "../page-settings.ts";
import type { Place, Theme } from "./address.ts";
import { button, element } from "./element.ts";
import { hostAnswers } from "./host/answers.ts";
import { legacyContext } from "./host/context.ts";
import { dialogBox } from "./host/dialogs.ts";
import { type Answers, type HostFrame, hostFrame } from "./host/frame.ts";
import { nestedAppAuth } from "./host/nested-app-auth.ts";
import type { Server } from "./server.ts";

interface SetUpTabParts {
  /** As it is set up so far; undefined for a new one. */
  readonly tab: ChannelTab | undefined;
  readonly settings: PageSettings;
  readonly server: Server;
  readonly theme: Theme;
  readonly go: (place: Place) => void;
  readonly openLink: (url: string) => void;
}

/** What teams-js hands over as the settings of a tab. */
const instance = z.looseObject({
  entityId: z.string(),
  contentUrl: z.url(),
  suggestedDisplayName: z.string().optional(),
});

/** Shows the app's question what the tab is to open; undefined where the person thought better of it. */
export function setUpTab(parts: SetUpTabParts): Promise<ChannelTab | undefined> {
  const { settings, server, tab: had } = parts;
  const dialog = questionDialog(titleOf(parts), settings, () => hosted.askToSave());
  const { box, iframe } = dialog;
  let kept: ChannelTab | undefined;
  const hosted = hostQuestion(
    parts,
    dialog,
    savingAnswers(settings, dialog, async (tab) => {
      kept = await (had ? server.changeTab(had.id, tab) : server.addTab(tab));
      box.close();
    }),
  );
  iframe.src = settings.configurationUrl;
  document.body.append(box);
  box.showModal();
  return new Promise((resolve) => {
    box.addEventListener("close", () => {
      hosted.close();
      box.remove();
      resolve(kept);
    });
  });
}

function titleOf({ settings: { app, channel }, tab }: SetUpTabParts): string {
  return tab ? `Settings of ${tab.name}` : `Add ${app.name} to ${channel.name}`;
}

/** The app says when it may be saved and what; only after it has said that all went well is the tab kept. */
function savingAnswers(
  settings: PageSettings,
  { save, say }: QuestionDialog,
  keepTab: (tab: NewTab) => Promise<void>,
): Answers {
  let asked: NewTab | undefined;
  function failed(words: string): undefined {
    save.disabled = false;
    say(words);
  }
  async function keep(): Promise<void> {
    if (!asked) return failed("The app has not said what the tab is to open.");
    try {
      await keepTab(asked);
    } catch (cause) {
      failed(cause instanceof Error ? cause.message : String(cause));
    }
  }
  return {
    "settings.setValidityState": ([valid]) => {
      save.disabled = valid !== true;
      return undefined;
    },
    "settings.setSettings": ([said]) => {
      const read = instance.safeParse(said);
      if (!read.success) return [false, "These are no settings of a tab."];
      asked = newTabOf(read.data, settings);
      return [true];
    },
    "settings.save.success": () => void keep(),
    "settings.save.failure": ([reason]) =>
      failed(typeof reason === "string" ? reason : "The app could not save."),
  };
}

function newTabOf(said: z.infer<typeof instance>, { app }: PageSettings): NewTab {
  const { entityId, contentUrl: url, suggestedDisplayName } = said;
  return { entityId, url, name: suggestedDisplayName?.slice(0, 128) || app.name };
}

interface QuestionDialog {
  readonly box: HTMLDialogElement;
  readonly iframe: HTMLIFrameElement;
  readonly save: HTMLButtonElement;
  readonly say: (words: string | undefined) => void;
}

function questionDialog(title: string, { app }: PageSettings, onSave: () => void): QuestionDialog {
  const iframe = element("iframe", { title: app.name, name: "settings" });
  const state = element("p", { role: "status" });
  const say = (words: string | undefined) => (state.textContent = words ?? "");
  const press = () => {
    // A second press would add a second tab.
    save.disabled = true;
    say("Saving…");
    onSave();
  };
  const save = button({ class: "primary", disabled: true }, press, "Save");
  const cancel = button({}, () => box.close(), "Cancel");
  const box = dialogBox(title, iframe, element("footer", {}, state, cancel, save));
  return { box, iframe, save, say };
}

/** The app's page in the dialog, answered as everywhere else, and its settings besides. */
function hostQuestion(parts: SetUpTabParts, dialog: QuestionDialog, answers: Answers): HostFrame {
  const { settings, server, theme, go, openLink, tab } = parts;
  const frameContext = "settings";
  const shown = { tab, frameContext } as const;
  return hostFrame({
    window: () => dialog.iframe.contentWindow,
    origin: new URL(settings.configurationUrl).origin,
    nested: nestedAppAuth(server, settings),
    onUnknown: (what) => dialog.say(`The app asked for ${what}, which this page does not do.`),
    answers: {
      ...hostAnswers({
        ...shown,
        settings,
        go,
        openLink,
        context: () => legacyContext(settings, { ...shown, theme, subPageId: undefined }),
        onState: dialog.say,
        showLink: () => {},
        openDialog: () => Promise.resolve(["There is a dialog already.", undefined]),
      }),
      ...answers,
    },
  });
}
