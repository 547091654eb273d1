import { minutesOf } from "#plan/agenda.ts";
import { mayDecide } from "#plan/permissions.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { Said } from "#tab/notice/Said.tsx";
import { moveInAgenda, takeOffAgenda } from "#usecases/meeting/keep-agenda.ts";
import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { AddToAgenda } from "./AddToAgenda.tsx";
import { AgendaRow } from "./AgendaRow.tsx";
import { refOf, useRoom } from "./room.ts";
import { useKeptPlace } from "./use-kept-place.ts";

/** What is talked about, in order; the group adds to it, and moves items by dragging or with Alt and an arrow. */
export function AgendaPart() {
  const { meeting, view } = useRoom();
  const [adding, setAdding] = useState(false);
  const part = useRef<HTMLElement>(null);
  const { agenda } = meeting;
  const keeps = mayDecide(view.open.me) && meeting.ended === undefined;
  return (
    <section ref={part} className="meet-part" aria-labelledby="meet-agenda">
      <div className="meet-part-head">
        <h2 id="meet-agenda">Agenda</h2>
        <Progress />
        <span className="grow" />
        {keeps && !adding && (
          <Button
            className="meet-agenda-add"
            size="small"
            appearance="subtle"
            icon={<AddRegular />}
            onClick={() => setAdding(true)}
          >
            Add
            <Said> to the agenda</Said>
          </Button>
        )}
      </div>
      {adding && (
        <AddToAgenda
          onDone={() => {
            // The form goes away with what has the keyboard.
            flushSync(() => setAdding(false));
            part.current?.querySelector<HTMLElement>(".meet-agenda-add")?.focus();
          }}
        />
      )}
      <Items keeps={keeps} />
      {agenda.length === 0 && <p className="muted">Nothing is on the agenda yet.</p>}
    </section>
  );
}

/** How far the group has come; before it begins, how long it will take. */
function Progress() {
  const { meeting, said } = useRoom();
  const { agenda } = meeting;
  const left = said.notReached.length;
  return (
    <span className="small muted">
      {left < agenda.length
        ? `${agenda.length - left} of ${agenda.length} done`
        : `${minutesOf(agenda)} minutes`}
    </span>
  );
}

function Items({ keeps }: { keeps: boolean }) {
  const { meeting, view, said, act, store } = useRoom();
  const announce = useAnnounce();
  const [dragged, setDragged] = useState<string>();
  const { agenda } = meeting;
  const kept = useKeptPlace(".meet-agenda-add");
  const done = new Set(said.items.map(({ recommendation }) => recommendation.id));

  async function move(id: string, to: number): Promise<void> {
    if (to < 0 || to >= agenda.length || agenda[to]?.id === id) return;
    const moved = await act((led) => moveInAgenda({ meetings: store }, led, { id, to }));
    if (moved) announce(`Moved to place ${to + 1} of ${agenda.length}.`);
  }
  async function takeOff(id: string, label: string): Promise<void> {
    if (await act((led) => takeOffAgenda({ meetings: store }, led, id)))
      announce(`${label} is off the agenda.`);
  }
  return (
    <ol className="meet-agenda" {...kept}>
      {agenda.map((item, index) => (
        <AgendaRow
          key={item.id}
          item={item}
          label={refOf(view, item.recommendationId)}
          done={done.has(item.recommendationId)}
          keeps={keeps}
          first={index === 0}
          last={index === agenda.length - 1}
          onTakeOff={() => void takeOff(item.id, refOf(view, item.recommendationId))}
          onMove={(by) => void move(item.id, index + by)}
          onDrag={() => setDragged(item.id)}
          onDrop={() => dragged !== undefined && void move(dragged, index)}
        />
      ))}
    </ol>
  );
}
