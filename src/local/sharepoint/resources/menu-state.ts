import { z } from "zod";
import { argumentInvalid } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { navNode, navNodes, type Bar, type NavNode } from "../store/navigation.ts";
import type { Resource } from "./resource.ts";

/** Where a menu begins: a link, or one of the two bars themselves, which SharePoint numbers so. */
interface Start {
  readonly bar: Bar;
  readonly id: number | null;
  readonly key: string;
  readonly title: string;
  readonly url: string;
}

const bars: Readonly<Record<Bar, Start>> = {
  quick: { bar: "quick", id: null, key: "1025", title: "Quick launch", url: "" },
  top: { bar: "top", id: null, key: "1002", title: "SharePoint Top Navigation Bar", url: "" },
};

const provider = z.string().nullish();
const stateBody = z.looseObject({
  menuNodeKey: z.string().nullish(),
  depth: z.number().int().min(0).max(10).nullish(),
  mapProviderName: provider,
});
const keyBody = z.looseObject({ currentUrl: z.string(), mapProviderName: provider });

/** `navigation/MenuState` and `MenuNodeKey`: the links of a web as menus show them, with those below them. */
export function menuSteps(session: Session): NonNullable<Resource["steps"]> {
  return {
    navigation: () => ({
      steps: {
        menustate: () => ({ post: (request) => menuState(session, request) }),
        menunodekey: () => ({ post: (request) => menuNodeKey(session, request) }),
      },
    }),
  };
}

/** Site map providers of the global navigation show the bar at the top; all others the one at the side. */
const barOf = (name: string | null | undefined): Bar =>
  /^global/i.test(name ?? "") ? "top" : "quick";

function menuState(session: Session, request: ApiRequest): Answer {
  const { menuNodeKey: asked, depth, mapProviderName } = parseBody(stateBody, request);
  const start = startAt(session, bars[barOf(mapProviderName)], asked ?? "");
  const { path, root } = session.site;
  return value(
    "MenuState",
    "Microsoft.SharePoint.Navigation.REST.MenuState",
    new Complex("Microsoft.SharePoint.Navigation.REST.MenuState", {
      AudienceIds: [],
      FriendlyUrlPrefix: "",
      IsAudienceTargetEnabledForGlobalNav: false,
      Nodes: menuNodes(session, start.bar, start.id, depth ?? 10),
      SPSitePrefix: root?.path ?? path,
      SPWebPrefix: path,
      SimpleUrl: start.url,
      StartingNodeKey: start.key,
      StartingNodeTitle: start.title,
      Version: session.instant,
    }),
  );
}

function startAt({ database, site }: Session, bar: Start, key: string): Start {
  if (key === "" || key === bar.key) return bar;
  const node = navNode(database, site.web, Number.parseInt(key, 10));
  if (!node) throw argumentInvalid(`There is no link ${key} in the navigation.`);
  return { ...node, key };
}

function menuNodes(session: Session, bar: Bar, parent: number | null, depth: number): Complex[] {
  if (depth === 0) return [];
  return navNodes(session.database, { web: session.site.web, bar }, parent).map(
    (node) =>
      new Complex("Microsoft.SharePoint.Navigation.REST.MenuNode", {
        AudienceIds: [],
        CurrentLCID: 1033,
        CustomProperties: [],
        FriendlyUrlSegment: "",
        IsDeleted: false,
        IsHidden: !node.visible,
        Key: String(node.id),
        NodeType: 0,
        Nodes: menuNodes(session, bar, node.id, depth - 1),
        OpenInNewWindow: null,
        SimpleUrl: node.url,
        Title: node.title,
        Translations: [],
      }),
  );
}

function menuNodeKey(session: Session, request: ApiRequest): Answer {
  const { currentUrl, mapProviderName } = parseBody(keyBody, request);
  const node = nodeTo(session, barOf(mapProviderName), null, currentUrl.toLowerCase());
  if (!node) throw argumentInvalid(`No link of the navigation leads to ${currentUrl}.`);
  return value("MenuNodeKey", "Edm.String", String(node.id));
}

/** The first link to an address, the ones above before those below. */
function nodeTo(
  session: Session,
  bar: Bar,
  parent: number | null,
  url: string,
): NavNode | undefined {
  const nodes = navNodes(session.database, { web: session.site.web, bar }, parent);
  return (
    nodes.find((node) => node.url.toLowerCase() === url) ??
    nodes.map((node) => nodeTo(session, bar, node.id, url)).find((found) => found !== undefined)
  );
}
