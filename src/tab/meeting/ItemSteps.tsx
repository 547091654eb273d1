import type { AgendaItem } from "#plan/meeting.ts";
import { Button } from "@fluentui/react-components";
import { ChevronLeftRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { placeOfItem, refOf, type Room, useRoom } from "./room.ts";

/** Which item of the agenda is shown, and the ones before and after it. */
export function ItemSteps() {
  const room = useRoom();
  const { agenda } = room.meeting;
  const at = agenda.findIndex(({ id }) => id === room.place?.agendaItem);
  if (agenda.length === 0 || !mayStep(room)) return null;
  return (
    <div className="meet-steps">
      <span className="muted">
        {at < 0 ? `${agenda.length} items` : `Item ${at + 1} of ${agenda.length}`}
      </span>
      <Step item={agenda[at - 1]} way="Previous" />
      <Step item={agenda[at + 1]} way="Next" />
    </div>
  );
}

/** The chair, and whoever looks around; where one follows there is nothing to step through. */
function mayStep({ leads, away, meeting }: Room): boolean {
  return away || meeting.ended !== undefined || (leads && meeting.now !== undefined);
}

function Step({ item, way }: { item: AgendaItem | undefined; way: "Previous" | "Next" }) {
  const { go, view } = useRoom();
  const label = item ? `${way} item: ${refOf(view, item.recommendationId)}` : `${way} item`;
  return (
    <Button
      appearance="subtle"
      icon={way === "Previous" ? <ChevronLeftRegular /> : <ChevronRightRegular />}
      aria-label={label}
      title={label}
      disabledFocusable={!item}
      onClick={() => item && go(placeOfItem(item))}
    />
  );
}
