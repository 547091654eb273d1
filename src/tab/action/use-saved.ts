import type { Entry } from "#plan/record.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { useState } from "react";
import type { Note } from "./ActionNote.tsx";

interface SavedWays {
  readonly planId: number;
  readonly actionId: number;
  readonly onSaved: ViewProps["onSaved"];
  readonly readAgain: () => void;
}

/** After a save: the plan and the record catch up, the focus goes to the new line, posted cards follow. */
export function useSaved({ planId, actionId, onSaved, readAgain }: SavedWays) {
  const { cards } = usePorts();
  const announce = useAnnounce();
  const [line, setLine] = useState<string>();
  const [note, setNote] = useState<Note>();

  async function refresh(): Promise<void> {
    try {
      await cards.refresh(planId, actionId);
    } catch {
      setNote({
        words:
          "Saved. The card in the channel could not be brought up to date; the next change to the action will.",
      });
    }
  }
  async function follow(entry: Pick<Entry, "type" | "id">): Promise<void> {
    announce("Saved. It stands first in the record.");
    setNote(undefined);
    setLine(`${entry.type} ${entry.id}`);
    readAgain();
    await onSaved(entry);
    await refresh();
  }
  async function followEdit(): Promise<void> {
    announce("Saved.");
    setNote({ words: "Saved. The action reads as you changed it." });
    await onSaved();
    await refresh();
  }
  return {
    line,
    note,
    say: setNote,
    onSaved: (entry: Pick<Entry, "type" | "id">) => void follow(entry),
    onEdited: () => void followEdit(),
  };
}
