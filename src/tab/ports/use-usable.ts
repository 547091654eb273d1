import { useEffect } from "react";
import { usePorts } from "./ports.ts";

/** Tells Teams that the tab can be used, once it can. */
export function useUsable(usable: boolean): void {
  const { host } = usePorts();
  useEffect(() => {
    if (usable) host.usable();
  }, [host, usable]);
}
