import type { Table } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import type { DocumentFinding } from "../plan-document.ts";

/** The findings of a report that stand with a plan: a paragraph, what it says, and the recommendations it led to. */
export function findingsInTable({ rows }: Table): readonly DocumentFinding[] | undefined {
  const [heading, ...others] = rows;
  const [paragraph = "", finding = "", ledTo = "", ...more] = (heading?.cells ?? []).map(textOf);
  const isHeading =
    /^para(?:graph)?s?\b/i.test(paragraph) &&
    /^findings?$/i.test(finding) &&
    /\brecommendations?$/i.test(ledTo) &&
    more.length === 0;
  if (!isHeading) return undefined;
  return others.flatMap(({ cells }) => {
    const [number = "", text = "", refs = ""] = cells.map(textOf);
    const recommendations = refs.split(/[,;\s]+/).filter(Boolean);
    return number && text ? [{ paragraph: number, text, recommendations }] : [];
  });
}
