import type { CamlOrder, CamlView } from "../caml/caml-view.ts";
import type { CamlWhere } from "../caml/caml-where.ts";
import { decode, type Query } from "../odata/query.ts";

/** What the address of a page asks besides its view: filters by column, an order, a folder. */
export function asked(
  { parameters }: Query,
  view: CamlView,
): { readonly view: CamlView; readonly folder: string | undefined } {
  const filters = [...parameters].flatMap(([name, field]): CamlWhere[] => {
    const [, many, place] = /^filterfield(s?)(\d+)$/.exec(name) ?? [];
    if (place === undefined || field === "") return [];
    const value = decode(parameters.get(`filtervalue${many}${place}`) ?? "");
    return [equals(field, many === "s" ? value.split(";#") : [value])];
  });
  const where = [...(view.query.where ? [view.query.where] : []), ...filters].reduce<
    CamlWhere | undefined
  >((left, right) => (left ? { kind: "and", left, right } : right), undefined);
  const order = sorted(parameters) ?? view.query.order;
  return {
    view: { ...view, query: { ...view.query, where, order } },
    folder: parameters.get("rootfolder") || undefined,
  };
}

/** No value means that the column holds nothing. */
function equals(name: string, values: readonly string[]): CamlWhere {
  const field = { name, byId: false };
  if (values.length === 1 && values[0] === "") return { kind: "null", field };
  const texts = values.map((text) => ({ kind: "text" as const, text, withTime: false }));
  return { kind: "in", field, values: texts };
}

function sorted(parameters: Query["parameters"]): readonly CamlOrder[] | undefined {
  const name = parameters.get("sortfield");
  if (name === undefined || name === "") return undefined;
  return [{ name, descending: /^desc/i.test(parameters.get("sortdir") ?? "") }];
}
