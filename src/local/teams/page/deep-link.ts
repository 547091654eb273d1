import { z } from "zod";
import type { Place } from "./address.ts";

const linkContext = z.object({ subEntityId: z.string().optional() });
const navigation = z.object({ appId: z.string(), subPageId: z.string().optional() });

const teamsHosts = new Set(["teams.microsoft.com", "teams.cloud.microsoft"]);

export interface LinkTargets {
  readonly appId: string;
  readonly botId: string;
  readonly channelId: string;
}

/** The documented forms of a link: to a tab, to a message, to a chat. */
const forms: Record<
  string,
  (path: readonly string[], query: URLSearchParams, to: LinkTargets) => Place | undefined
> = {
  entity: ([app], query, to) =>
    app === to.appId ? tabAt(subEntityIn(query.get("context"))) : undefined,
  message: ([channel, message], query, to) =>
    channel === to.channelId ? threadAt(query.get("parentMessageId") ?? message) : undefined,
  chat: (_path, query, to) => (query.get("users") === to.botId ? { kind: "chat" } : undefined),
};

/** The place in this page that a Teams link leads to; undefined where it leads elsewhere. */
export function placeOfLink(link: string, targets: LinkTargets): Place | undefined {
  const url = URL.parse(link);
  if (!url || !teamsHosts.has(url.host)) return undefined;
  const [, l, kind = "", ...path] = url.pathname.split("/").map(decodeURIComponent);
  return l === "l" ? forms[kind]?.(path, url.searchParams, targets) : undefined;
}

function threadAt(root: string | undefined): Place | undefined {
  return root ? { kind: "thread", root } : undefined;
}

/** The place that `pages.navigateToApp` names; undefined where it is another app's. */
export function placeOfNavigation(asked: unknown, { appId }: LinkTargets): Place | undefined {
  const read = navigation.safeParse(asked);
  return read.data?.appId === appId ? tabAt(read.data.subPageId) : undefined;
}

function tabAt(subPageId: string | undefined): Place {
  return subPageId ? { kind: "tab", subPageId } : { kind: "tab" };
}

function subEntityIn(context: string | null): string | undefined {
  try {
    return linkContext.safeParse(JSON.parse(context ?? "{}")).data?.subEntityId;
  } catch {
    return undefined;
  }
}
