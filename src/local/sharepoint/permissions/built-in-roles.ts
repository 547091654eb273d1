export const roleId = {
  fullControl: 1073741829,
  design: 1073741828,
  edit: 1073741830,
  contribute: 1073741827,
  read: 1073741826,
  limitedAccess: 1073741825,
} as const;

/** The permission levels of a fresh site, with the ids and masks that every site has. */
export const builtInRoles = [
  {
    id: roleId.fullControl,
    name: "Full Control",
    description: "Has full control.",
    high: 2147483647,
    low: 4294967295,
    position: 1,
    kind: 5,
    hidden: false,
  },
  {
    id: roleId.design,
    name: "Design",
    description: "Can view, add, update, delete, approve, and customize.",
    high: 432,
    low: 1012866047,
    position: 32,
    kind: 4,
    hidden: false,
  },
  {
    id: roleId.edit,
    name: "Edit",
    description:
      "Can add, edit and delete lists; can view, add, update and delete list items and documents.",
    high: 432,
    low: 1011030767,
    position: 48,
    kind: 6,
    hidden: false,
  },
  {
    id: roleId.contribute,
    name: "Contribute",
    description: "Can view, add, update, and delete list items and documents.",
    high: 432,
    low: 1011028719,
    position: 64,
    kind: 3,
    hidden: false,
  },
  {
    id: roleId.read,
    name: "Read",
    description: "Can view pages and list items and download documents.",
    high: 176,
    low: 138612833,
    position: 128,
    kind: 2,
    hidden: false,
  },
  {
    id: roleId.limitedAccess,
    name: "Limited Access",
    description:
      "Can view specific lists, document libraries, list items, folders, or documents when given permissions.",
    high: 48,
    low: 134287360,
    position: 160,
    kind: 1,
    hidden: true,
  },
] as const;
