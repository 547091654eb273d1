import { z } from "zod";
import { camlField, shownInstead } from "../caml/filter-from-caml.ts";
import { viewEntity, viewFieldsEntity } from "../entities/view-entity.ts";
import { accessDenied, argumentInvalid, listIdMissing, refused } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import type { Session } from "../session.ts";
import { fieldByNameOrTitle, type List } from "../store/list.ts";
import {
  deleteView,
  insertView,
  updateView,
  viewSettings,
  viewsOf,
  type View,
  type ViewSettings,
} from "../store/views.ts";
import { viewPath } from "../views/view-xml.ts";
import { settingsFromViewXml } from "../views/view-from-xml.ts";
import { renderedHtml } from "./rendered-html.ts";
import { entityResource, type Resource } from "./resource.ts";
import { newView, viewChange, viewSettingsOf } from "./view-body.ts";

export function viewsResource(session: Session, list: List, segment: Segment): Resource {
  if (hasArguments(segment)) return viewById(session, list, textArgument(segment));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Views",
      entities: visibleViews(session, list).map((view) => viewEntity(list, view)),
    }),
    post: (request) => add(session, list, parseBody(newView, request)),
    steps: {
      getbyid: (step) => viewById(session, list, textArgument(step, "guid")),
      getbytitle: (step) => {
        const title = textArgument(step, "strtitle").toLowerCase();
        return viewResource(session, list, (view) => view.title.toLowerCase() === title);
      },
      add: () => ({
        post: (request) =>
          called(
            add(session, list, parseBody(z.object({ parameters: newView }), request).parameters),
          ),
      }),
    },
  };
}

/** What a method makes is answered with 200, what is posted to a collection with 201. */
function called(answer: Answer): Answer {
  return answer.kind === "entity" ? { kind: "entity", entity: answer.entity } : answer;
}

export function viewById(session: Session, list: List, id: string): Resource {
  const wanted = id.replaceAll(/[{}]/g, "").toLowerCase();
  return viewResource(session, list, (view) => view.id === wanted);
}

/** The view whose page lies at this path. Throws 400 where there is none to be seen. */
export function viewAtPath(session: Session, path: string): Resource {
  const list = session.catalogue.byPath(path);
  if (!list || !mayViewList(session, list)) throw listIdMissing();
  const page = path.toLowerCase();
  return viewResource(session, list, (view) => viewPath(list, view).toLowerCase() === page);
}

export function defaultView(session: Session, list: List): Resource {
  return viewResource(session, list, ({ settings }) => settings.isDefault);
}

/** Personal views are seen by whose they are. */
function visibleViews({ database, caller }: Session, list: List): View[] {
  return viewsOf(database, list).filter(
    ({ settings }) => !settings.personal || settings.owner === caller.id,
  );
}

function viewResource(session: Session, list: List, wanted: (view: View) => boolean): Resource {
  const view = visibleViews(session, list).find(wanted);
  if (!view) throw argumentInvalid("The specified view is invalid.");
  return entityResource(() => viewEntity(list, view), {
    merge: (request) => {
      const change = viewSettingsOf(parseBody(viewChange, request));
      return write(session, list, view, change);
    },
    delete: () => {
      mayChange(session, list, view.settings);
      deleteView(session.database, view);
      return done;
    },
    steps: {
      viewfields: () => viewFieldsResource(session, list, view),
      setviewxml: () => ({
        post: (request) => {
          const { viewXml } = parseBody(z.object({ viewXml: z.string() }), request);
          const settings = settingsFromViewXml(viewXml);
          for (const name of settings.fields ?? []) checkColumn(list, name);
          write(session, list, view, { settings });
          return { kind: "null", name: "SetViewXml" };
        },
      }),
      renderashtml: () => ({ get: () => renderedHtml(session, list, view) }),
    },
  });
}

function viewFieldsResource(session: Session, list: List, view: View): Resource {
  const { fields } = view.settings;
  const changing = (name: string, next: (request: ApiRequest) => readonly string[]): Resource => ({
    post: (request) => {
      write(session, list, view, { settings: { fields: [...next(request)] } });
      return { kind: "null", name };
    },
  });
  return entityResource(() => viewFieldsEntity(list, view), {
    steps: {
      addviewfield: (step) => {
        const name = columnNamed(list, textArgument(step, "strfield"));
        return changing("AddViewField", () => (fields.includes(name) ? fields : [...fields, name]));
      },
      removeviewfield: (step) => {
        const name = textArgument(step, "strfield");
        if (!fields.includes(name)) throw argumentInvalid(`The view has no column '${name}'.`);
        return changing("RemoveViewField", () => fields.filter((field) => field !== name));
      },
      removeallviewfields: () => changing("RemoveAllViewFields", () => []),
      moveviewfieldto: () =>
        changing("MoveViewFieldTo", (request) => moved(fields, parseBody(move, request))),
    },
  });
}

const move = z.object({ field: z.string(), index: z.number().int().min(0) });

function moved(fields: readonly string[], { field, index }: z.infer<typeof move>): string[] {
  if (!fields.includes(field)) throw argumentInvalid(`The view has no column '${field}'.`);
  return fields.filter((name) => name !== field).toSpliced(index, 0, field);
}

function add(session: Session, list: List, body: z.infer<typeof newView>): Answer {
  const { title = "", settings } = viewSettingsOf(body);
  const owner = settings.personal === true ? session.caller.id : null;
  const full = viewSettings.parse({ fields: ["LinkTitle"], paged: false, ...settings, owner });
  mayChange(session, list, full);
  for (const name of full.fields) checkColumn(list, name);
  if (
    viewsOf(session.database, list).some((view) => view.title.toLowerCase() === title.toLowerCase())
  )
    throw refused(`A view with the name ${title} already exists. Choose another name.`);
  return {
    kind: "entity",
    entity: viewEntity(list, insertView(session.database, list, title, full)),
    status: 201,
  };
}

function write(
  session: Session,
  list: List,
  view: View,
  change: { readonly title?: string; readonly settings: Partial<ViewSettings> },
): Answer {
  mayChange(session, list, view.settings);
  if (view.settings.isDefault && change.settings.isDefault === false)
    throw refused("A list has one default view; make another one the default instead.");
  updateView(session.database, list, view, {
    ...change,
    settings: { leaf: view.settings.leaf ?? view.title, ...change.settings },
  });
  return { kind: "nothing", status: 204 };
}

/** Public views are the business of those who manage lists; personal ones of their owners. */
function mayChange({ access, caller }: Session, list: List, settings: ViewSettings): void {
  if (!settings.personal) access.require(list.scope, right.manageLists);
  else if (settings.owner !== caller.id) throw accessDenied();
}

function columnNamed(list: List, name: string): string {
  const field = fieldByNameOrTitle(list, name);
  if (field) return field.name;
  return checkColumn(list, name);
}

const withoutColumn = new Set(["DocIcon", "Edit", "SelectTitle"]);

/** Throws 500 for columns that the list does not have, as CAML does. */
function checkColumn(list: List, name: string): string {
  if (!withoutColumn.has(name) && !shownInstead.has(name)) camlField(list, name);
  return name;
}
