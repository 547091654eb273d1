import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { siteReads } from "#sharepoint/reads.ts";
import type { RecordStore } from "#usecases/ports/record.ts";
import { connectCards } from "./cards/connect-cards.ts";
import { serverCalls } from "./cards/server-calls.ts";
import { readConfiguration, type TabConfiguration } from "./configuration.ts";
import { draftsIn } from "./ports/drafts.ts";
import { addressFor, asksForMine, planIdOf } from "./teams/address.ts";
import { openPlan } from "./ports/open-plan.ts";
import type { AppProps } from "./frame/App.tsx";
import type { Ports } from "./ports/ports.ts";
import { connectHost, shakeHands } from "./teams/connect-host.ts";
import type { Host } from "./teams/host.ts";
import type { Tokens } from "./teams/tokens.ts";
import { tokensAtOnce } from "./teams/tokens-at-once.ts";
import { untilItWorks } from "./teams/until-it-works.ts";

/** Fetched with this script (vite.config.ts), and run when it is asked for: nothing else is done while it is. */
const screens = () => import("./frame/render.tsx");

/** Teams, token, plan, screen. The skeleton stays until there is something to show. */
async function start(root: HTMLElement): Promise<void> {
  try {
    const configuration = readConfiguration(document);
    const shaken = shakeHands(configuration.hostOrigins);
    // While Teams is asked; what goes wrong with it is told where it is needed.
    screens().catch(() => undefined);
    await shaken;
    const connecting = connectHost(configuration.appId);
    const tokens = askForTokens(configuration, connecting);
    const { host } = await connecting;
    document.documentElement.dataset["theme"] = host.themes.current();
    const ports = connect(configuration, host, tokens);
    if (host.settings) return await (await screens()).renderSettings(root, ports, host.settings);
    const plan = openFirst(ports);
    await (await screens()).renderPlan(root, ports, plan);
  } catch (error) {
    await (await screens()).renderFailure(root, error);
  }
}

/** Asks SharePoint for the plan that the address names, as soon as there is a token; the screen goes up beside that. */
function openFirst(ports: Ports): AppProps {
  const address = addressFor(new URL(window.location.href), ports.host.subPageId);
  // Even where nothing changes a browser takes a while over it.
  if (address.href !== window.location.href) window.history.replaceState(null, "", address);
  const open = (planId?: number) => openPlan(ports.plans, planId);
  const first = asksForMine(address) ? undefined : open(planIdOf(address.search));
  return { first, openPlan: open };
}

function askForTokens(to: TabConfiguration, connecting: ReturnType<typeof connectHost>) {
  return tokensAtOnce({
    clientId: to.clientId,
    authority: `${to.authority}/${to.tenantId}`,
    scope: to.sharePointScope,
    loginHint: connecting.then(
      ({ loginHint }) => loginHint,
      () => undefined,
    ),
  });
}

function connect(to: TabConfiguration, host: Host, tokens: Tokens): Ports {
  const { siteUrl, sharePointScope, apiUrl, apiScope } = to;
  const site = {
    siteUrl,
    token: (fresh = false, claims?: string) => tokens.tokenFor(sharePointScope, { fresh, claims }),
  };
  const ask = serverCalls({ apiUrl, token: (options) => tokens.tokenFor(apiScope, options) });
  return {
    plans: new SharePointPlanStore(siteReads(site)),
    myPlans: untilItWorks(async () =>
      (await import("#sharepoint/my-plans.ts")).connectMyPlans(site),
    ),
    record: recordOf(
      untilItWorks(async () => (await import("#sharepoint/connect.ts")).connectSharePoint(site)),
    ),
    evidence: untilItWorks(async () =>
      (await import("#sharepoint/connect-evidence.ts")).connectEvidence(site),
    ),
    definitions: async () =>
      (await import("#sharepoint/definition-store.ts")).connectDefinitions(site),
    settings: async () => (await import("#sharepoint/settings-store.ts")).connectSettings(site),
    meetings: async () => (await import("#sharepoint/connect-meetings.ts")).connectMeetings(site),
    history: untilItWorks(async () =>
      (await import("#sharepoint/connect-history.ts")).connectHistory(site),
    ),
    findings: untilItWorks(async () =>
      (await import("#sharepoint/finding-store.ts")).connectFindings(site),
    ),
    site: untilItWorks(async () => (await import("#sharepoint/site-store.ts")).connectSite(site)),
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

/** The record, read and written with PnPjs, which is fetched when somebody first looks into it. */
function recordOf(stores: () => Promise<{ readonly record: RecordStore }>): RecordStore {
  return {
    forAction: async (id) => (await stores()).record.forAction(id),
    forRecommendation: async (id, actionIds) =>
      (await stores()).record.forRecommendation(id, actionIds),
    ofChallenges: async (planId) => (await stores()).record.ofChallenges(planId),
    challenge: async (challenge) => (await stores()).record.challenge(challenge),
    decide: async (decision) => (await stores()).record.decide(decision),
    append: async (update) => (await stores()).record.append(update),
  };
}

void start(document.querySelector("#root") ?? document.body);
