import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type IDocumentOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { styles } from "./styles.ts";

interface WordDocument {
  readonly title: string;
  /** What it is about, for the file's properties. */
  readonly about: string;
  readonly landscape?: boolean;
  /** Left of the page numbers, at the foot of each page. */
  readonly foot: string;
  /** A first page without a foot. */
  readonly cover?: boolean;
  /** In twentieths of a point; 1.5 cm where it is not said. */
  readonly margin?: number;
  readonly pageNumbers?: IDocumentOptions["pageNumbers"];
  readonly children: readonly FileChild[];
}

/** 1.5 cm in twentieths of a point. */
export const usualMargin = 850;

/** A document of ours (.docx): A4, in British English, with its title, our styles, and the number of each page at its foot. */
export async function writeWordDocument({
  title,
  about,
  landscape = false,
  foot,
  cover = false,
  margin = usualMargin,
  pageNumbers,
  children,
}: WordDocument): Promise<Uint8Array> {
  const size = {
    orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    width: 11_906,
    height: 16_838,
  };
  const margins = { top: margin, bottom: margin, left: margin, right: margin, footer: margin / 2 };
  const file = new Document({
    title,
    creator: "Inspection Action Plan",
    lastModifiedBy: "Inspection Action Plan",
    description: about,
    styles,
    ...(pageNumbers && { pageNumbers }),
    sections: [
      {
        properties: { titlePage: cover, page: { size, margin: margins } },
        footers: {
          default: numberedFoot(foot),
          ...(cover && { first: new Footer({ children: [new Paragraph("")] }) }),
        },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function numberedFoot(words: string): Footer {
  const page = ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `${words}    `, size: 16 }),
          new TextRun({ size: 16, children: page }),
        ],
      }),
    ],
  });
}
