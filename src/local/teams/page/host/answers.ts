import { z } from "zod";
import type { ChannelTab, PageSettings } from "../../page-settings.ts";
import type { Place } from "../address.ts";
import { placeOfNavigation } from "../deep-link.ts";
import type { FrameContext } from "./context.ts";
import type { Answers } from "./frame.ts";

/** What this page says it can do; teams-js believes it and refuses the tab everything else. */
const runtimeOf = ({ thread }: AnswerParts) => ({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isNAAChannelRecommended: true,
  isLegacyTeams: false,
  supports: {
    app: { notifySuccessResponse: {} },
    clipboard: {},
    ...(thread ? { conversations: {} } : {}),
    dialog: { url: { parentCommunication: {} }, update: {} },
    nestedAppAuth: {},
    pages: { backStack: {}, config: {}, currentApp: {}, tabs: {} },
    sharing: {},
    teamsCore: {},
  },
});

const failure = z.object({ message: z.string() }).loose();
const conversation = z.object({
  title: z.string(),
  channelId: z.string(),
  conversationId: z.string(),
});
const clipboard = z.object({ mimeType: z.string(), content: z.string() });

export interface AnswerParts {
  readonly settings: PageSettings;
  readonly frameContext: FrameContext;
  readonly context: () => Record<string, unknown>;
  /** What the tab is set up to open; undefined while one is being added. */
  readonly tab: ChannelTab | undefined;
  readonly go: (place: Place) => void;
  readonly openLink: (url: string) => void;
  /** Words over the frame while it starts or when it says that it could not. */
  readonly onState: (words: string | undefined) => void;
  readonly showLink: (subPageId: string, label: string) => void;
  readonly openDialog: (info: unknown) => Promise<readonly unknown[]>;
  /** The place beside the tab; undefined where there is none. */
  readonly thread?: {
    /** `root` is the thread's first message. */
    readonly open: (root: string, title: string) => void;
    readonly close: () => void;
  };
  /** Ends a dialog with its result; only in a dialog's own frame. */
  readonly complete?: (result: unknown) => void;
}

/** The requests of teams-js 2.58 that this page answers, by the name they have on the wire. */
export function hostAnswers(parts: AnswerParts): Answers {
  return {
    ...starting(parts),
    ...navigating(parts),
    ...clipboardAnswers,
    ...dialogs(parts),
    ...besides(parts),
  };
}

function starting(parts: AnswerParts): Answers {
  const { frameContext, context, tab, onState } = parts;
  const ready = () => onState(undefined);
  const failed = (args: readonly unknown[]) => {
    const [reason] = args;
    const said = failure.safeParse(reason).data?.message;
    onState(`The tab could not start: ${said ?? String(reason)}`);
    return undefined;
  };
  return {
    // The order matters: teams-js takes the runtime for its authentication bridge from the fourth place.
    initialize: () => [frameContext, "web", "2.0.1", JSON.stringify(runtimeOf(parts))],
    getContext: () => [context()],
    "settings.getSettings": () => [tab ? instanceOf(tab) : {}],
    "appInitialization.appLoaded": () => {
      ready();
      return undefined;
    },
    "appInitialization.success": () => {
      ready();
      return [undefined];
    },
    "appInitialization.failure": failed,
    // The tab says itself what is wrong.
    "appInitialization.expectedFailure": () => {
      ready();
      return undefined;
    },
    setFrameContext: () => undefined,
    readyToUnload: () => undefined,
    returnFocus: () => undefined,
    "log.receive": () => undefined,
  };
}

function instanceOf({ name, entityId, url }: ChannelTab): Record<string, string> {
  return { entityId, contentUrl: url, websiteUrl: url, suggestedDisplayName: name };
}

function navigating({ settings, go, openLink, showLink }: AnswerParts): Answers {
  const { app, channel } = settings;
  const targets = { appId: app.id, botId: app.botId, channelId: channel.id };
  const to = (asked: unknown) => {
    const place = placeOfNavigation(asked, targets);
    if (!place) return [false, "This page has no such app."];
    queueMicrotask(() => go(place));
    return [true];
  };
  return {
    executeDeepLink: ([url]) => {
      queueMicrotask(() => openLink(String(url)));
      return [true];
    },
    "pages.navigateToApp": ([asked]) => to(asked),
    "pages.currentApp.navigateTo": ([asked]) =>
      to({ ...z.looseObject({}).parse(asked), appId: app.id }),
    "pages.currentApp.navigateToDefaultPage": () => to({ appId: app.id }),
    navigateBack: () => {
      history.back();
      return [true];
    },
    shareDeepLink: (args) => {
      const [subPageId, label] = z
        .tuple([z.string().nullish(), z.string().nullish()], z.unknown())
        .parse(args);
      showLink(subPageId ?? "", label ?? "");
      return undefined;
    },
  };
}

const clipboardAnswers: Answers = {
  "clipboard.writeToClipboard": async ([asked]) => {
    const { mimeType, content } = clipboard.parse(asked);
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    const blob = new Blob([bytes], { type: mimeType });
    try {
      await navigator.clipboard.write([new ClipboardItem({ [mimeType]: blob })]);
      return [null, undefined];
    } catch {
      return [
        { errorCode: 1000, message: "The browser does not let this page use the clipboard." },
      ];
    }
  },
};

function besides({ thread, settings }: AnswerParts): Answers {
  if (!thread) return {};
  return {
    "conversations.openConversation": ([asked]) => {
      const { success, data } = conversation.safeParse(asked);
      if (!success || data.channelId !== settings.channel.id)
        return [false, "This page opens threads of its channel only, and starts none."];
      thread.open(data.conversationId, data.title);
      return [true];
    },
    "conversations.closeConversation": () => {
      thread.close();
      return undefined;
    },
  };
}

function dialogs({ openDialog, complete }: AnswerParts): Answers {
  return {
    "tasks.startTask": async ([info]) => openDialog(info),
    "tasks.updateTask": () => undefined,
    ...(complete
      ? {
          "tasks.completeTask": ([result]) => {
            complete(result);
            return undefined;
          },
        }
      : {}),
  };
}
