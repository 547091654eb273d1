import type { NamedWords } from "./rest-of-row.ts";

/** The rest of what was read of a row, behind the names of it. */
export function RestOfRow({ parts }: { readonly parts: readonly NamedWords[] }) {
  if (parts.length === 0) return null;
  return (
    <details>
      <summary className="small">{parts.map(({ name }) => name).join(", ")}</summary>
      <dl className="import-rest">
        {parts.map(({ name, words }) => (
          <div key={name}>
            <dt className="small">{name}</dt>
            <dd className="import-printed">{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
