import type { Role } from "#plan/permissions.ts";
import type { Access } from "./list-definition.ts";

/** SharePoint's base permissions, by bit (learn.microsoft.com: SP.BasePermissions / PermissionKind). */
const permissionBits = {
  viewListItems: 1,
  addListItems: 2,
  editListItems: 3,
  openItems: 6,
  viewVersions: 7,
  viewFormPages: 13,
  open: 17,
  viewPages: 18,
  browseUserInfo: 28,
  useClientIntegration: 37,
  useRemoteAPIs: 38,
} as const;

type Permission = keyof typeof permissionBits;

export interface PermissionLevel {
  readonly name: string;
  readonly description: string;
  /** The upper and the lower 32 bits of the permission mask. */
  readonly mask: { readonly High: number; readonly Low: number };
}

const reading: readonly Permission[] = [
  "viewListItems",
  "openItems",
  "viewVersions",
  "viewFormPages",
  "open",
  "viewPages",
  "browseUserInfo",
  "useClientIntegration",
  "useRemoteAPIs",
];

/** "Read" is SharePoint's own level; the other two are ours, because none of its own lets people add and nothing else. */
export const levels: Readonly<Record<Access, PermissionLevel>> = {
  read: { name: "Read", description: "", mask: maskOf(reading) },
  append: {
    name: "Inspection plan: add only",
    description: "See everything and add to it. What stands can be neither changed nor deleted.",
    mask: maskOf([...reading, "addListItems"]),
  },
  edit: {
    name: "Inspection plan: add and change",
    description: "Add and change, every change kept as a version. Nothing can be deleted.",
    mask: maskOf([...reading, "addListItems", "editListItems"]),
  },
};

/** The SharePoint group of each role. */
export const roleGroups: Readonly<Record<Role, string>> = {
  owner: "Inspection plan owners",
  challenge: "Inspection plan peer-challenge group",
  scrutiny: "Inspection plan scrutiny members",
  reader: "Inspection plan readers",
};

/** The SharePoint group of an agency, named by its short name. */
export function agencyGroup(shortName: string): string {
  return `Inspection plan agency ${shortName
    .replaceAll(/["/\\[\]:|<>+=;,?*'@]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()}`;
}

/** A folder name that SharePoint accepts; two agencies never share one, because the caller sees to it. */
export function agencyFolder(shortName: string): string {
  return shortName
    .normalize("NFC")
    .replaceAll(/["*:<>?/\\|#%~&{}']/g, "-")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 100)
    .replace(/[. ]+$/, "");
}

function maskOf(permissions: readonly Permission[]): PermissionLevel["mask"] {
  const half = (from: number, to: number) =>
    permissions
      .map((name) => permissionBits[name])
      .filter((bit) => bit > from && bit <= to)
      .reduce((sum, bit) => sum + 2 ** (bit - from - 1), 0);
  return { High: half(32, 64), Low: half(0, 32) };
}
