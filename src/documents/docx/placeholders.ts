import { find, isOn, type XmlElement } from "./xml-tree.ts";

/** True for a field of a form that nobody filled in: it prints what to do, "Choose an item.", and says nothing. */
export function isUnfilled(element: XmlElement): boolean {
  return element.name === "w:sdt" && isOn(find(element, "w:sdtPr", "w:showingPlcHdr"));
}

/** The same paragraphs and cells, with nothing in them. */
export function emptied(element: XmlElement): XmlElement {
  const children = element.children.flatMap((child) =>
    typeof child === "string" ? [] : [emptied(child)],
  );
  return { ...element, children };
}
