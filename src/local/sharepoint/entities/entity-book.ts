import type { EntityBook } from "../session.ts";
import { fileEntity } from "./file-entity.ts";
import { folderEntity } from "./folder-entity.ts";
import { fullItemEntity } from "./item-entity.ts";
import { listsFolderEntity } from "./lists-folder-entity.ts";
import { listEntity } from "./list-entity.ts";
import { webEntity } from "./web-entity.ts";

export const entityBook: EntityBook = {
  web: webEntity,
  list: listEntity,
  listsFolder: listsFolderEntity,
  folder: folderEntity,
  file: fileEntity,
  item: fullItemEntity,
};
