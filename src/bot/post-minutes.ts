import { minutesCard } from "#cards/minutes-card.ts";
import { NotFoundError, RefusedError } from "#plan/errors.ts";
import type { AppStores, Links } from "./bot-options.ts";
import { cardMessage } from "./card-message.ts";
import { noChannel } from "./posted-cards.ts";
import type { Send } from "./send-queue.ts";

/**
 * Posts what a meeting that has ended decided and asked into the plan's channel, once however often it is asked for. Throws
 * NotFoundError, RefusedError before its end and while the plan has no channel.
 */
export async function postMinutes(
  {
    appStores,
    send,
    links,
  }: {
    readonly appStores: AppStores;
    readonly send: Send;
    readonly links: Pick<Links, "plan">;
  },
  planId: number,
  meetingId: number,
): Promise<void> {
  const meeting = await appStores.meetings.open(meetingId);
  if (meeting.planId !== planId) throw new NotFoundError("This plan has no such meeting.");
  if (meeting.ended === undefined) throw new RefusedError("The meeting has not ended yet.");
  const [open, record] = await Promise.all([
    appStores.plans.open(planId),
    appStores.meetings.record(meetingId),
  ]);
  if (open.plan.channel === undefined) throw new RefusedError(noChannel);
  if (!(await appStores.posts.first(`minutes-${meetingId}`))) return;
  const card = minutesCard({ ...open, meeting, record }, { link: links.plan(planId) });
  await send(open.plan.channel, cardMessage(card));
}
