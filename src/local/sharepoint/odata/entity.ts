import type { Shape } from "./query.ts";

/** A value of a property. Complex ones know their type, which verbose answers name. */
export type Value = null | boolean | number | string | Complex | readonly Value[];

export class Complex {
  readonly type: string;
  readonly value: Readonly<Record<string, Value>>;

  constructor(type: string, value: Readonly<Record<string, Value>>) {
    this.type = type;
    this.value = value;
  }
}

export type Linked = Entity | readonly Entity[] | null;

/** Anything with an address of its own, before it is written in one of the three forms. */
export interface Entity {
  readonly type: string;
  /** Below `_api/`, as in `odata.editLink`. */
  readonly path: string;
  /** Where `odata.id` is not simply the address. */
  readonly id?: string;
  /** The absolute address of `_api` that the path is below, where it need not be that of the web that was asked. */
  readonly api?: string;
  /** Set where it is written inside another thing alone, and has no address there: it is told by its id. */
  readonly unaddressed?: true;
  readonly etag?: string;
  readonly properties: Readonly<Record<string, Value>>;
  /** As properties, but dear: worked out only where they are written. */
  readonly lazy?: Readonly<Record<string, () => Value>>;
  /** Answered only where they are asked for by name. */
  readonly onRequest?: Readonly<Record<string, () => Value>>;
  readonly links?: Readonly<Record<string, () => Linked>>;
  /** Set where whoever built it has already chosen by $select and $expand; these are the expanded ones. */
  readonly projected?: ReadonlyMap<string, Linked>;
  /** Chooses anew, where the entity is reached by a link with a $select or $expand of its own. */
  readonly shaped?: (shape: Shape) => Entity;
}

/** What an address answers, before it is written. */
export type Answer =
  | { readonly kind: "entity"; readonly entity: Entity; readonly status?: 201 }
  | {
      readonly kind: "collection";
      readonly set: string;
      readonly entities: readonly Entity[];
      /** Set where $filter, $orderby and $top were obeyed already. */
      readonly paged?: true;
      /** The query string of the next page. */
      readonly next?: string;
    }
  | { readonly kind: "value"; readonly name: string; readonly type: string; readonly value: Value }
  | { readonly kind: "null"; readonly name: string }
  | { readonly kind: "nothing"; readonly status: 200 | 204; readonly etag?: string }
  | {
      readonly kind: "bytes";
      readonly content: Uint8Array;
      readonly contentType: string;
      /** `bytes 0-9/100` where only a part was asked for. */
      readonly range?: string;
    };

export const done: Answer = { kind: "nothing", status: 200 };
export const value = (name: string, type: string, content: Value): Answer => ({
  kind: "value",
  name,
  type,
  value: content,
});
