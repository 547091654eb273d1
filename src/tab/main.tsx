import { draftsIn } from "./action/draft.ts";
import { connectCards } from "./cards/connect-cards.ts";
import { readConfiguration, type TabConfiguration } from "./configuration.ts";
import { addressFor, planIdOf } from "./frame/address.ts";
import { openPlan } from "./frame/open-plan.ts";
import type { Ports } from "./frame/ports.ts";
import { connectHost } from "./teams/connect-host.ts";
import type { Host } from "./teams/host.ts";
import type { Tokens } from "./teams/tokens.ts";

// Everything heavy is on its way while Teams is still being asked who is looking: no download waits for another.
const screens = import("./frame/render.tsx");
const sharePoint = import("#sharepoint/connect.ts");
const signIn = import("./teams/connect-tokens.ts");

/** Teams, token, plan, screen. The skeleton stays until there is something to show. */
async function start(root: Element): Promise<void> {
  try {
    const configuration = readConfiguration(document);
    const { host, loginHint } = await connectHost(configuration);
    document.documentElement.dataset["theme"] = host.themes.current();
    const { connectTokens } = await signIn;
    const authority = `${configuration.authority}/${configuration.tenantId}`;
    const tokens = connectTokens({ clientId: configuration.clientId, authority, loginHint });
    const ports = await connect(configuration, host, tokens);
    if (host.settings) (await screens).renderSettings(root, ports, host.settings);
    else await startPlan(root, ports);
  } catch (error) {
    (await screens).renderFailure(root, error);
  }
}

async function startPlan(root: Element, ports: Ports): Promise<void> {
  const address = addressFor(new URL(window.location.href), ports.host.subPageId);
  window.history.replaceState(null, "", address);
  const open = (planId?: number) => openPlan(ports.plans, planId);
  const first = await open(planIdOf(address.search));
  (await screens).renderPlan(root, ports, { first, openPlan: open });
}

async function connect(to: TabConfiguration, host: Host, tokens: Tokens): Promise<Ports> {
  const { connectSharePoint } = await sharePoint;
  const { siteUrl, sharePointScope, apiUrl, apiScope } = to;
  const { plans, record } = connectSharePoint({
    siteUrl,
    token: (fresh = false) => tokens.tokenFor(sharePointScope, { fresh }),
  });
  return {
    plans,
    record,
    host,
    cards: connectCards({
      apiUrl,
      token: (options) => tokens.tokenFor(apiScope, options),
      signIn: () => tokens.signIn(apiScope),
    }),
    drafts: draftsIn(
      () => window.localStorage,
      () => new Date(),
    ),
    signIn: () => tokens.signIn(sharePointScope),
    newKey: () => crypto.randomUUID(),
    now: () => new Date(),
  };
}

void start(document.querySelector("#root") ?? document.body);
