import { createContext, use } from "react";

const RemovedContext = createContext(false);

/** Whether what the forms here are about has been taken out of the plan, so that nothing more can be said of it. */
export function useRemoved(): boolean {
  return use(RemovedContext);
}

export const Removed = RemovedContext.Provider;
