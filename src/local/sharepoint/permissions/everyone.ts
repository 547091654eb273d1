/** Principals that stand for everybody: whatever is granted to them is granted to every user of the site. */
const everybody = [
  {
    loginName: "c:0-.f|rolemanager|spo-grid-all-users/00000000-0000-4000-a000-000000000000",
    name: "Everyone except external users",
  },
  { loginName: "c:0(.s|true", name: "Everyone" },
] as const;

/** The one that a login name or a title means. */
export function everyone(asked: string): (typeof everybody)[number] | undefined {
  const wanted = asked.trim().toLowerCase();
  return everybody.find(
    ({ loginName, name }) => loginName === wanted || name.toLowerCase() === wanted,
  );
}

export const everyoneLogins: readonly string[] = everybody.map(({ loginName }) => loginName);
