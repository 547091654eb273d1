import { pino } from "pino";
import { isLoginOf } from "#bot/login-name.ts";
import {
  type Delivery,
  type TeamsPerson,
  type TeamsSender,
  teamsSender,
} from "#bot/send-to-person.ts";
import { closedChannel } from "#bot/closed-channel.ts";
import { mondayCard } from "#cards/monday-card.ts";
import type { Plan } from "#plan/plan.ts";
import type { MondayReminder } from "#plan/reminders/monday-reminders.ts";
import type { AppToken } from "#server/app-token.ts";
import { botConfiguration } from "#server/bot-configuration.ts";
import type { ServerConfiguration } from "#server/configuration.ts";
import { deepLinks } from "#server/links.ts";
import type { Outcome, SendRemindersPorts } from "#usecases/send-reminders.ts";

interface ReminderSenderParts {
  readonly configuration: ServerConfiguration;
  readonly token: AppToken;
  readonly now: () => Date;
}

/** Sends a Monday card into somebody's own chat with the app; who they are in Teams, the team of a plan's channel says. */
export function reminderSender(parts: ReminderSenderParts): SendRemindersPorts["send"] {
  const { configuration, token, now } = parts;
  const log = pino({ base: {} }, pino.destination(2));
  const teams = teamsSender({
    configuration: botConfiguration(configuration),
    appToken: (scope) => token(scope.replace(/\/\.default$/, "")),
    log: (level, event, ids) => log[level]({ ...ids }, event),
  });
  const peopleIn = remembered(teams);
  const links = deepLinks(configuration);
  return async (reminder, { plans, notReached }) => {
    const person = await found(reminder, plans, peopleIn);
    if (!("teamsId" in person)) return person;
    const card = mondayCard({
      list: reminder,
      schemes: new Map([...plans].map(([id, { scheme }]) => [id, scheme])),
      person: person.name,
      now: now(),
      link: links.plan(firstPlan(reminder)),
      refreshFor: [person.teamsId],
      notReached: notReached.map(({ loginName, reason }) => ({
        who: nameOf(loginName),
        why: reason,
      })),
    });
    return outcomeOf(await teams.sendToPerson(person, card));
  };
}

const states = { failed: "later", "not-reachable": "failed", unknown: "unknown" } as const;

function outcomeOf(delivery: Delivery): Outcome {
  if (delivery.state === "sent") return { state: "sent" };
  return { state: states[delivery.state], reason: delivery.reason };
}

function nameOf(loginName: string): string {
  return loginName.split("|").at(-1) ?? loginName;
}

type PeopleIn = (channel: string) => Promise<readonly TeamsPerson[]>;

/** Looks through the teams of the plans that the reminder is about. */
async function found(
  { loginName, ...lines }: MondayReminder,
  plans: ReadonlyMap<number, Plan>,
  peopleIn: PeopleIn,
): Promise<TeamsPerson | Outcome> {
  const planIds = new Set(Object.values(lines).flatMap((some) => some.map(({ planId }) => planId)));
  // Owners who are told of nothing else are looked for in every plan's team.
  const asked = planIds.size > 0 ? planIds : plans.keys();
  const channels = [...asked].flatMap((id) => plans.get(id)?.channel ?? []);
  if (channels.length === 0)
    return { state: "failed", reason: "The plan has no channel in Teams yet." };
  try {
    for (const channel of new Set(channels)) {
      const people = await peopleIn(channel);
      const person = people.find(({ userPrincipalName }) =>
        userPrincipalName ? isLoginOf(loginName, userPrincipalName) : false,
      );
      if (person) return person;
    }
  } catch (cause) {
    return {
      state: "later",
      reason: closedChannel(cause) ?? "Teams did not say who is in the plan's team.",
    };
  }
  return { state: "failed", reason: "They are not in the team of the plan's channel." };
}

/** The people of a channel are asked for once a run. */
function remembered(teams: TeamsSender): PeopleIn {
  const known = new Map<string, Promise<readonly TeamsPerson[]>>();
  return (channel) => {
    const asked = known.get(channel) ?? teams.peopleIn(channel);
    known.set(channel, asked);
    return asked;
  };
}

function firstPlan({ overdue, due, asked, checks, escalated }: MondayReminder): number {
  return [...overdue, ...due, ...asked, ...checks, ...escalated].at(0)?.planId ?? 1;
}
