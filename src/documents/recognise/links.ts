import type { Cell, Paragraph } from "../model/blocks.ts";
import { paragraphsOf } from "../model/cell-text.ts";
import type { DocumentLink } from "../plan-document.ts";
import type { DraftAction } from "./draft.ts";

/** Where the words of a cell lead; a link is one however many runs its words are cut into. */
export function linksIn(cell: Cell): readonly DocumentLink[] {
  return paragraphsOf(cell).flatMap(linksOfParagraph);
}

function linksOfParagraph({ runs }: Paragraph): readonly DocumentLink[] {
  const links: { words: string; url: string }[] = [];
  let before: string | undefined;
  for (const { text, link } of runs) {
    const last = links.at(-1);
    if (link !== undefined && link === before && last) last.words += text;
    else if (link !== undefined && isWeb(link)) links.push({ words: text, url: link });
    before = link;
  }
  return links.map(({ words, url }) => ({ words: words.trim(), url }));
}

/** As our own sheets list them: "Audit report (impact) https://…", one a line. */
export function printedLinks(lines: readonly string[]): readonly DocumentLink[] {
  return lines.flatMap((line) => {
    const [, words = "", url = ""] = /^(.*\S)\s+(https?:\/\/\S+)$/.exec(line.trim()) ?? [];
    return isWeb(url) ? [{ words, url }] : [];
  });
}

/** What is linked twice in a row is listed once. */
export function addLinks(action: DraftAction, found: readonly DocumentLink[]): void {
  for (const each of found) {
    const isKnown = action.links.some(({ words, url }) => words === each.words && url === each.url);
    if (!isKnown) action.links.push(each);
  }
}

/** Nothing else is ever followed. */
function isWeb(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? "");
}
