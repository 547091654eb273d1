import { z } from "zod";
import { itemEntity } from "../entities/item-entity.ts";
import { itemMissing, notImplemented } from "../errors.ts";
import { checkName } from "../files/check-name.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { project } from "../items/projection.ts";
import { insertItem } from "../items/write-item.ts";
import type { Answer } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";
import { existingFolder } from "./existing-folder.ts";
import type { Resource } from "./resource.ts";

const path = z.union([z.string(), z.object({ DecodedUrl: z.string() })]).nullish();
const creation = z.object({
  parameters: z.looseObject({
    FolderUrl: z.string().nullish(),
    FolderPath: path,
    LeafName: path,
    UnderlyingObjectType: z.number().int().min(-1).max(2).default(0),
  }),
});

/** `AddItem` and `AddItemUsingPath`: an empty item or a folder at a place of the list. Files come with their bytes. */
export function addItemSteps(session: Session, list: List): NonNullable<Resource["steps"]> {
  const adding = (): Resource => ({ post: (request) => add(session, list, request) });
  return { additem: adding, additemusingpath: adding };
}

function add(session: Session, list: List, request: ApiRequest): Answer {
  const { parameters } = parseBody(creation, request);
  const kind = parameters.UnderlyingObjectType === 1 ? 1 : 0;
  if (kind === 0 && isLibrary(list)) throw notImplemented("POST", "AddItem for a file");
  const at = textOf(parameters.FolderPath) ?? parameters.FolderUrl ?? "";
  const folder = existingFolder(session, list, at === "" ? list.root : at);
  session.access.require(scopeOfFolder(session, list, folder), right.addListItems);
  const leaf = kind === 1 ? textOf(parameters.LeafName) : undefined;
  const id = insertItem(session, list, {
    values: new Map(),
    folder,
    kind,
    ...(leaf ? { leaf: checkName(leaf) } : {}),
  });
  const row = itemRow(session, list, id);
  if (!row) throw itemMissing();
  const entity = itemEntity(session, list, row, project(list, request.query.shape));
  return { kind: "entity", entity };
}

function textOf(given: z.infer<typeof path>): string | undefined {
  return typeof given === "string" ? given : given?.DecodedUrl;
}
