import type { DocumentKind } from "#documents/document-kind.ts";
import type { SiteChoice } from "./site-of-app.ts";

export interface ImportOptions extends SiteChoice {
  readonly json?: boolean;
  readonly kind?: DocumentKind;
  readonly dryRun?: boolean;
  readonly lead?: string[];
  readonly plan?: number;
  readonly new?: boolean;
  readonly agency?: string;
  readonly same?: string[];
  readonly acceptEdits?: boolean;
  readonly columns?: string;
  readonly anyway?: boolean;
}
