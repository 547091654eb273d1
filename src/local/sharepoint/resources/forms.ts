import { stableGuid } from "../entities/stable-guid.ts";
import { argumentInvalid } from "../errors.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { Complex, type Entity } from "../odata/entity.ts";
import { isLibrary, type List } from "../store/list.ts";
import { entityResource, type Resource } from "./resource.ts";

/** Pages to show, change and make an item, as SP.PageType numbers them. */
const pages = [
  { leaf: "DispForm", type: 4 },
  { leaf: "EditForm", type: 6 },
  { leaf: "NewForm", type: 8 },
] as const;

/** The forms that every list has. Their pages are not here; their addresses are. */
export function formsResource(list: List, segment: Segment): Resource {
  const forms = pages.map((page) => formEntity(list, page));
  if (!hasArguments(segment))
    return { get: () => ({ kind: "collection", set: "SP.ApiData.Forms", entities: forms }) };
  const id = textArgument(segment).toLowerCase();
  const form = forms.find(({ properties }) => properties["Id"] === id);
  if (!form) throw argumentInvalid("The list has no such form.");
  return entityResource(() => form);
}

function formEntity(list: List, { leaf, type }: (typeof pages)[number]): Entity {
  const folder = isLibrary(list) ? `${list.root}/Forms` : list.root;
  const path = `${folder}/${leaf}.aspx`;
  const id = stableGuid(`${list.id} ${leaf}`);
  return {
    type: "SP.Form",
    path: `Web/Lists(guid'${list.id}')/Forms('${id}')`,
    properties: {
      FormType: type,
      Id: id,
      ResourcePath: new Complex("SP.ResourcePath", { DecodedUrl: path }),
      ServerRelativeUrl: path,
    },
  };
}
