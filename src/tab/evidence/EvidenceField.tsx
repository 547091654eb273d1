import type { Agency } from "#plan/plan.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { fetched } from "#tab/later/fetched.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { Button } from "@fluentui/react-components";
import { LibraryRegular, LinkRegular } from "@fluentui/react-icons";
import { counted } from "#plan/words.ts";
import { type DragEvent, lazy, Suspense, useId, useState } from "react";
import { ChooseFile } from "./ChooseFile.tsx";
import { EvidenceRow } from "./EvidenceRow.tsx";
import { type EvidenceItem, itemProblem } from "./evidence-items.ts";
import type { Uploads } from "./use-uploads.ts";
import "./evidence.css";

const LibraryChoice = lazy(async () => ({
  default: (await fetched(() => import("./LibraryChoice.tsx"))).LibraryChoice,
}));

interface EvidenceFieldProps {
  readonly items: readonly EvidenceItem[];
  readonly onChange: (change: (items: readonly EvidenceItem[]) => EvidenceItem[]) => void;
  readonly uploads: Uploads;
  /** Whose library to pick from; undefined while the speaker is not chosen. */
  readonly agency: Agency | undefined;
  /** Saving was tried: what is missing is shown. */
  readonly checked: boolean;
}

/** Evidence by file, from the library or as a link; each says what it shows, and of which day it is. */
export function EvidenceField({ items, onChange, uploads, agency, checked }: EvidenceFieldProps) {
  const label = useId();
  const announce = useAnnounce();
  const [added, setAdded] = useState<string>();
  const alter = (id: string, change: Partial<EvidenceItem>) =>
    onChange((now) => now.map((item) => (item.id === id ? { ...item, ...change } : item)));
  function add(more: readonly EvidenceItem[]): void {
    onChange((now) => [...now, ...more]);
    setAdded(more.at(0)?.id);
  }
  function remove(item: EvidenceItem): void {
    uploads.discard(item);
    onChange((now) => now.filter(({ id }) => id !== item.id));
    announce(`Taken out: ${item.name || "the link"}.`);
    document.getElementById(`${label}-choose`)?.focus();
  }
  return (
    <fieldset className="evidence">
      <legend>Evidence (optional)</legend>
      <DropArea id={`${label}-choose`} {...{ uploads, agency, items }} onAdd={add} />
      {items.length > 0 && (
        <ul className="evidence-items">
          {items.map((item) => (
            <EvidenceRow
              key={item.id}
              {...{ item, uploads, checked }}
              isNew={item.id === added}
              problem={itemProblem(item, uploads.bytesOf)}
              onChange={(change) => alter(item.id, change)}
              onRemove={() => remove(item)}
            />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

interface DropAreaProps extends Pick<EvidenceFieldProps, "items" | "uploads" | "agency"> {
  readonly id: string;
  readonly onAdd: (items: readonly EvidenceItem[]) => void;
}

/** Where files are dropped; the same by buttons, for everybody who does not drag. */
function DropArea({ id, items, uploads, agency, onAdd }: DropAreaProps) {
  const announce = useAnnounce();
  const [over, setOver] = useState(false);
  const [library, setLibrary] = useState(false);
  function take(files: Iterable<File>): void {
    const chosen = [...files];
    const more = uploads.take(chosen, items);
    announce(chosenWords(chosen.length, more.length));
    onAdd(more);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }
  function drag(event: DragEvent): void {
    event.preventDefault();
    setOver(true);
  }
  return (
    <>
      <div
        className={`evidence-drop ${over ? "evidence-drop-over" : ""}`}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className="small muted">Drop a file here, or</span>
        <div className="evidence-ways">
          <ChooseFile id={id} multiple label="Choose a file" onChosen={take} />
          <Button
            size="small"
            icon={<LibraryRegular />}
            aria-expanded={library}
            disabledFocusable={!agency}
            {...(agency ? {} : { title: "Choose first which agency you speak for" })}
            onClick={() => setLibrary(!library)}
          >
            Library
          </Button>
          <LinkButton onAdd={onAdd} />
        </div>
      </div>
      {library && agency && <Library {...{ agency, items, onAdd }} />}
    </>
  );
}

function Library({
  agency,
  items,
  onAdd,
}: Pick<DropAreaProps, "items" | "onAdd"> & { readonly agency: Agency }) {
  const announce = useAnnounce();
  function add(item: EvidenceItem): void {
    announce(`Added: ${item.name}.`);
    onAdd([item]);
  }
  return (
    <Suspense fallback={<p className="small muted">Reading the library…</p>}>
      <LibraryChoice agency={agency} taken={items} onAdd={add} />
    </Suspense>
  );
}

/** "2 files are added: say what each shows." */
function chosenWords(chosen: number, added: number): string {
  const more = added === 0 ? "" : `${counted(added, "file")} added: say what each shows.`;
  return [more, added < chosen ? "What stood here already is not added again." : ""]
    .filter(Boolean)
    .join(" ");
}

function LinkButton({ onAdd }: Pick<DropAreaProps, "onAdd">) {
  const { newKey } = usePorts();
  return (
    <Button
      size="small"
      icon={<LinkRegular />}
      onClick={() => onAdd([{ id: newKey(), source: "link", name: "", url: "", date: "" }])}
    >
      Link
    </Button>
  );
}
