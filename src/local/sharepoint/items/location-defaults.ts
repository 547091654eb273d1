import { readFormFile, locationDefaultsFile } from "../store/form-files.ts";
import type { Session } from "../session.ts";
import type { Parameter } from "../store/database.ts";
import { fieldByName, isLibrary, type List } from "../store/list.ts";
import { parseXml } from "../xml/xml-tree.ts";
import { defaultValue } from "./default-values.ts";

/** What columns of a new file hold by where it lies; the nearest folder that says anything decides. */
export function locationDefaults(
  { database, now }: Session,
  list: List,
  folder: string,
): [string, Parameter][] {
  const content = isLibrary(list) && readFormFile(database, list, locationDefaultsFile);
  if (!content) return [];
  const below = `${folder.toLowerCase()}/`;
  return readDefaults(new TextDecoder().decode(content))
    .filter(({ path }) => below.startsWith(`${path.toLowerCase()}/`))
    .toSorted((first, second) => first.path.length - second.path.length)
    .flatMap(({ name, value }): [string, Parameter][] => {
      const field = fieldByName(list, name);
      if (!field || field.builtIn) return [];
      const text = field.type === "MultiChoice" ? value.replaceAll(/;(?!#)/g, ";#") : value;
      const kept = defaultValue(field, text, now);
      return kept === null ? [] : [[field.storedIn, kept]];
    });
}

interface LocationDefault {
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/** `<MetadataDefaults><a href="/sites/plan/Library"><DefaultValue FieldName="Name">value</DefaultValue></a>…` */
function readDefaults(text: string): LocationDefault[] {
  return (parseXml(text)?.children ?? []).flatMap(({ attributes, children }) => {
    const path = decoded(attributes["href"] ?? "").replace(/\/+$/, "");
    return children.map((value) => ({
      path,
      name: value.attributes["FieldName"] ?? "",
      value: value.text,
    }));
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
