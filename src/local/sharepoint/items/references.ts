import { propertyMissing } from "../errors.ts";
import { isMany, isPerson } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import { asSeen } from "../files/checked-out.ts";
import type { Entity, Linked, Value } from "../odata/entity.ts";
import type { Shape } from "../odata/query.ts";
import { mayView, viewColumns } from "../permissions/own-items.ts";
import { findField, isReference } from "../query/columns.ts";
import { columnSql } from "../query/columns.ts";
import type { Session } from "../session.ts";
import { tableOf } from "../store/list.ts";
import { principalById, type Principal } from "../store/principals.ts";
import type { Row } from "../store/row.ts";
import { readIds, readValue } from "./read-value.ts";

/** Opens people and lookups of items; what it has opened once in a request it keeps. */
export class References {
  readonly #session: Session;
  readonly #known = new Map<string, Entity | null>();

  constructor(session: Session) {
    this.#session = session;
  }

  open(field: Field, row: Row, shape: Shape): Linked {
    const found = readIds(field, row).flatMap((id) => this.#one(field, id, shape) ?? []);
    if (isMany(field.type)) return found.length === 0 ? null : found;
    return found[0] ?? null;
  }

  #one(field: Field, id: number, shape: Shape): Entity | null {
    const key = `${field.id} ${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const entity = isPerson(field.type) ? this.#person(id, shape) : this.#item(field, id, shape);
    this.#known.set(key, entity);
    return entity;
  }

  #person(id: number, shape: Shape): Entity | null {
    const principal = principalById(this.#session.database, id);
    if (!principal) return null;
    const properties = personProperties(principal);
    return chosen("SP.Data.UserInfoItem", principal.guid, shape, (name) => {
      if (!Object.hasOwn(properties, name)) throw propertyMissing(name);
      return properties[name] ?? null;
    });
  }

  /** An item that the caller may not see opens as nothing. */
  #item(field: Field, id: number, shape: Shape): Entity | null {
    const { catalogue, database } = this.#session;
    const target = catalogue.byId(field.settings.lookupList ?? "");
    if (!target) return null;
    const fields = shape.select.map((name) => findField(target, name).field);
    const columns = fields.map(({ storedIn }) => `${columnSql(storedIn)} AS ${storedIn}`);
    const row = database.one(
      `SELECT ${["item.uid AS uid", viewColumns, ...columns].join(", ")} FROM ${tableOf(target)} AS item WHERE item.id = ?`,
      id,
    );
    if (!row || !mayView(this.#session, target, row)) return null;
    const seen = asSeen(this.#session, target, row);
    return chosen("SP.ListItem", String(row["uid"]), shape, (name) => {
      const found = findField(target, name);
      if (isReference(found.field) && !found.byId) throw propertyMissing(name);
      return readValue(found.field, seen);
    });
  }
}

function chosen(type: string, id: string, shape: Shape, read: (name: string) => Value): Entity {
  const properties: Record<string, Value> = {};
  for (const name of shape.select) properties[name] = read(name);
  return { type, id, path: "", unaddressed: true, properties, projected: new Map() };
}

function personProperties(principal: Principal): Readonly<Record<string, Value>> {
  const { id, title, email, login } = principal;
  const userName = principal.kind === "user" ? (login.split("|").at(-1) ?? login) : null;
  return {
    Id: id,
    ID: id,
    Title: title,
    EMail: email === "" ? null : email,
    Name: login,
    UserName: userName,
    SipAddress: email === "" ? null : email,
    FirstName: null,
    LastName: null,
    Department: null,
    JobTitle: null,
    MobilePhone: null,
    WorkPhone: null,
    Picture: null,
  };
}
