import type { Agency } from "#plan/plan.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { fetched } from "#tab/later/fetched.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { Button } from "@fluentui/react-components";
import { ArrowUploadRegular, LibraryRegular, LinkRegular } from "@fluentui/react-icons";
import { type DragEvent, lazy, Suspense, useId, useRef, useState } from "react";
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
  const add = (more: readonly EvidenceItem[]) => onChange((now) => [...now, ...more]);
  const alter = (id: string, change: Partial<EvidenceItem>) =>
    onChange((now) => now.map((item) => (item.id === id ? { ...item, ...change } : item)));
  function remove(item: EvidenceItem): void {
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
              item={item}
              uploads={uploads}
              problem={checked ? itemProblem(item, uploads.held) : undefined}
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
  const [over, setOver] = useState(false);
  const [library, setLibrary] = useState(false);
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    onAdd(uploads.take(event.dataTransfer.files));
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
          <ChooseFile id={id} onChosen={(files) => onAdd(uploads.take(files))} />
          <Button
            size="small"
            icon={<LibraryRegular />}
            aria-expanded={library}
            disabledFocusable={!agency}
            onClick={() => setLibrary(!library)}
          >
            Library
          </Button>
          <LinkButton onAdd={onAdd} />
        </div>
      </div>
      {library && agency && (
        <Suspense fallback={<p className="small muted">Reading the library…</p>}>
          <LibraryChoice agency={agency} taken={items} onAdd={(item) => onAdd([item])} />
        </Suspense>
      )}
    </>
  );
}

function ChooseFile(props: {
  readonly id: string;
  readonly onChosen: (files: Iterable<File>) => void;
}) {
  const { id, onChosen } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        id={id}
        size="small"
        icon={<ArrowUploadRegular />}
        onClick={() => input.current?.click()}
      >
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files of evidence"
        onChange={({ target }) => {
          onChosen([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </>
  );
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
