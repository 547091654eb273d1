import { createContext, type ReactNode, use, useCallback, useState } from "react";

const AnnounceContext = createContext<(words: string) => void>(() => {});

/** Says something to a screen reader when it has finished what it is reading; moves nothing. */
export function useAnnounce(): (words: string) => void {
  return use(AnnounceContext);
}

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: "", times: 0 });
  const announce = useCallback(
    (words: string) => setSaid(({ times }) => ({ words, times: times + 1 })),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <output aria-live="polite" className="said">
        {/* The key makes the same words twice a change that is read twice. */}
        <span key={said.times}>{said.words}</span>
      </output>
    </AnnounceContext>
  );
}
