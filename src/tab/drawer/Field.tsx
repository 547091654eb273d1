import type { ReactNode } from "react";

/** One field of a list of fields; nothing where it is empty. */
export function Field({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === "") return null;
  return (
    <>
      <dt className="small">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
