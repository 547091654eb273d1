import { Notice } from "#tab/notice/Notice.tsx";
import { useAgainQuietly } from "#tab/notice/use-again-quietly.ts";
import { counted } from "#plan/words.ts";
import { listInWords } from "#tab/words/words.ts";
import type { SiteState } from "#usecases/ports/site.ts";
import { Button } from "@fluentui/react-components";
import { DatabaseWarningRegular } from "@fluentui/react-icons";

interface SiteNotReadyProps {
  readonly site: SiteState;
  readonly onRetry: () => void;
  /** Tries again and leaves this page as it is until it works. */
  readonly onRetryQuietly?: (() => void) | undefined;
}

/** More of what is missing than this is only counted. */
const mostNamed = 4;

/** The site lacks something that plans need, or the reader may not see it: what, who makes it, and with what. */
export function SiteNotReady({ site, onRetry, onRetryQuietly }: SiteNotReadyProps) {
  useAgainQuietly(onRetryQuietly);
  const { missing, administers } = site;
  const named = missing.slice(0, mostNamed);
  const more = missing.length - named.length;
  const all = more > 0 ? [...named, counted(more, "more thing")] : named;
  return (
    <main className="page">
      <Notice
        whole
        icon={DatabaseWarningRegular}
        title="This site is not ready for a plan"
        actions={<Button onClick={onRetry}>Look again</Button>}
      >
        You cannot see {listInWords(all)}.{" "}
        {administers ? "You administer this site: run" : "Ask an administrator of the site to run"}{" "}
        <code>action-plan provision --owner NAME</code>, which makes what is missing and says who
        owns plans here. {administers ? "Then look again." : ""}
        {!administers &&
          "If that was done already, you are in none of its groups: ask them to add you to “Inspection plan owners” to make a plan, or to “Inspection plan readers” to read one."}
      </Notice>
    </main>
  );
}
