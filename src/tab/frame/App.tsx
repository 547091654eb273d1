import { AlteredSiteError, NotFoundError, PlanError, UnavailableError } from "#plan/errors.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { PlanPage } from "./PlanPage.tsx";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { asksForMine, isPersonal, planIdOf, withoutPlan, withPlan } from "#tab/teams/address.ts";
import { fetched } from "#tab/later/fetched.ts";
import type { Opened } from "#tab/ports/open-plan.ts";
import { PlanSkeleton } from "#tab/layout/PlanSkeleton.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { useUsable } from "#tab/ports/use-usable.ts";

const MinePage = lazy(async () => ({
  default: (await fetched(() => import("#tab/mine/MinePage.tsx"))).MinePage,
}));

const FirstPlan = lazy(async () => ({
  default: (await fetched(() => import("#tab/configure/FirstPlan.tsx"))).FirstPlan,
}));

const Trouble = lazy(async () => ({
  default: (await fetched(() => import("#tab/notice/Trouble.tsx"))).Trouble,
}));

const SiteTrouble = lazy(async () => ({
  default: (await fetched(() => import("#tab/configure/SiteTrouble.tsx"))).SiteTrouble,
}));

export interface AppProps {
  /** On its way; undefined where the address asks for no plan but for what is the reader's own. */
  readonly first: Promise<Opened> | undefined;
  /** Opens a plan, the newest where none is named. Never throws. */
  readonly openPlan: (planId?: number) => Promise<Opened>;
}

/** One plan at a time, or what is the reader's own in all; and what to do where none can be opened. */
export function App({ first, openPlan }: AppProps) {
  const [shown, setShown] = useState<Opened | "mine" | undefined>(first ? undefined : "mine");
  // No Suspense: React keeps a fallback for a third of a second, however soon the answer comes.
  useEffect(() => void first?.then((opened) => flushSync(() => setShown(opened))), [first]);
  useUsable(isPlan(shown));
  const plans = usePlans(shown === "mine" ? undefined : shown);

  async function show(planId?: number): Promise<void> {
    setShown(undefined);
    setShown(await openPlan(planId));
  }
  function choose(planId: number, place = "plan"): void {
    const address = withPlan(new URL(window.location.href), planId);
    // What a link had opened is in another plan.
    address.hash = place;
    window.history.pushState(null, "", address);
    remember(address);
    void show(planId);
  }
  function goToMine(): void {
    const address = withoutPlan(new URL(window.location.href));
    window.history.replaceState(null, "", address);
    remember(address);
    setShown("mine");
  }
  const remember = useOtherPlanOnWayBack((address) => {
    if (asksForMine(address)) setShown("mine");
    else void show(planIdOf(address.search));
  });
  if (!shown) return <PlanSkeleton />;
  if (shown === "mine")
    return (
      <Suspense fallback={<PlanSkeleton />}>
        <MinePage onOpen={choose} />
      </Suspense>
    );
  if ("open" in shown)
    return (
      <PlanPage
        key={shown.open.plan.id}
        first={shown.open}
        plans={plans}
        onChoose={choose}
        onMine={isPersonal(window.location.search) ? goToMine : undefined}
      />
    );
  const again = () => void show(planIdOf(window.location.search));
  const later = () => void openLater(openPlan, shown).then((opened) => opened && setShown(opened));
  return <NotOpened opened={shown} onMade={choose} onRetry={again} onRetryQuietly={later} />;
}

/**
 * The way back may lead to another plan than the one that was gone to last, or to what is the reader's own. The answer
 * remembers where that was.
 */
function useOtherPlanOnWayBack(go: (address: URL) => void): (address: URL) => void {
  const last = useRef(window.location.search);
  const follow = useEffectEvent(() => {
    const address = new URL(window.location.href);
    if (address.search === last.current) return;
    last.current = address.search;
    go(address);
  });
  useEffect(() => {
    const listener = () => follow();
    window.addEventListener("popstate", listener);
    return () => window.removeEventListener("popstate", listener);
  }, []);
  return (address) => {
    last.current = address.search;
  };
}

/** Undefined where there is nothing else to tell than is told, or SharePoint is out of reach just now. */
async function openLater(
  openPlan: AppProps["openPlan"],
  told: Opened,
): Promise<Opened | undefined> {
  const opened = await openPlan(planIdOf(window.location.search));
  if ("empty" in opened) return "empty" in told ? undefined : opened;
  if (!("error" in opened)) return opened;
  const { error } = opened;
  const same = "error" in told && messageOf(told.error) === messageOf(error);
  return same || error instanceof UnavailableError ? undefined : opened;
}

function isPlan(shown: Opened | "mine" | undefined): boolean {
  return shown !== undefined && shown !== "mine" && "open" in shown;
}

interface NotOpenedProps {
  readonly opened: Exclude<Opened, { readonly open: unknown }>;
  readonly onMade: (planId: number) => void;
  readonly onRetry: () => void;
  readonly onRetryQuietly: () => void;
}

/** Nothing to show: the site holds no plan, or not even the lists of one; else what is wrong. */
function NotOpened({ opened, onMade, ...retry }: NotOpenedProps) {
  return (
    <Suspense fallback={<PlanSkeleton />}>
      {"empty" in opened ? (
        <FirstPlan onMade={onMade} {...retry} />
      ) : (
        <Failed error={opened.error} onMade={onMade} {...retry} />
      )}
    </Suspense>
  );
}

function Failed({
  error,
  onMade,
  onRetry,
  onRetryQuietly,
}: Omit<NotOpenedProps, "opened"> & { error: unknown }) {
  const isAsked = planIdOf(window.location.search) !== undefined;
  const retry = { onRetry, onRetryQuietly };
  if (error instanceof NotFoundError && !isAsked) return <FirstPlan onMade={onMade} {...retry} />;
  // Where it was not said in words for people, or something is not there, what the site lacks may be why.
  const saysMore = error instanceof NotFoundError || error instanceof AlteredSiteError;
  if (saysMore || !(error instanceof PlanError)) return <SiteTrouble error={error} {...retry} />;
  return <Trouble opened={{ error }} {...retry} />;
}

/**
 * The site's plans, where the reader may choose one: a channel's tab names its plan in the address, and asks for no
 * others.
 */
function usePlans(opened: Opened | undefined): readonly PlanSummary[] {
  const { plans } = usePorts();
  const told = opened && "open" in opened ? opened.plans : undefined;
  const [asked, setAsked] = useState<readonly PlanSummary[]>([]);
  const ready = opened !== undefined && "open" in opened && told === undefined;
  const wanted = ready && new URLSearchParams(window.location.search).has("choose");
  useEffect(() => {
    if (!wanted) return;
    // Without the list there is no menu of plans; the plan itself is there.
    plans.list().then(setAsked, () => setAsked([]));
  }, [plans, wanted]);
  return told ?? asked;
}
