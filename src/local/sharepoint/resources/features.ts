import { z } from "zod";
import { refused } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import type { Answer, Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { featuresOf, switchFeature } from "../store/features.ts";
import { entityResource, type Resource } from "./resource.ts";

/** Where features are switched on: a web by its number, or the site collection (0), and how its address begins. */
export interface FeatureHome {
  readonly place: number;
  readonly path: "Web" | "Site";
}

const change = z.looseObject({ featureId: z.guid(), force: z.boolean().default(false) });

/** Features that are switched on, off and told. Nothing here acts on them. */
export function featuresResource(session: Session, home: FeatureHome, segment: Segment): Resource {
  const one = (step: Segment) => featureResource(session, home, textArgument(step));
  if (hasArguments(segment)) return one(segment);
  const switching = (on: boolean) => (): Resource => ({
    post: (request) => switched(session, home, request, on),
  });
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Features",
      entities: featuresOf(session.database, home.place).map((id) => featureEntity(home, id)),
    }),
    steps: { getbyid: one, add: switching(true), remove: switching(false) },
  };
}

/** A feature that is on; null for any other, as SharePoint answers. */
function featureResource({ database }: Session, home: FeatureHome, asked: string): Resource {
  const id = asked.replaceAll(/[{}]/g, "").toLowerCase();
  return featuresOf(database, home.place).includes(id)
    ? entityResource(() => featureEntity(home, id))
    : { get: () => ({ kind: "null", name: "GetById" }) };
}

function switched(session: Session, home: FeatureHome, request: ApiRequest, on: boolean): Answer {
  session.access.require(session.site.scope, right.manageWeb);
  const { featureId, force } = parseBody(change, request);
  const id = featureId.toLowerCase();
  const isOn = featuresOf(session.database, home.place).includes(id);
  if (isOn === on && !(on && force))
    throw refused(
      on
        ? `Feature with Id '${id}' is already activated at this scope.`
        : `Feature with Id '${id}' is not activated at this scope.`,
    );
  switchFeature(session.database, home.place, id, on);
  return on
    ? { kind: "entity", entity: featureEntity(home, id) }
    : { kind: "null", name: "Remove" };
}

function featureEntity({ path }: FeatureHome, id: string): Entity {
  return {
    type: "SP.Feature",
    path: `${path}/Features/GetById('${id}')`,
    properties: { DefinitionId: id },
  };
}
