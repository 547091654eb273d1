import {
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  type IParagraphOptions,
  PageBreak,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { textWidth } from "./table.ts";

/** A heading that the contents list. */
export interface Headed {
  readonly text: string;
  readonly level: 1 | 2;
  /** By which the contents find it: letters and digits, one of a kind in the document. */
  readonly mark: string;
}

export function markedHeading(
  { text, level, mark }: Headed,
  options: Pick<IParagraphOptions, "pageBreakBefore"> = {},
): Paragraph {
  return new Paragraph({
    ...options,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new Bookmark({ id: mark, children: [new TextRun(text)] })],
  });
}

/**
 * Each heading as a link, with the page it stands on. The pages are references of their own and not Word's table of
 * contents: LibreOffice reckons such references itself when it opens the file, and leaves what stands in a table.
 */
export function contents(headings: readonly Headed[]): readonly Paragraph[] {
  return [
    new Paragraph({ style: "FrontHeading", children: [new PageBreak(), new TextRun("Contents")] }),
    ...headings.map(
      ({ text, level, mark }) =>
        new Paragraph({
          style: level === 1 ? "TOC1" : "TOC2",
          tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.DOT }],
          children: [
            new InternalHyperlink({ anchor: mark, children: [new TextRun(text)] }),
            new TextRun({ children: [new Tab()] }),
            new PageReference(mark, { hyperlink: true }),
          ],
        }),
    ),
  ];
}
