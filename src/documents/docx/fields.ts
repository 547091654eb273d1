import { elementsOf, textContent, type XmlElement } from "./xml-tree.ts";

interface Field {
  instruction: string;
  /** Its own, or that of the field it stands in. */
  link: string | undefined;
}

/** Where the fields of a paragraph lead: older links are fields, whose code stands in runs before their words. */
export class FieldLinks {
  private readonly open: Field[] = [];

  /** Takes in a run's field codes; answers where its words lead, undefined where nowhere. */
  run(element: XmlElement): string | undefined {
    for (const child of elementsOf(element)) this.step(child);
    return this.open.at(-1)?.link;
  }

  private step(child: XmlElement): void {
    const last = this.open.at(-1);
    if (child.name === "w:instrText" && last) last.instruction += textContent(child);
    if (child.name !== "w:fldChar") return;
    const type = child.attributes["fldCharType"];
    if (type === "begin") this.open.push({ instruction: "", link: last?.link });
    else if (type === "separate" && last) {
      last.link = linkIn(last.instruction) ?? last.link;
      last.instruction = "";
    } else if (type === "end") this.open.pop();
  }
}

/** Where the code of a field leads: `HYPERLINK "https://…"`. */
export function linkIn(instruction: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1];
}
