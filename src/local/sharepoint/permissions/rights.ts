import { argumentInvalid } from "../errors.ts";
import { isObject, type Json } from "../json.ts";
import { Complex } from "../odata/entity.ts";

/** A set of rights, one bit each, as SP.PermissionKind numbers them (bit = kind − 1). */
export type Rights = bigint;

const bit = (kind: number): Rights => 1n << BigInt(kind - 1);

export const right = {
  viewListItems: bit(1),
  addListItems: bit(2),
  editListItems: bit(3),
  deleteListItems: bit(4),
  approveItems: bit(5),
  openItems: bit(6),
  viewVersions: bit(7),
  deleteVersions: bit(8),
  manageLists: bit(12),
  viewFormPages: bit(13),
  open: bit(17),
  createGroups: bit(25),
  managePermissions: bit(26),
  browseUserInfo: bit(28),
  manageWeb: bit(31),
  enumeratePermissions: bit(63),
} as const;

export const noRights: Rights = 0n;
export const fullMask: Rights = (0x7fffffffn << 32n) | 0xffffffffn;

export function rightsOf(high: number, low: number): Rights {
  return (BigInt(high) << 32n) | BigInt(low);
}

/** The two halves as SharePoint sends them: numbers in text. */
export function basePermissions(rights: Rights): Complex {
  return new Complex("SP.BasePermissions", {
    High: String(rights >> 32n),
    Low: String(rights & 0xffffffffn),
  });
}

/** Reads `{High, Low}`, texts or numbers. Throws 400 for anything else. */
export function readBasePermissions(json: Json | undefined): { high: number; low: number } {
  if (!isObject(json)) throw argumentInvalid("BasePermissions needs High and Low.");
  return { high: half(json["High"]), low: half(json["Low"]) };
}

function half(json: Json | undefined): number {
  const value = Number(json);
  if (json !== null && json !== "" && Number.isInteger(value) && value >= 0 && value <= 0xffffffff)
    return value;
  throw argumentInvalid("BasePermissions needs High and Low between 0 and 4294967295.");
}
