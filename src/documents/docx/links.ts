import { childrenNamed, type XmlElement } from "./xml-tree.ts";

/** Where each link of a part leads, by its name in the part; what leads into the document itself is left out. */
export function readLinks(relations: XmlElement | undefined): ReadonlyMap<string, string> {
  const all = relations ? childrenNamed(relations, "rel:Relationship") : [];
  return new Map(
    all.flatMap(({ attributes }): [string, string][] => {
      const { Id: name, Target: target, Type: type, TargetMode: mode } = attributes;
      const leadsOut = type?.endsWith("/hyperlink") && mode === "External";
      return name && target && leadsOut ? [[name, target]] : [];
    }),
  );
}
