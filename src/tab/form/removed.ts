import { RefusedError } from "#plan/errors.ts";
import { createContext, use } from "react";

/** What the forms at a place are about. */
export interface Subject {
  /** It has been taken out of the plan, so that nothing more can be said of it. */
  readonly removed: boolean;
  /** Whether it is still there, asked for anew where that is not known of this moment. */
  readonly isThere: () => Promise<boolean>;
}

const SubjectContext = createContext<Subject>({ removed: false, isThere: async () => true });

/** What the forms here are about; outside a drawer nothing that could be taken out. */
export function useSubject(): Subject {
  return use(SubjectContext);
}

export const SubjectOfForms = SubjectContext.Provider;

/** What throws RefusedError where it was taken out meanwhile: nothing is saved onto nothing. */
export function useRefusal(): () => Promise<void> {
  const { isThere } = useSubject();
  return async () => {
    if (!(await isThere()))
      throw new RefusedError("It was taken out of the plan while you wrote. Nothing was saved.");
  };
}
