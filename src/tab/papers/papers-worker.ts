import type { Papers } from "#usecases/read-papers.ts";
import type { PaperKind } from "./paper-kinds.ts";

/** What the page asks of the worker. */
export interface PaperRequest {
  readonly kind: PaperKind;
  readonly papers: Papers;
}

export type PaperAnswer =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly problem: string };

/** Each is loaded only when it is written. */
const writers: Readonly<Record<PaperKind, (papers: Papers) => Promise<Uint8Array>>> = {
  highlight: async ({ report }) =>
    (await import("#documents/write/write-highlight-report.ts")).writeHighlightReport(report),
  scrutiny: async ({ pack }) =>
    (await import("#documents/write/write-scrutiny-pack.ts")).writeScrutinyPack(pack),
  board: async ({ report }) =>
    (await import("#documents/write/write-board-cover.ts")).writeBoardCover(report),
};

self.addEventListener("message", ({ data }: MessageEvent<PaperRequest>) => {
  void answer(data).then((made) => self.postMessage(made, { transfer: [] }));
});

async function answer({ kind, papers }: PaperRequest): Promise<PaperAnswer> {
  try {
    return { bytes: new Uint8Array(await writers[kind](papers)) };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
