/** What reading one file may cost; every file is hostile until it is parsed. */
export interface Limits {
  /** Of the file itself. */
  readonly fileBytes: number;
  /** Files inside the package. */
  readonly entries: number;
  /**
   * All parts that are read, unpacked: some sixty times the largest plan we have seen. Bounds a bomb
   * by what it may cost, so that how well a long and repetitive plan packs need not be suspected.
   */
  readonly expandedBytes: number;
  /** Elements within elements. */
  readonly depth: number;
  /** Of all sheets of a workbook, all tables of a Word document, or of a file of values: thirty columns of the longest plan, more than twice. */
  readonly cells: number;
  /** Each is looked at as what it might be: twice the longest plan with one for every action. */
  readonly tables: number;
  /** Of a text, and of whatever stands outside and between tables: more than sixty to each of four hundred pages. */
  readonly lines: number;
  /** Of one paragraph: fifteen pages without a break. */
  readonly characters: number;
  /** Of a PDF. */
  readonly pages: number;
  /** How long reading a PDF may take; a little more is allowed for each page that was read. */
  readonly milliseconds: number;
}

export const defaultLimits: Limits = {
  fileBytes: 50_000_000,
  entries: 5_000,
  expandedBytes: 16_000_000,
  depth: 200,
  cells: 150_000,
  tables: 5_000,
  lines: 30_000,
  characters: 50_000,
  pages: 400,
  milliseconds: 3_500,
};
