import type { ReactNode } from "react";

/** Words for a screen reader, where the eye is told in another way. */
export function Said({ children }: { children: ReactNode }) {
  return <span className="said">{children}</span>;
}
