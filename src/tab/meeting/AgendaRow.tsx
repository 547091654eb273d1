import type { Finding } from "#plan/checks.ts";
import type { AgendaItem } from "#plan/meeting.ts";
import { Button } from "@fluentui/react-components";
import { CheckmarkCircleFilled, ReOrderDotsVerticalRegular } from "@fluentui/react-icons";
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-menu";
import type { KeyboardEvent } from "react";
import { placeOfItem, useRoom } from "./room.ts";

interface AgendaRowProps {
  readonly item: AgendaItem;
  /** The recommendation's number. */
  readonly label: string;
  /** Something was written down about it. */
  readonly done: boolean;
  /** This person may move it and take it off. */
  readonly keeps: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: number) => void;
  readonly onTakeOff: () => void;
  readonly onDrag: () => void;
  /** Another item was dropped here. */
  readonly onDrop: () => void;
}

/** One item of the agenda: press it to go there. */
export function AgendaRow(props: AgendaRowProps) {
  const { item, label, done, keeps, onMove, onDrag, onDrop } = props;
  const { meeting, findings, go, leads } = useRoom();
  const now = meeting.now?.agendaItem === item.id && meeting.ended === undefined;
  const asked = words(item, findings);

  function key(event: KeyboardEvent): void {
    if (!keeps || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  }
  return (
    <li
      className={`meet-item ${now ? "meet-item-now" : ""}`}
      aria-current={now ? "true" : undefined}
    >
      {keeps && <Handle {...props} onKey={key} onDragStart={onDrag} />}
      <button
        type="button"
        className="meet-item-go"
        title={leads ? "Take everybody there" : "Look at it"}
        onClick={() => go(placeOfItem(item))}
        onKeyDown={key}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          onDrop();
        }}
      >
        <b className="clamp" title={label}>
          {label}
        </b>
        <span className="meet-item-words">
          <span className="clamp" title={asked}>
            {asked}
          </span>
          <span className="small muted">{now ? "Now" : `${item.minutes} minutes`}</span>
        </span>
        {done && <CheckmarkCircleFilled fontSize={16} aria-label="Done" />}
      </button>
    </li>
  );
}

/** A check's item as short as what it found; what has been put right since, and what people ask, as it is asked. */
function words(item: AgendaItem, findings: readonly Finding[] = []): string {
  const found = findings.find(
    ({ check, recommendationId, actionId }) =>
      `check:${check}` === item.source &&
      recommendationId === item.recommendationId &&
      actionId === item.actionId,
  );
  return found ? `${found.agency}: ${found.says}` : item.question;
}

interface HandleProps extends AgendaRowProps {
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onDragStart: () => void;
}

/** Dragged by the pointer; pressed, it offers the same moves, and the keys work on it too. */
function Handle({ label, first, last, onMove, onTakeOff, onKey, onDragStart }: HandleProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className="meet-handle"
          appearance="transparent"
          size="small"
          draggable
          icon={<ReOrderDotsVerticalRegular />}
          aria-label={`Move ${label}`}
          title="Drag, or press Alt and an arrow key"
          onKeyDown={onKey}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            // Without data Firefox drags nothing.
            event.dataTransfer.setData("text/plain", label);
            onDragStart();
          }}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={first} onClick={() => onMove(-1)}>
            Move up
          </MenuItem>
          <MenuItem disabled={last} onClick={() => onMove(1)}>
            Move down
          </MenuItem>
          <MenuItem onClick={onTakeOff}>Take off the agenda</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
