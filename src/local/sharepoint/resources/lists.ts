import {
  argumentInvalid,
  etagMismatch,
  keptBySite,
  listExists,
  listIdMissing,
  listMissing,
  notImplemented,
} from "../errors.ts";
import { purgeFromList } from "../bin/purge.ts";
import { recycleList } from "../bin/recycle-list.ts";
import { listEntity } from "../entities/list-entity.ts";
import { checkListFormula } from "../fields/check-formulas.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, value, type Answer } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { securableList } from "../permissions/securable.ts";
import { mayViewList, visibleLists } from "../permissions/visible-lists.ts";
import { structureChanged, type Session } from "../session.ts";
import { changeType, recordChange, type ChangeAction } from "../store/changes.ts";
import {
  defaultLibraries,
  defaultLibrary,
  insertDefaultLibrary,
} from "../store/default-libraries.ts";
import { listSettings, type List } from "../store/list.ts";
import { deleteList, insertField, insertList, listState, updateList } from "../store/list-store.ts";
import { isPeopleList } from "../store/people-list.ts";
import {
  absentTemplates,
  isLibraryTemplate,
  listTemplate,
  templateColumns,
} from "../store/list-templates.ts";
import { changesAnswer } from "./changes.ts";
import { fieldsResource } from "./fields.ts";
import { fileAtPath } from "./file.ts";
import { folderAtPath, listFolderResource } from "./folder.ts";
import { addByForm } from "./form-answer.ts";
import { itemResource, itemsResource } from "./items.ts";
import { listMethodSteps } from "./list-methods.ts";
import { listRoot } from "./list-root.ts";
import { listSideSteps } from "./list-side.ts";
import { changedSettings, listChange, newList } from "./list-body.ts";
import { entityResource, type Resource } from "./resource.ts";
import { securableSteps } from "./securable.ts";

export function listsResource(session: Session, segment: Segment): Resource {
  if (hasArguments(segment)) return listResource(session, listById(session, textArgument(segment)));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Lists",
      entities: visibleLists(session).map((list) => listEntity(session, list)),
    }),
    post: (request) => add(session, request),
    steps: {
      getbytitle: (step) =>
        listResource(session, listByTitle(session, textArgument(step, "title"))),
      getbyid: (step) => listResource(session, listById(session, textArgument(step, "id"))),
      ensuresiteassetslibrary: () => ensured(session, "assets"),
      ensuresitepageslibrary: () => ensured(session, "pages"),
      ensureeventslist: () => ensured(session, "events"),
      ensureclientrenderedsitepageslibrary: () => ensured(session, "pages"),
    },
  };
}

export function listResource(session: Session, list: List): Resource {
  return entityResource(() => listEntity(session, list), {
    merge: (request) => update(session, list, request),
    delete: (request) => remove(session, list, request),
    steps: {
      items: (segment) => itemsResource(session, list, segment, places),
      getitembyid: (segment) => itemsResource(session, list, segment, places),
      getitembystringid: (segment) => itemsResource(session, list, segment, places),
      fields: (segment) => fieldsResource(session, list, segment),
      rootfolder: () => listFolderResource(session, list),
    },
    more: [
      () => ({
        getchanges: () => ({ post: (request) => changesAnswer(session, request, list) }),
        recycle: () => ({ post: (request) => recycle(session, list, request) }),
        addvalidateupdateitemusingpath: () => ({
          post: (request) => addByForm(session, list, request),
        }),
      }),
      () => listSideSteps(session, list),
      () => listMethodSteps(session, list, (id) => itemResource(session, list, id, places)),
      () => securableSteps(session, () => securableList(session, list)),
    ],
  });
}

const places = { file: fileAtPath, folder: folderAtPath };

/** One of the libraries that a site is meant to have, made where it is not there. */
function ensured(session: Session, which: keyof typeof defaultLibraries): Resource {
  return {
    post: () => {
      const { catalogue, database, site, caller, now } = session;
      const wanted = defaultLibraries[which];
      const known = defaultLibrary(catalogue.all(), site, wanted);
      if (known) return { kind: "entity", entity: listEntity(session, known) };
      session.access.require(session.site.scope, right.manageLists);
      const by = { author: caller.id, now };
      const made = insertDefaultLibrary(database, site, wanted, by);
      const list = withColumns(session, made);
      log(session, list, changeType.add);
      return { kind: "entity", entity: listEntity(session, list) };
    },
  };
}

/** The list that has this folder, or lies at it. Throws 404 where there is none to be seen. */
export function findListAt(session: Session, path: string): List {
  return visible(session, session.catalogue.byPath(path)) ?? missingId();
}

/** Throws 404 where there is no list of that title to be seen. */
export function listByTitle(session: Session, title: string): List {
  const list = visible(session, session.catalogue.byTitle(title));
  if (!list) throw listMissing(title, session.site.url);
  return list;
}

function listById(session: Session, id: string): List {
  return visible(session, session.catalogue.byId(id)) ?? missingId();
}

function visible(session: Session, list: List | undefined): List | undefined {
  return list && mayViewList(session, list) ? list : undefined;
}

function missingId(): never {
  throw listIdMissing();
}

/** Throws 501 for a kind of list that SharePoint has and this service has not, and 400 for a number that is none. */
function refuseAbsent(template: number): void {
  const absent = absentTemplates.get(template);
  if (absent !== undefined)
    throw notImplemented("POST", `_api/web/lists for ${absent} (BaseTemplate ${template})`);
  if (!listTemplate(template)) throw argumentInvalid(`There is no list template ${template}.`);
}

function add(session: Session, request: ApiRequest): Answer {
  session.access.require(session.site.scope, right.manageLists);
  const body = parseBody(newList, request);
  refuseAbsent(body.BaseTemplate);
  if (session.catalogue.byTitle(body.Title)) throw listExists();
  const number = insertList(session.database, {
    title: body.Title,
    template: body.BaseTemplate,
    root: listRoot(session, body.Title, body.BaseTemplate),
    settings: listSettings.parse({
      enableFolderCreation: isLibraryTemplate(body.BaseTemplate),
      enableAttachments: !isLibraryTemplate(body.BaseTemplate),
      ...(body.EnableModeration === true ? { draftVisibility: 2 } : {}),
      ...changedSettings(body),
    }),
    author: session.caller.id,
    now: session.now,
    web: session.site.web,
  });
  const list = withColumns(session, number);
  checkListFormula(list, body.ValidationFormula ?? null);
  log(session, list, changeType.add);
  return { kind: "entity", entity: listEntity(session, list), status: 201 };
}

/** A list that was just made, with the columns that its template brings. */
function withColumns(session: Session, made: number): List {
  const { catalogue, database } = session;
  structureChanged(session);
  const { template, id } = catalogue.byNumber(made);
  for (const column of templateColumns(template, id))
    insertField(database, catalogue.byNumber(made), column);
  structureChanged(session);
  return catalogue.byNumber(made);
}

function update(session: Session, list: List, request: ApiRequest): Answer {
  session.access.require(list.scope, right.manageLists);
  matchEtag(session, list, request);
  const body = parseBody(listChange, request);
  const other = body.Title === undefined ? undefined : session.catalogue.byTitle(body.Title);
  if (other && other.number !== list.number) throw listExists();
  if (body.BaseTemplate !== undefined && body.BaseTemplate !== list.template)
    throw argumentInvalid("The template of a list cannot be changed.");
  checkListFormula(list, body.ValidationFormula ?? null);
  updateList(session.database, list, {
    ...(body.Title === undefined ? {} : { title: body.Title }),
    settings: { ...moderation(list, body), ...changedSettings(body) },
  });
  structureChanged(session);
  log(session, list, changeType.update);
  const { version } = listState(session.database, list);
  return { kind: "nothing", status: 204, etag: `"${version}"` };
}

/** Where approval begins to be asked for, only who approves sees what waits for it, unless something else is said. */
function moderation(
  list: List,
  { EnableModeration: asked }: { EnableModeration?: boolean | undefined },
) {
  return asked === true && !list.settings.enableModeration ? { draftVisibility: 2 } : {};
}

function remove(session: Session, list: List, request: ApiRequest): Answer {
  session.access.require(list.scope, right.manageLists);
  matchEtag(session, list, request);
  purgeFromList(session, list.number);
  deleteList(session.database, list);
  structureChanged(session);
  log(session, list, changeType.delete);
  return done;
}

function recycle(session: Session, list: List, request: ApiRequest): Answer {
  session.access.require(list.scope, right.manageLists);
  matchEtag(session, list, request);
  const id = recycleList(session, list);
  log(session, list, changeType.delete);
  return value("Recycle", "Edm.Guid", id);
}

function matchEtag(session: Session, list: List, { ifMatch }: ApiRequest): void {
  if (isPeopleList(list)) throw keptBySite();
  const actual = `"${listState(session.database, list).version}"`;
  if (ifMatch !== undefined && ifMatch !== "*" && ifMatch !== actual)
    throw etagMismatch(ifMatch, actual);
}

function log({ database, instant }: Session, list: List, action: ChangeAction): void {
  recordChange(database, { at: instant, object: "list", action, list, guid: list.id });
}
