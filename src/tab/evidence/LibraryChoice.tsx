import { dayOf, formatDate } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { EvidenceFile } from "#usecases/ports/evidence.ts";
import { Button } from "@fluentui/react-components";
import { Input } from "@fluentui/react-input";
import { useEffect, useState } from "react";
import { type EvidenceItem, sizeInWords } from "./evidence-items.ts";
import { intoSight } from "./into-sight.ts";

interface LibraryChoiceProps {
  readonly agency: Agency;
  readonly taken: readonly EvidenceItem[];
  readonly onAdd: (item: EvidenceItem) => void;
}

/** What came of the try of that number. */
type Listed = { readonly of: Agency; readonly tries: number } & (
  | { readonly files: readonly EvidenceFile[] }
  | { readonly error: unknown }
);

/** The files that the agency has put into its evidence before, newest first. */
export function LibraryChoice({ agency, taken, onAdd }: LibraryChoiceProps) {
  const [listed, again] = useLibrary(agency);
  const [search, setSearch] = useState("");
  if (!listed) return <p className="small muted">Reading the library…</p>;
  if ("error" in listed)
    return (
      <div role="alert" className="small">
        The library could not be read. {messageOf(listed.error)}{" "}
        <Button size="small" onClick={again}>
          Try again
        </Button>
      </div>
    );
  const { files } = listed;
  if (files.length === 0)
    return (
      <p ref={intoSight} className="small muted">
        {agency.name} has put no file into the library yet.
      </p>
    );
  const found = files.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  return (
    <div ref={intoSight} className="evidence-library">
      {files.length > 5 && (
        <Input
          size="small"
          aria-label="Search the library"
          placeholder="Search the library"
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
      )}
      <ul>
        {found.map((file) => (
          <LibraryFile key={file.url} file={file} taken={taken} onAdd={onAdd} />
        ))}
      </ul>
      {found.length === 0 && <p className="small muted">No file is called so.</p>}
    </div>
  );
}

function LibraryFile(props: {
  readonly file: EvidenceFile;
  readonly taken: readonly EvidenceItem[];
  readonly onAdd: (item: EvidenceItem) => void;
}) {
  const { newKey } = usePorts();
  const { file, taken, onAdd } = props;
  const { name, url, kind, date = "" } = file;
  const there = taken.some((item) => item.url === url);
  return (
    <li>
      <span className="evidence-library-name">
        {name}
        <span className="small muted">
          {formatDate(dayOf(file.added))} · {sizeInWords(file.bytes)}
        </span>
      </span>
      <Button
        size="small"
        aria-label={`Add ${name}`}
        disabledFocusable={there}
        onClick={() => onAdd({ id: newKey(), source: "library", name, url, kind, date })}
      >
        {there ? "Added" : "Add"}
      </Button>
    </li>
  );
}

function useLibrary(agency: Agency): [listed: Listed | undefined, again: () => void] {
  const { evidence } = usePorts();
  const [listed, setListed] = useState<Listed>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const asked = { of: agency, tries };
    evidence()
      .then((store) => store.ofAgency(agency))
      .then(
        (files) => wanted && setListed({ ...asked, files }),
        (error: unknown) => wanted && setListed({ ...asked, error }),
      );
    return () => {
      wanted = false;
    };
  }, [evidence, agency, tries]);
  const now = listed?.of === agency && listed.tries === tries ? listed : undefined;
  return [now, () => setTries(tries + 1)];
}
