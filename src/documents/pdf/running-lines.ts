import { columnMeaning } from "../recognise/heading-meanings.ts";
import type { PageElement } from "./page-elements.ts";

/** What of each page is printed on others too, in the same place: its header and footer. */
export interface WithoutRunning {
  readonly pages: readonly (readonly PageElement[])[];
  /** What they say, each once; the numbers of pages are left out. */
  readonly running: readonly string[];
}

/** So many lines at either end of a page may be its header or footer. */
const most = 4;
/** On so many of the pages the same words stand in the same place. */
const share = 0.4;

const pageNumber = /^(?:page\s*)?[-–|]?\s*\d{1,3}\s*[-–|]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i;
/** In characters: "Page | 103 / 212 |". */
const longestNumber = 40;
const withPageNumber = /(?<!\s)\s*(?:[|–-]\s*)?\bpage\s+\d+(?:\s*(?:of|\/)\s*\d+)?$/i;

/** Takes headers and footers off. A heading that begins every page has another number on each, and stays. */
export function withoutRunningLines(pages: readonly (readonly PageElement[])[]): WithoutRunning {
  if (pages.length < 2) return { pages, running: [] };
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(endsOf(page).map(keyOf))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, pages.length * share);
  const running = new Set<string>();
  const left = pages.map((page) => {
    const taken = new Set(
      endsOf(page).filter(
        (line) => (counts.get(keyOf(line)) ?? 0) >= (isNumber(line) ? 2 : enough),
      ),
    );
    for (const element of taken) running.add(wordsOf(element));
    return page.filter((element) => !taken.has(element));
  });
  return { pages: left, running: [...running].filter(Boolean) };
}

function endsOf(page: readonly PageElement[]): readonly PageElement[] {
  const before = page.findIndex((element) => element.kind === "table" || isHeadings(element));
  const after = page.findLastIndex(({ kind }) => kind === "table");
  const top = page.slice(0, before < 0 ? most : Math.min(before, most));
  const bottom = page.slice(Math.max(after + 1, page.length - most));
  return [...new Set([...top, ...bottom])];
}

/** A table without ruling lines is headed on each page. */
function isHeadings(element: PageElement): boolean {
  if (element.kind === "table") return false;
  const parts = element.line.text.split("\t").flatMap((part) => part.split(/ {2,}/));
  return parts.filter((part) => columnMeaning(part.trim()) !== "unfamiliar").length >= 3;
}

function isNumber(element: PageElement): boolean {
  if (element.kind === "table") return false;
  const text = element.line.text.trim();
  return text.length <= longestNumber && pageNumber.test(text);
}

function keyOf(element: PageElement): string {
  if (element.kind === "table") return "";
  return `${Math.round(element.line.baseline / 4)} ${wordsOf(element)}`;
}

/** Without the number of the page, which says only where it stands. */
function wordsOf(element: PageElement): string {
  if (element.kind === "table" || isNumber(element)) return "";
  return element.line.text.trim().replace(withPageNumber, "");
}
