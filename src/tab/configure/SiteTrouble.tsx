import { PlanSkeleton } from "#tab/layout/PlanSkeleton.tsx";
import { Trouble } from "#tab/notice/Trouble.tsx";
import { SiteNotReady } from "./SiteNotReady.tsx";
import { useSite } from "./use-site.ts";

interface SiteTroubleProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** SharePoint refused a question: the site may lack a list or a column by now, which says more than the refusal. */
export function SiteTrouble({ error, onRetry }: SiteTroubleProps) {
  const looked = useSite();
  if (!looked.site && looked.error === undefined) return <PlanSkeleton />;
  if (!looked.site || looked.site.missing.length === 0)
    return <Trouble opened={{ error }} onRetry={onRetry} />;
  const again = () => {
    looked.again();
    onRetry();
  };
  return <SiteNotReady site={looked.site} onRetry={again} />;
}
