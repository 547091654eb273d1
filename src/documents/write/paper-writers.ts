import type { HighlightReport, ScrutinyPack } from "#plan/papers.ts";

/** What papers are written from. */
export interface PaperSources {
  readonly report: HighlightReport;
  readonly pack: ScrutinyPack;
}

export const paperKinds = ["highlight", "scrutiny", "board"] as const;

export type PaperKind = (typeof paperKinds)[number];

/** What writes each paper as a Word document; the code of each is loaded only when it is written. */
export const paperWriters: Readonly<
  Record<PaperKind, (sources: PaperSources) => Promise<Uint8Array>>
> = {
  highlight: async ({ report }) =>
    (await import("./write-highlight-report.ts")).writeHighlightReport(report),
  scrutiny: async ({ pack }) => (await import("./write-scrutiny-pack.ts")).writeScrutinyPack(pack),
  board: async ({ report }) => (await import("./write-board-cover.ts")).writeBoardCover(report),
};
