import { propertyMissing, queryInvalid } from "../errors.ts";
import type { Entity, Value } from "./entity.ts";
import { parseFilter, type Filter, type Operand, type Operator } from "./filter.ts";
import type { Literal } from "./literal.ts";
import type { Query } from "./query.ts";
import { readProperty } from "./write-entity.ts";

/** Applies $filter, $orderby, $skip and $top to a collection that is kept in memory. */
export function filterEntities(entities: readonly Entity[], query: Query): readonly Entity[] {
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter);
  const kept = filter ? entities.filter((entity) => holds(filter, entity)) : entities;
  const from = query.skip ?? 0;
  return ordered(kept, query.orderBy).slice(
    from,
    query.top === undefined ? undefined : from + query.top,
  );
}

function ordered(entities: readonly Entity[], orderBy: string | undefined): readonly Entity[] {
  const keys = (orderBy ?? "").split(",").flatMap((part) => {
    const [name, direction] = part.trim().split(/\s+/);
    return name ? [{ names: [name], sign: direction?.toLowerCase() === "desc" ? -1 : 1 }] : [];
  });
  if (keys.length === 0) return entities;
  return entities.toSorted((first, second) => {
    for (const { names, sign } of keys) {
      const by: Operand = { kind: "path", names };
      const order = compare(read(by, first), read(by, second));
      if (order) return order * sign;
    }
    return 0;
  });
}

function holds(filter: Filter, entity: Entity): boolean {
  if (filter.kind === "holds") return read(filter.operand, entity) === true;
  if (filter.kind === "not") return !holds(filter.inner, entity);
  if (filter.kind === "compare") {
    const order = compare(read(filter.left, entity), read(filter.right, entity));
    return satisfied[filter.operator](order);
  }
  const left = holds(filter.left, entity);
  return filter.kind === "and"
    ? left && holds(filter.right, entity)
    : left || holds(filter.right, entity);
}

const satisfied: Readonly<Record<Operator, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
};

function compare(left: Literal, right: Literal): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "boolean" || typeof right === "boolean") return Number(left) - Number(right);
  if (left === null || right === null) return left === right ? 0 : Number.NaN;
  const [first, second] = [String(left).toLowerCase(), String(right).toLowerCase()];
  return first === second ? 0 : first < second ? -1 : 1;
}

function read(operand: Operand, entity: Entity): Literal {
  if (operand.kind === "literal") return operand.value;
  if (operand.kind === "path") {
    const name = operand.names.join("/");
    const [found] = readProperty(entity, name);
    if (!found) throw propertyMissing(name);
    return plain(found[1]);
  }
  const [first = "", second = ""] = operand.operands.map((inner) =>
    String(read(inner, entity) ?? "").toLowerCase(),
  );
  if (operand.name === "startswith") return first.startsWith(second);
  if (operand.name === "substringof") return second.includes(first);
  throw queryInvalid(`The function ${operand.name} is not supported here.`);
}

function plain(value: Value): Literal {
  return value === null || typeof value !== "object" ? value : null;
}
