import { connectCards } from "./cards/connect-cards.ts";
import { serverCalls } from "./cards/server-calls.ts";
import { readConfiguration, type TabConfiguration } from "./configuration.ts";
import { draftsIn } from "./form/drafts.ts";
import { addressFor, asksForMine, planIdOf } from "./frame/address.ts";
import { openPlan } from "./frame/open-plan.ts";
import type { Ports } from "./frame/ports.ts";
import { connectHost } from "./teams/connect-host.ts";
import type { Host } from "./teams/host.ts";
import type { Tokens } from "./teams/tokens.ts";
import { untilItWorks } from "./until-it-works.ts";

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
  const first = asksForMine(address) ? undefined : await open(planIdOf(address.search));
  (await screens).renderPlan(root, ports, { first, openPlan: open });
}

async function connect(to: TabConfiguration, host: Host, tokens: Tokens): Promise<Ports> {
  const { connectSharePoint } = await sharePoint;
  const { siteUrl, sharePointScope, apiUrl, apiScope } = to;
  const site = {
    siteUrl,
    token: (fresh = false) => tokens.tokenFor(sharePointScope, { fresh }),
  };
  const { plans, record } = connectSharePoint(site);
  const ask = serverCalls({ apiUrl, token: (options) => tokens.tokenFor(apiScope, options) });
  return {
    plans,
    record,
    evidence: untilItWorks(async () =>
      (await import("#sharepoint/connect-evidence.ts")).connectEvidence(site),
    ),
    definitions: async () =>
      (await import("#sharepoint/definition-store.ts")).connectDefinitions(site),
    meetings: async () => (await import("#sharepoint/connect-meetings.ts")).connectMeetings(site),
    history: untilItWorks(async () =>
      (await import("#sharepoint/connect-history.ts")).connectHistory(site),
    ),
    host,
    writer: untilItWorks(async () => {
      const [{ connectWriter }, { connectAgencies }] = await Promise.all([
        import("#sharepoint/connect-writer.ts"),
        import("./import/connect-agencies.ts"),
      ]);
      return connectWriter(site, connectAgencies(ask));
    }),
    cards: connectCards(ask, () => tokens.signIn(apiScope)),
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
