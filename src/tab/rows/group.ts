import type { ActionView, RecommendationView } from "./plan-view.ts";

/** Actions that stand together under a heading. */
export interface Group {
  /** Unique and the same for ever, so that it stays open or closed: `recommendation/3`, `agency/ICB`, `month/2026-11`. */
  readonly key: string;
  /** "2.1", "ICB"; empty where the title says it all. */
  readonly label: string;
  /** The recommendation's text, an agency's full name, "November 2026". */
  readonly title: string;
  /** Where it is a recommendation. */
  readonly view?: RecommendationView;
  readonly actions: readonly ActionView[];
}
