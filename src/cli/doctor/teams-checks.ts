import { pino } from "pino";
import { closedChannel } from "#bot/closed-channel.ts";
import { teamsSender } from "#bot/send-to-person.ts";
import type { AppToken } from "#server/app-token.ts";
import { botConfiguration } from "#server/bot-configuration.ts";
import type { ServerConfiguration } from "#server/configuration.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import type { Site } from "#sharepoint/site.ts";
import { type Check, fine, notChecked, type Verdict, wrong } from "./finding.ts";
import { aPlanIsThere } from "./site-checks.ts";

interface TeamsChecksParts {
  readonly configuration: ServerConfiguration;
  readonly token: AppToken;
  readonly site: Site;
}

/** Teams lets the app into the channel where the newest plan lives: nothing is posted to find out. */
export function teamsChecks({ configuration, token, site }: TeamsChecksParts): readonly Check[] {
  const log = pino({ base: {} }, pino.destination(2));
  const teams = teamsSender({
    configuration: botConfiguration(configuration),
    appToken: (scope) => token(scope.replace(/\/\.default$/, "")),
    log: (level, event, ids) => log[level]({ ...ids }, event),
  });
  const inChannel = async (): Promise<Verdict> => {
    const [plan] = await new SharePointPlanStore(site).list();
    if (!plan) return notChecked("There is no plan yet.");
    if (!plan.channel) return wrong(`“${plan.title}” has no channel yet.`, adopt);
    await teams.peopleIn(plan.channel).catch((cause: unknown) => {
      const words = closedChannel(cause);
      throw words === undefined ? cause : new Error(words, { cause });
    });
    return fine;
  };
  return [
    {
      claim: "Teams lets the app write in the plan's channel",
      needs: aPlanIsThere,
      todo: "Add the app to the team (docs/deploy.md, step 6), or restore the channel.",
      look: inChannel,
    },
  ];
}

const adopt =
  "Add the app to the team; the plan's owner writes “@Action plan use this channel” there: docs/deploy.md, step 6.";
