import { NotAllowedError, NotFoundError, SignInError } from "#plan/errors.ts";
import type { Role } from "#plan/permissions.ts";
import { fetched } from "#tab/later/fetched.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { PlanSkeleton } from "#tab/layout/PlanSkeleton.tsx";
import { Trouble } from "#tab/notice/Trouble.tsx";
import { useAgainQuietly } from "#tab/notice/use-again-quietly.ts";
import { useUsable } from "#tab/ports/use-usable.ts";
import { Button } from "@fluentui/react-components";
import { DocumentArrowUpRegular, DocumentSearchRegular } from "@fluentui/react-icons";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { SiteGone } from "./SiteGone.tsx";
import { SiteNotReady } from "./SiteNotReady.tsx";
import { useSite } from "./use-site.ts";

const ImportPlan = lazy(async () => ({
  default: (await fetched(() => import("#tab/import/ImportPlan.tsx"))).ImportPlan,
}));

interface FirstPlanProps {
  readonly onMade: (planId: number) => void;
  /** Looks for plans again: somebody else may have made one. */
  readonly onRetry: () => void;
  /** The same, and leaves this page as it is until there is one. */
  readonly onRetryQuietly?: (() => void) | undefined;
}

/** Where the site holds no plan: its owner makes the first one here; everybody else is told who can, and what is missing. */
export function FirstPlan({ onMade, onRetry, onRetryQuietly }: FirstPlanProps) {
  const { site, error, again } = useSite();
  useUsable(site !== undefined);
  const lookAgain = () => {
    again();
    onRetry();
  };
  if (error !== undefined) return <Refused {...{ error, lookAgain, again, onRetryQuietly }} />;
  if (!site) return <PlanSkeleton />;
  if (site.missing.length > 0)
    return <SiteNotReady site={site} onRetry={lookAgain} onRetryQuietly={onRetryQuietly} />;
  return <Making roles={site.roles} {...{ onMade, onRetry, onRetryQuietly }} />;
}

interface RefusedProps extends Pick<FirstPlanProps, "onRetryQuietly"> {
  readonly error: unknown;
  /** At the plans too. */
  readonly lookAgain: () => void;
  readonly again: () => void;
}

/** The site could not be looked at. */
function Refused({ error, lookAgain, again, onRetryQuietly }: RefusedProps) {
  const retry = { onRetry: lookAgain, onRetryQuietly };
  if (error instanceof NotFoundError) return <SiteGone error={error} {...retry} />;
  if (error instanceof NotAllowedError || error instanceof SignInError)
    return <Trouble opened={{ error }} {...retry} />;
  return <Trouble opened={{ error }} onRetry={again} />;
}

function Making({
  roles,
  onMade,
  onRetry,
  onRetryQuietly,
}: FirstPlanProps & { readonly roles: readonly Role[] }) {
  const [importing, setImporting] = useState(false);
  // What somebody is importing is not taken from them.
  useAgainQuietly(importing ? undefined : onRetryQuietly);
  if (importing)
    return (
      <Suspense fallback={<PlanSkeleton />}>
        <ImportPlan onImported={onMade} onBack={() => setImporting(false)} />
      </Suspense>
    );
  return mayMake(roles) ? (
    <Page
      icon={DocumentArrowUpRegular}
      title="Make the first plan"
      actions={
        <>
          <Button appearance="primary" onClick={() => setImporting(true)}>
            Import its document
          </Button>
          <Button onClick={onRetry}>Look again</Button>
        </>
      }
    >
      The site is ready and holds no plan yet. Bring in the document that the agencies agreed, as
      Word or Excel, or the regulator’s report: you see what was understood of it before anything is
      saved.
    </Page>
  ) : (
    <Page
      icon={DocumentSearchRegular}
      title="There is no plan here yet"
      actions={<Button onClick={onRetry}>Look again</Button>}
    >
      The site is ready, and holds no plan that you may see. A plan’s owner makes the first one, in
      this place or with the command <code>action-plan import</code>. If that is to be you, ask an
      administrator of the site to add you to its group “Inspection plan owners”.
    </Page>
  );
}

function mayMake(roles: readonly Role[]): boolean {
  return roles.includes("owner");
}

function Page({
  children,
  ...notice
}: Omit<Parameters<typeof Notice>[0], "whole"> & { readonly children: ReactNode }) {
  return (
    <main className="page">
      <Notice whole {...notice}>
        {children}
      </Notice>
    </main>
  );
}
