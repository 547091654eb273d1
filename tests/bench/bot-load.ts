import { randomUUID } from "node:crypto";
import { tenant } from "#local/people.ts";
import type { BotConfiguration } from "#bot/bot-options.ts";
import type { Person } from "./bot-people.ts";

export interface Load {
  readonly url: string;
  /** The connector's. */
  readonly token: string;
  readonly configuration: BotConfiguration;
  readonly people: readonly Person[];
  readonly pressesASecond: number;
  readonly seconds: number;
  /** Called once after the first seconds, when everything is warm. */
  readonly onWarm: () => Promise<void>;
}

export interface Pressed {
  readonly name: string;
  readonly milliseconds: number;
  readonly fine: boolean;
}

const warmSeconds = 2;

/**
 * Presses as they come, whether or not the ones before were answered; every tenth is sent twice, as Teams does. Two
 * seconds of presses more come first and are not counted.
 */
export async function press(load: Load): Promise<{
  readonly pressed: readonly Pressed[];
  readonly keys: readonly string[];
}> {
  const { people, pressesASecond, seconds } = load;
  const warm = warmSeconds * pressesASecond;
  const presses = pressesASecond * seconds;
  const sent: Promise<Pressed>[] = [];
  const keys: string[] = [];
  const start = performance.now();
  for (let nth = 0; nth < warm + presses; nth += 1) {
    const due = start + (nth * 1000) / pressesASecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    if (nth === warm) await load.onWarm();
    const person = people[nth % people.length];
    if (!person) throw new RangeError("Nobody presses.");
    const key = randomUUID();
    keys.push(key);
    const times = nth % 10 === 0 ? 2 : 1;
    const now = Array.from({ length: times }, () => onePress(load, person, key));
    if (nth >= warm) sent.push(...now);
  }
  return { pressed: await Promise.all(sent), keys };
}

async function onePress(
  { url, token, configuration }: Load,
  person: Person,
  key: string,
): Promise<Pressed> {
  const name = randomUUID();
  const started = performance.now();
  const answer = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "x-press": name,
    },
    body: JSON.stringify(activity(configuration, person, key)),
  });
  const text = await answer.text();
  const fine = answer.ok && text.includes("Saved");
  return { name, milliseconds: performance.now() - started, fine };
}

function activity(
  { serviceUrl, clientId }: BotConfiguration,
  { teamsId, objectId, agency }: Person,
  key: string,
) {
  const data = {
    planId: 3,
    actionId: agency.id,
    saveKey: key,
    rating: "green",
    note: "All but three have had it.",
  };
  return {
    type: "invoke",
    name: "adaptiveCard/action",
    id: randomUUID(),
    channelId: "msteams",
    serviceUrl,
    from: { id: teamsId, name: "Somebody", aadObjectId: objectId },
    recipient: { id: `28:${clientId}` },
    conversation: { id: "19:plan", conversationType: "channel", tenantId: tenant.id },
    channelData: { tenant: { id: tenant.id } },
    value: {
      action: { type: "Action.Execute", verb: "proposeRating", data },
      trigger: "manual",
    },
  };
}
