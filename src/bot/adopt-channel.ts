import { channelOf } from "./channel-of.ts";
import { closedChannel } from "./closed-channel.ts";
import type { Handling } from "./handling.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { isLoginOf } from "./login-name.ts";

/** Where something was done, and by whom, as the connector signed it. */
export interface Doing {
  readonly conversation: { readonly id: string; readonly conversationType?: string | undefined };
  readonly from: { readonly id: string };
}

/**
 * Makes the channel that of the newest plan without one; answers in words what became of it. Only an
 * owner of the plan may: whoever adds the app to a channel of their own would otherwise get to read it.
 * A channel may have an older plan too; what is asked there is then asked of the newest.
 */
export async function adoptChannel(
  handling: Pick<Handling, "api" | "appStores" | "log">,
  { conversation, from }: Doing,
): Promise<string> {
  const { api, appStores, log } = handling;
  const channel = channelOf(conversation.id);
  if (conversation.conversationType !== "channel") return "A plan lives in a channel of a team.";
  const plans = await appStores.plans.list();
  const here = plans.some((plan) => plan.channel === channel);
  const waiting =
    plans.find((plan) => !plan.channel) ?? (here ? undefined : await homeless(api, plans));
  if (!waiting) {
    if (here) return "The plan lives in this channel.";
    return plans.length > 0
      ? "The plan lives in another channel."
      : "There is no plan yet. Once there is, its owner writes “use this channel” here.";
  }
  const [account, { owners }] = await Promise.all([
    api.conversations.getMemberById(channel, from.id),
    appStores.members.of(waiting.id),
  ]);
  const name = account.userPrincipalName;
  if (!name || !owners.some((loginName) => isLoginOf(loginName, name))) {
    return "The plan has no channel that the app can write to. To make it this one, its owner writes “use this channel” here.";
  }
  await appStores.channels.adopt(waiting.id, channel, waiting.channel);
  log("info", "channel adopted", { planId: waiting.id });
  return "The plan lives in this channel from now on.";
}

/** The newest plan whose channel is gone, or which the app was taken out of: Teams does not say who is there any more. */
async function homeless(
  api: Pick<Handling["api"], "conversations">,
  plans: readonly PlanSummary[],
): Promise<PlanSummary | undefined> {
  for (const plan of plans) {
    const closed = await api.conversations.getPagedMembers(plan.channel ?? "", 1).then(
      () => false,
      (cause: unknown) => closedChannel(cause) !== undefined,
    );
    if (closed) return plan;
  }
  return undefined;
}
