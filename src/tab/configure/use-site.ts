import { usePorts } from "#tab/ports/ports.ts";
import type { SiteState } from "#usecases/ports/site.ts";
import { useEffect, useState } from "react";

interface LookedAt {
  /** Undefined until it was looked at. */
  readonly site?: SiteState;
  readonly error?: unknown;
  readonly again: () => void;
}

/** Whether plans can be kept on this site, and what the reader may do there. */
export function useSite(): LookedAt {
  const { site } = usePorts();
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<Omit<LookedAt, "again"> & { readonly tries: number }>();
  useEffect(() => {
    let wanted = true;
    const look = async () => (await site()).look();
    look().then(
      (state) => wanted && setFound({ tries, site: state }),
      (error: unknown) => wanted && setFound({ tries, error }),
    );
    return () => {
      wanted = false;
    };
  }, [site, tries]);
  const again = () => setTries(tries + 1);
  return found?.tries === tries ? { ...found, again } : { again };
}
