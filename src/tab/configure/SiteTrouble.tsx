import { NotFoundError } from "#plan/errors.ts";
import { PlanSkeleton } from "#tab/layout/PlanSkeleton.tsx";
import { Trouble } from "#tab/notice/Trouble.tsx";
import { SiteGone } from "./SiteGone.tsx";
import { SiteNotReady } from "./SiteNotReady.tsx";
import { useSite } from "./use-site.ts";

interface SiteTroubleProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Tries again and leaves this page as it is until it works. */
  readonly onRetryQuietly?: (() => void) | undefined;
}

/**
 * SharePoint refused a question: the site may not be there any more, or lack a list or a column by now, which says more
 * than the refusal.
 */
export function SiteTrouble({ error, onRetry, onRetryQuietly }: SiteTroubleProps) {
  const looked = useSite();
  if (!looked.site && looked.error === undefined) return <PlanSkeleton />;
  const again = () => {
    looked.again();
    onRetry();
  };
  if (looked.error instanceof NotFoundError)
    return <SiteGone error={looked.error} onRetry={again} {...{ onRetryQuietly }} />;
  if (!looked.site || looked.site.missing.length === 0)
    return <Trouble opened={{ error }} {...{ onRetry, onRetryQuietly }} />;
  return <SiteNotReady site={looked.site} onRetry={again} {...{ onRetryQuietly }} />;
}
