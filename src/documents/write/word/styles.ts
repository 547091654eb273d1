import type { IStylesOptions } from "docx";

const font = "Arial";
const ink = "1F1F1F";

const inTable = { run: { size: 18 }, paragraph: { spacing: { after: 40 } } };

/** Sizes are half points. Headings are Word's own, so that its navigation and screen readers find them. */
export const styles: IStylesOptions = {
  default: {
    document: { run: { font, size: 20, color: ink, language: { value: "en-GB" } } },
    title: {
      run: { font, size: 56, bold: true, color: ink },
      paragraph: { spacing: { before: 2400, after: 240 } },
    },
    heading1: {
      run: { font, size: 32, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 160 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 26, bold: true, color: ink },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: "FrontHeading",
      name: "Front heading",
      run: { size: 32, bold: true },
      paragraph: { spacing: { after: 160 } },
    },
    {
      id: "CoverLine",
      name: "Cover line",
      run: { size: 28 },
      paragraph: { spacing: { after: 100 } },
    },
    { id: "InTable", name: "In table", ...inTable },
    {
      id: "InTableKept",
      name: "In table, kept with the next row",
      ...inTable,
      paragraph: { ...inTable.paragraph, keepNext: true },
    },
    { id: "TOC1", name: "toc 1", paragraph: { spacing: { before: 80, after: 80 } } },
    { id: "TOC2", name: "toc 2", paragraph: { spacing: { after: 60 }, indent: { left: 240 } } },
    {
      id: "RecommendationText",
      name: "Recommendation text",
      run: { size: 22, italics: true },
      paragraph: { spacing: { after: 100 }, keepNext: true },
    },
    { id: "Beside", name: "Beside", paragraph: { spacing: { after: 60 }, keepNext: true } },
  ],
};
