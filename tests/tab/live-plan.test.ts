import {
  AlteredSiteError,
  NotAllowedError,
  NotFoundError,
  SignInError,
  TakenOutError,
  UnavailableError,
} from "#plan/errors.ts";
import { pauseAfter } from "#tab/live/follower.ts";
import { livePlan } from "#tab/live/live-plan.ts";
import type { Surroundings } from "#tab/live/surroundings.ts";
import type { OpenPlan, PlanStore } from "#usecases/ports/plans.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { anOpenPlan, anUpdate } from "./support/a-plan.ts";

/** A browser tab that a test can hide, show, cut off and connect. */
function aTab() {
  const now = { visible: true, online: true };
  const listeners = new Set<() => void>();
  const around: Surroundings = {
    visible: () => now.visible,
    online: () => now.online,
    now: () => new Date(),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const become = (next: Partial<typeof now>) => {
    Object.assign(now, next);
    for (const listener of listeners) listener();
  };
  return { around, become };
}

/** A store whose answers to "what is new?" are told beforehand; it counts how often it was asked. */
function aStore(answers: (OpenPlan | Error | undefined)[] = []) {
  const asked: OpenPlan[] = [];
  const plans: PlanStore = {
    list: async () => [],
    openNewest: async () => undefined,
    open: async () => anOpenPlan(),
    withStrays: async () => undefined,
    changesSince: async (open) => {
      asked.push(open);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { plans, asked };
}

describe("a plan that is followed", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("stands as it is while it is held, however often the tab is shown, and goes on afterwards", async () => {
    const tab = aTab();
    const { plans, asked } = aStore();
    const followed = livePlan(plans, anOpenPlan(), tab.around);
    const stop = followed.follow();
    const [release, releaseOther] = [followed.hold(), followed.hold()];
    tab.become({ visible: false });
    tab.become({ visible: true });
    await vi.advanceTimersByTimeAsync(20_000);
    releaseOther();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveLength(0);
    await followed.check();
    expect(asked).toHaveLength(1);
    release();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(asked).toHaveLength(2);
    stop();
  });

  it("asks every four seconds while the tab is visible, and not once it is hidden", async () => {
    const tab = aTab();
    const { plans, asked } = aStore();
    const stop = livePlan(plans, anOpenPlan(), tab.around).follow();
    await vi.advanceTimersByTimeAsync(12_500);
    expect(asked).toHaveLength(3);
    tab.become({ visible: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(3);
    tab.become({ visible: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(4);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(4);
  });

  it("asks no more where it is hidden while it is asking", async () => {
    const tab = aTab();
    const { plans, asked } = aStore();
    const stop = livePlan(plans, anOpenPlan(), tab.around).follow();
    vi.advanceTimersByTime(4000);
    tab.become({ visible: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    stop();
  });

  it("goes on from what came last, and keeps what was there before", async () => {
    const first = anOpenPlan();
    const second = anOpenPlan([anUpdate()], { changeToken: "2" });
    const { plans, asked } = aStore([second]);
    const live = livePlan(plans, first, aTab().around);
    await live.check();
    expect(live.current()).toMatchObject({ open: second, before: first });
    await live.check();
    expect(asked).toEqual([first, second]);
    expect(live.current()).toMatchObject({ open: second, before: first });
  });

  it("says that SharePoint does not answer, waits longer each time, and recovers by itself", async () => {
    const failure = new UnavailableError("busy");
    const { plans, asked } = aStore([failure, failure]);
    const live = livePlan(plans, anOpenPlan(), aTab().around);
    const stop = live.follow();
    await vi.advanceTimersByTimeAsync(4000);
    expect(live.current().trouble).toBe("unavailable");
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.length).toBeGreaterThan(2);
    expect(live.current().trouble).toBeUndefined();
    stop();
  });

  it("says that SharePoint does not answer while a line that took the question gives no answer", async () => {
    const { plans } = aStore();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const live = livePlan({ ...plans, changesSince: () => promise }, anOpenPlan(), aTab().around);
    const stop = live.follow();
    await vi.advanceTimersByTimeAsync(23_000);
    expect(live.current().trouble).toBeUndefined();
    await vi.advanceTimersByTimeAsync(2000);
    expect(live.current().trouble).toBe("unavailable");
    resolve(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(live.current().trouble).toBeUndefined();
    stop();
  });

  it("says that the person has to sign in, and recovers once they have", async () => {
    const { plans } = aStore([new SignInError("Sign in again.")]);
    const live = livePlan(plans, anOpenPlan(), aTab().around);
    await live.check();
    expect(live.current().trouble).toBe("sign-in");
    await live.check();
    expect(live.current().trouble).toBeUndefined();
  });

  it("says that the plan is no longer theirs to see, or gone, and recovers where it comes back", async () => {
    const { plans } = aStore([new NotAllowedError("Not you."), new NotFoundError("Gone.")]);
    const live = livePlan(plans, anOpenPlan(), aTab().around);
    for (const trouble of ["refused", "refused", undefined]) {
      await live.check();
      expect(live.current().trouble).toBe(trouble);
    }
  });

  it("says when it asks again where the service asked for a wait, and what of the site is no longer as it was", async () => {
    const { plans } = aStore([
      new UnavailableError("busy", { retryAfter: 120 }),
      new AlteredSiteError("read it", "Actions.Due"),
      new TakenOutError("Gone."),
    ]);
    const live = livePlan(plans, anOpenPlan(), aTab().around);
    const from = Date.now();
    await live.check();
    expect(live.current().trouble).toBe("busy");
    expect((live.current().again?.getTime() ?? 0) - from).toBeGreaterThanOrEqual(120_000);
    await live.check();
    expect(live.current()).toMatchObject({ trouble: "altered", again: undefined });
    expect(live.current().says).toContain("no column “Actions.Due” any more");
    await live.check();
    expect(live.current()).toMatchObject({ trouble: "gone", says: undefined });
    await live.check();
    expect(live.current().trouble).toBeUndefined();
  });

  it("asks with its first look, and then no more, for what belongs to it and says so nowhere", async () => {
    const whole = anOpenPlan([anUpdate()], { changeToken: "2" });
    const { plans } = aStore();
    const asked: OpenPlan[] = [];
    const withStrays = async (open: OpenPlan) => {
      asked.push(open);
      return whole;
    };
    const live = livePlan({ ...plans, withStrays }, anOpenPlan(), aTab().around);
    await live.check();
    await live.check();
    expect(live.current().open).toBe(whole);
    expect(asked).toHaveLength(1);
  });

  it("waits as long as the service asks", () => {
    expect(pauseAfter(1, new UnavailableError("busy", { retryAfter: 90 }))).toBeGreaterThanOrEqual(
      90_000,
    );
    expect(pauseAfter(1, new Error("?"))).toBeLessThan(5000);
    expect(pauseAfter(20, new Error("?"))).toBeLessThanOrEqual(72_000);
  });

  it("says so when the network is gone, asks nothing, and looks at once when it is back", async () => {
    const tab = aTab();
    const { plans, asked } = aStore();
    const live = livePlan(plans, anOpenPlan(), tab.around);
    const stop = live.follow();
    tab.become({ online: false });
    expect(live.current().trouble).toBe("offline");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(0);
    tab.become({ online: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(1);
    expect(live.current().trouble).toBeUndefined();
    stop();
  });

  it("looks once more for somebody who saved while it was looking", async () => {
    const { plans, asked } = aStore();
    const live = livePlan(plans, anOpenPlan(), aTab().around);
    await Promise.all([live.check(), live.check()]);
    expect(asked.length).toBeGreaterThanOrEqual(1);
    await live.check();
    expect(asked.length).toBeGreaterThanOrEqual(2);
  });
});
