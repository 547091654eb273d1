import { people } from "../people.ts";
import { addedToTeam, type Addressing } from "./activities.ts";
import type { Announcements } from "./announcements.ts";
import { AppUnreachable, type BotClient } from "./bot-client.ts";
import { channel } from "./team.ts";
import type { TeamsStore } from "./teams-store.ts";

const added = "app added to the team";
/** Only after this long is a starting app worth a word to people. */
const silentMilliseconds = 15_000;

export interface AddToTeamParts {
  readonly addressing: Addressing;
  readonly bot: BotClient;
  readonly store: TeamsStore;
  readonly announcements: Announcements;
  readonly stopping: AbortSignal;
}

/**
 * Tells the app once, at the first start of all, that it was added to the team. An app that is not
 * up yet is asked again until it is; open pages are told meanwhile.
 */
export async function addAppToTeam(parts: AddToTeamParts): Promise<void> {
  const { addressing, bot, store, announcements, stopping } = parts;
  const [owner] = people;
  if (store.isNoted(added) || !owner) return;
  const started = Date.now();
  while (!stopping.aborted) {
    const problem = await told(
      bot,
      addedToTeam(addressing, owner, [store.nextMessageId(), store.nextMessageId()]),
    );
    if (stopping.aborted) return;
    if (problem === undefined) {
      store.note(added);
      announcements.announce({ kind: "notice", text: undefined });
      return greeting(parts);
    }
    if (Date.now() - started > silentMilliseconds)
      announcements.announce({
        kind: "notice",
        text: `${addressing.appName} is not in the channel yet: ${problem}`,
      });
    await pause(stopping, Date.now() - started > silentMilliseconds ? 5000 : 1000);
  }
}

/** An app answers at once and works afterwards; most say hello when they are done. Silence is given two seconds. */
async function greeting({ store, stopping }: AddToTeamParts): Promise<void> {
  const end = Date.now() + 2000;
  while (store.list(channel.id).length === 0 && Date.now() < end && !stopping.aborted) {
    await pause(stopping, 50);
  }
}

async function told(
  bot: BotClient,
  activities: ReturnType<typeof addedToTeam>,
): Promise<string | undefined> {
  try {
    for (const activity of activities) await bot.deliver(activity);
    return undefined;
  } catch (cause) {
    if (cause instanceof AppUnreachable) return cause.message;
    throw cause;
  }
}

function pause(signal: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
