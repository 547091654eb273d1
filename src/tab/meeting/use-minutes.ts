import { usePorts } from "#tab/ports/ports.ts";
import { keepMinutes } from "#usecases/meeting/end-meeting.ts";
import { useRoom } from "./room.ts";

/**
 * Makes the minutes of a meeting that has ended, where they are not made yet, and posts them to the plan's channel. Each
 * of the two can be tried again: what is done is not done twice.
 */
export function useMinutes(): () => Promise<void> {
  const { act, store, view } = useRoom();
  const { cards } = usePorts();
  const { open } = view;
  return async () => {
    const kept = await act(async ({ me, meeting: { id } }) => {
      const meeting = await store.open(id);
      return keepMinutes({ meetings: store, write }, { me, open, meeting });
    });
    if (!kept) return;
    await act(async ({ meeting: { id, planId } }) => {
      await cards.postMinutes(planId, id);
      return store.open(id);
    });
  };
}

/** Word is written by what is larger than all the rest of the tab, so it is fetched only now. */
const write: Parameters<typeof keepMinutes>[0]["write"] = async (minutes) =>
  (await import("#documents/write/write-minutes.ts")).writeMinutes(minutes);
