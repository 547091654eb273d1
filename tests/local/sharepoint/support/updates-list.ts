import type { LocalSite } from "./site.ts";
import { loginOf } from "./site.ts";

/** View and add, and neither edit nor delete; the mask of Read with one bit more. */
const appendOnly = { High: 176, Low: 138_612_833 + 2 };

/** A list with a folder for each of two agencies, into which that agency alone may append. */
export async function makeUpdates(site: LocalSite): Promise<void> {
  const { web } = site.as("admin");
  await web.lists.add("Updates");
  const list = web.lists.getByTitle("Updates");
  for (const xml of [
    "<Field Type='Text' Name='Key' DisplayName='Key' Indexed='TRUE' EnforceUniqueValues='TRUE'/>",
    "<Field Type='Number' Name='PlanId' DisplayName='Plan' Indexed='TRUE'/>",
    "<Field Type='Choice' Name='Kind' DisplayName='Kind'><CHOICES><CHOICE>progress</CHOICE><CHOICE>response</CHOICE></CHOICES></Field>",
    "<Field Type='Text' Name='Short' DisplayName='Short' MaxLength='5'/>",
    "<Field Type='Text' Name='Needed' DisplayName='Needed' Required='TRUE'><Default>given</Default></Field>",
  ])
    await list.fields.createFieldAsXml(xml);
  const { data: role } = await web.roleDefinitions.add("Append only", "", 100, { ...appendOnly });
  const read = await web.roleDefinitions.getByName("Read")();
  const visitor = await web.ensureUser(loginOf("reader"));
  await web.roleAssignments.add(visitor.Id, read.Id);
  for (const agency of ["alpha", "beta"]) {
    const group = await web.siteGroups.add({ Title: `Agency ${agency}` });
    await web.siteGroups.getById(group.Id).users.add(loginOf(agency));
    await web.roleAssignments.add(group.Id, read.Id);
    await list.rootFolder.folders.addUsingPath(agency);
    const folder = web.getFolderByServerRelativePath(`/sites/plan/Lists/Updates/${agency}`);
    const item = await folder.getItem();
    await item.breakRoleInheritance(true, false);
    await item.roleAssignments.add(group.Id, role.Id);
  }
}

export const folderOf = (agency: string) => `/sites/plan/Lists/Updates/${agency}`;

export function formOf(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue }));
}
