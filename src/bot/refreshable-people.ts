import type { Client as ApiClient, TeamsChannelAccount } from "@microsoft/teams.api";
import { mostRefreshed } from "#cards/action-read-card.ts";
import type { Members, MemberStore } from "#usecases/ports/members.ts";
import { channelOf } from "./channel-of.ts";
import type { Log } from "./bot-options.ts";
import { forAWhile } from "./for-a-while.ts";
import { isLoginOf } from "./login-name.ts";

export interface RefreshablePeopleParts {
  readonly api: Pick<ApiClient, "conversations">;
  readonly members: MemberStore;
  readonly now: () => Date;
  readonly log: Log;
}

/** Nobody's rights hang on this, only whose card Teams refreshes by itself, so it may be a minute old. */
const milliseconds = 60_000;
const pageSize = 500;
const mostPages = 4;

/** Who in a conversation speaks for an action: Teams asks for their own view without a press. */
export class RefreshablePeople {
  readonly #log: Log;
  readonly #membersOf: (planId: number) => Promise<Members>;
  readonly #accountsIn: (conversation: string) => Promise<readonly TeamsChannelAccount[]>;

  constructor({ api, members, now, log }: RefreshablePeopleParts) {
    this.#log = log;
    this.#membersOf = forAWhile({ milliseconds, now }, (planId) => members.of(planId));
    this.#accountsIn = forAWhile({ milliseconds, now }, (id) => membersOf(api, id));
  }

  /** Teams ids, at most 60; none where they cannot be found out, and the card is refreshed by a press. */
  async of(
    conversation: string,
    planId: number,
    agencies: readonly string[],
  ): Promise<readonly string[]> {
    try {
      const [members, there] = await Promise.all([
        this.#membersOf(planId),
        this.#accountsIn(channelOf(conversation)),
      ]);
      const loginNames = members.agencies
        .filter(({ agency }) => agencies.includes(agency))
        .flatMap((each) => each.loginNames);
      return there
        .filter(({ userPrincipalName: name }) => name && loginNames.some((l) => isLoginOf(l, name)))
        .map(({ id }) => id)
        .slice(0, mostRefreshed);
    } catch (cause) {
      const error = cause instanceof Error ? cause.name : "unknown";
      this.#log("warn", "people of a conversation not found", { planId, error });
      return [];
    }
  }
}

/** Everybody in a channel's team or a chat, up to 2,000. */
export async function membersOf(
  api: Pick<ApiClient, "conversations">,
  conversation: string,
): Promise<readonly TeamsChannelAccount[]> {
  const found: TeamsChannelAccount[] = [];
  let next: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await api.conversations.getPagedMembers(conversation, pageSize, next);
    found.push(...answer.members);
    next = answer.continuationToken;
    if (!next) break;
  }
  return found;
}
