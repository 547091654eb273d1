import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loginOf, startSite, type LocalSite } from "./support/site.ts";

const verbose = {
  Accept: "application/json;odata=verbose",
  "Content-Type": "application/json;odata=verbose",
};

let site: LocalSite;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ site, stop } = await startSite());
  await site.call("admin", "POST", "web/lists", { body: { Title: "Notes", BaseTemplate: 100 } });
  await site.call("admin", "POST", "web/lists", { body: { Title: "Papers", BaseTemplate: 101 } });
  for (const title of ["first", "second", "third", "fourth"])
    await site.call("admin", "POST", `${notes}/items`, { body: { Title: title } });
});
afterAll(() => stop());

const notes = "web/lists/getByTitle('Notes')";
const papers = "/sites/plan/Papers";
const post = (path: string, body?: unknown) => site.call("admin", "POST", path, { body });
const get = (path: string) => site.call("admin", "GET", path);
const addFile = (name: string, body = "text") =>
  post(
    `web/getFolderByServerRelativeUrl('${papers}')/files/add(url='${name}',overwrite=true)`,
    body,
  );

describe("what a query in CAML has found", () => {
  it("is chosen from afterwards: names that an item does not have are passed over", async () => {
    await addFile("chosen.txt", "1234");
    const path = "web/GetList(@l)/GetItems?$select=Name,ID,File/Length&$expand=Files/Item,File";
    const ViewXml =
      "<View><Query><Where><Eq><FieldRef Name='FileLeafRef'/><Value Type='Text'>chosen.txt</Value></Eq></Where></Query></View>";
    const found = await post(`${path}&@l='${papers}'`, { query: { ViewXml } });
    expect(found.json).toMatchObject({ value: [{ ID: 1, File: { Length: "4" } }] });
    const page = await get("web/GetList(@l)/items?$select=Name&@l='/sites/plan/Papers'");
    expect(page.status).toBe(400);
    await post(`web/getFileByServerRelativeUrl('${papers}/chosen.txt')/deleteObject`);
  });
});

describe("links of a list and a web", () => {
  it("are told in verbose answers, and opened or refused by name", async () => {
    const headers = { Accept: "application/json;odata=verbose" };
    const told = await site.call("admin", "GET", notes, { headers });
    const deferred = { __deferred: { uri: expect.stringContaining("/_api/Web/Lists(guid'") } };
    expect(told.json).toMatchObject({ d: { Items: deferred, Forms: deferred, Fields: deferred } });
    const opened = await get(`${notes}?$select=Title,Items/Id&$expand=Items`);
    expect(opened.json).toMatchObject({ Title: "Notes", Items: expect.any(Array) });
    const web = await get("web?$select=Title&$expand=Folders,ContentTypes,Fields");
    expect(web.json).toMatchObject({ ContentTypes: expect.any(Array), Folders: expect.any(Array) });
    const refused = await get(`${notes}?$expand=Forms`);
    expect([refused.status, refused.text]).toEqual([501, expect.stringContaining("Forms")]);
  });
});

describe("a client that knows no verbs", () => {
  it("deletes by posting to deleteObject, whatever it deletes", async () => {
    expect((await post(`${notes}/items(1)/deleteObject()`)).status).toBe(200);
    expect((await get(`${notes}/items(1)`)).status).toBe(404);
    await addFile("gone.txt");
    await post(`web/getFileByServerRelativeUrl('${papers}/gone.txt')/deleteObject`);
    expect((await get(`web/getFileByServerRelativeUrl('${papers}/gone.txt')`)).status).toBe(404);
    await post("web/lists", { Title: "Short lived" });
    await post("web/lists/getByTitle('Short lived')/deleteObject");
    expect((await get("web/lists/getByTitle('Short lived')")).status).toBe(404);
  });

  it("says DELETE while it recycles", async () => {
    const headers = { "X-HTTP-Method": "DELETE", "If-Match": "*" };
    const recycled = await site.call("admin", "POST", `${notes}/items(2)/recycle()`, { headers });
    expect(recycled.status).toBe(200);
    expect((await get("web/recycleBin")).text).toContain("second");
  });

  it("may post to what only reads, and is told so where it meant a change", async () => {
    expect((await post("web/lists/getByTitle('Notes')")).json).toMatchObject({ Title: "Notes" });
    const change = await post("web/lists/getByTitle('Notes')", { Description: "new" });
    expect(change.status).toBe(400);
    expect(change.text).toContain("The parameter Description does not exist in method getByTitle.");
  });

  it("sends words and numbers in quotes where the bare ones are meant", async () => {
    const made = await post("web/lists", { Title: "Quoted", BaseTemplate: "100", Hidden: "true" });
    expect(made.json).toMatchObject({ BaseTemplate: 100, Hidden: true });
    expect((await post("web/lists", { Title: "Odd", BaseTemplate: "many" })).status).toBe(400);
  });
});

describe("folders", () => {
  it("are made from the address, from the body, and below others that answer nothing", async () => {
    const folder = `web/getFolderByServerRelativeUrl('${papers}')`;
    expect((await post(`${folder}/folders/add(url='one')`)).status).toBe(201);
    expect(
      (await post(`${folder}/folders/addWithOverwrite(url='one',overwrite=true)`)).status,
    ).toBe(200);
    const body = { __metadata: { type: "SP.Folder" }, ServerRelativeUrl: "Papers/two" };
    const made = await site.call("admin", "POST", "web/folders", { body, headers: verbose });
    expect(made.status).toBe(201);
    await post(`${folder}/addSubFolder(leafName='three')`);
    await post(`${folder}/addSubFolderUsingPath(DecodedUrl='four')`);
    expect((await get(`${folder}/folders?$select=Name&$orderby=Name`)).json).toMatchObject({
      value: [
        { Name: "Forms" },
        { Name: "four" },
        { Name: "one" },
        { Name: "three" },
        { Name: "two" },
      ].filter(({ Name }) => Name !== "Forms"),
    });
  });

  it("are answered as they are where they are the roots of lists", async () => {
    const known = await post("web/rootFolder/folders/add('Papers')");
    expect(known.json).toMatchObject({ ServerRelativeUrl: papers });
    const lists = await get(
      "web/getFolderByServerRelativePath(DecodedUrl='/sites/plan/Lists')/folders",
    );
    expect(lists.text).toContain('"/sites/plan/Lists/Notes"');
  });

  it("that are not there say so where it is asked, and are missed in two ways", async () => {
    const missing = `web/getFolderByServerRelativePath(DecodedUrl='${papers}/nowhere')`;
    expect((await get(`${missing}?$select=Exists`)).json).toMatchObject({ Exists: false });
    expect((await get(missing)).text).toContain("-2147024894, System.IO.FileNotFoundException");
    const into = await post(`${missing}/files/add(url='a.txt')`, "text");
    expect([
      into.status,
      into.text.includes("-2147024893, System.IO.DirectoryNotFoundException"),
    ]).toEqual([404, true]);
  });
});

const typed = (type: string) => ({
  formValues: [
    { FieldName: "Title", FieldValue: "typed" },
    { FieldName: "ContentType", FieldValue: type },
  ],
});

describe("items", () => {
  it("are found by unique id, by the path of their file and by their own", async () => {
    const item = await get(`${notes}/items(3)?$select=UniqueId,FileRef`);
    const { UniqueId: id, FileRef: path } = Object(item.json);
    for (const address of [
      `${notes}/getItemByUniqueId('${id}')`,
      `web/getListItem('${path}')`,
      `web/getListItemUsingPath(DecodedUrl='${path}')`,
      `${notes}/items/getByStringId('3')`,
    ])
      expect((await get(address)).json).toMatchObject({ Id: 3, Title: "third" });
  });

  it("take their content type from a form by its name, and refuse one the list has not", async () => {
    await post(`${notes}/contentTypes/addAvailableContentType`, { contentTypeId: "0x0108" });
    const path = `${notes}/addValidateUpdateItemUsingPath`;
    const added = await post(path, typed("Task"));
    expect(added.status).toBe(200);
    const found = await get(
      `${notes}/items?$filter=Title eq 'typed'&$expand=ContentType&$select=ContentType/Name`,
    );
    expect(found.json).toMatchObject({ value: [{ ContentType: { Name: "Task" } }] });
    expect((await post(path, typed("Nonsense"))).status).toBe(400);
  });

  it("get the type that the list offers first", async () => {
    const root = `${notes}/rootFolder`;
    const order = await get(`${root}?$select=ContentTypeOrder,UniqueContentTypeOrder`);
    expect(order.json).toMatchObject({ UniqueContentTypeOrder: null });
    const { ContentTypeOrder: types } = Object(order.json);
    const task = types.find(({ StringValue }: { StringValue: string }) =>
      StringValue.startsWith("0x0108"),
    );
    const headers = { "X-HTTP-Method": "MERGE" };
    const body = { UniqueContentTypeOrder: [task] };
    expect((await site.call("admin", "POST", root, { body, headers })).status).toBe(204);
    const added = await post(`${notes}/items`, { Title: "a task by default" });
    expect(added.json).toMatchObject({ ContentTypeId: task.StringValue });
    await site.call("admin", "POST", root, { body: { UniqueContentTypeOrder: null }, headers });
  });

  it("are brought back to an earlier version, and changed several at once", async () => {
    const headers = { "X-HTTP-Method": "MERGE", "If-Match": "*" };
    await site.call("admin", "POST", `${notes}/items(3)`, { body: { Title: "later" }, headers });
    await post(`${notes}/items(3)/versions/restoreByID(versionId=512)`);
    expect((await get(`${notes}/items(3)`)).json).toMatchObject({ Title: "third" });
    const many = await post(`${notes}/bulkValidateUpdateListItems`, {
      itemIds: [3, 4],
      formValues: [{ FieldName: "Title", FieldValue: "both" }],
    });
    expect(many.status).toBe(200);
    const both = await get(`${notes}/items?$filter=Title eq 'both'&$select=Id`);
    expect(both.json).toMatchObject({ value: [{ Id: 3 }, { Id: 4 }] });
  });

  it("tell what changed of each of them alone", async () => {
    const query = { Add: true, Update: true, Item: true };
    const changes = await post(`${notes}/items(4)/getChanges`, { query });
    const { value } = Object(changes.json);
    expect(value.length).toBeGreaterThan(1);
    expect(new Set(value.map(({ ItemId }: { ItemId: number }) => ItemId))).toEqual(new Set([4]));
  });
});

const job = (name: string, options: Readonly<Record<string, unknown>>) =>
  post("site/createCopyJobs", {
    exportObjectUris: [`${site.origin}${papers}/${name}`],
    destinationUri: `${site.origin}/sites/plan/Shared Documents`,
    options,
  });

describe("copy jobs", () => {
  it("copy and move files, and tell where they went", async () => {
    await addFile("carried.txt", "bytes");
    const created = await job("carried.txt", { CustomizedItemName: ["copied.txt"] });
    const [info] = Object(created.json).value;
    const progress = await post("site/getCopyJobProgress", { copyJobInfo: info });
    const { JobState: state, Logs: logs } = Object(progress.json);
    expect(state).toBe(0);
    const told = logs.map((line: string) => JSON.parse(line));
    expect(told.at(1)).toMatchObject({
      Event: "JobFinishedObjectInfo",
      TargetObjectSiteRelativeUrl: "Shared Documents/copied.txt",
    });
    await job("carried.txt", { IsMoveMode: true });
    expect((await get(`web/getFileByServerRelativeUrl('${papers}/carried.txt')`)).status).toBe(404);
    const moved = await get(
      "web/getFileByServerRelativeUrl('/sites/plan/Shared Documents/carried.txt')/$value",
    );
    expect(moved.text).toBe("bytes");
  });

  it("stop at a name that is taken, unless they are told to replace or rename", async () => {
    for (const name of ["same.txt"]) await addFile(name);
    await job("same.txt", {});
    expect((await job("same.txt", {})).status).toBe(400);
    expect((await job("same.txt", { NameConflictBehavior: 1 })).status).toBe(200);
    expect((await job("same.txt", { NameConflictBehavior: 2 })).status).toBe(200);
    const there = await get(
      "web/getFolderByServerRelativeUrl('Shared Documents')/files?$select=Name",
    );
    expect(
      Object(there.json).value.filter(({ Name }: { Name: string }) => Name.startsWith("same")),
    ).toHaveLength(2);
  });
});

describe("people", () => {
  it("are found by the beginning of their names, and resolved whole", async () => {
    const search =
      "SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.ClientPeoplePickerSearchUser";
    const picked = await post(search, { queryParams: { QueryString: "alp", PrincipalType: 1 } });
    expect(JSON.parse(Object(picked.json).value)).toMatchObject([
      { Key: loginOf("alpha"), IsResolved: true, EntityType: "User" },
    ]);
    const resolve = "SP.Utilities.Utility.ResolvePrincipalInCurrentContext";
    const body = { input: "alpha@marlshire.example", scopes: 15, addToUserInfoList: true };
    const found = await post(resolve, body);
    expect(found.json).toMatchObject({ LoginName: loginOf("alpha"), PrincipalType: 1 });
    const nobody = await site.call("outsider", "POST", resolve, { body });
    expect(nobody.status).toBe(403);
  });

  it("lose every level at once where none is named", async () => {
    await post(`${notes}/breakRoleInheritance(copyRoleAssignments=true)`);
    const user = Object((await post("web/ensureUser", { logonName: loginOf("alpha") })).json);
    for (const role of [1073741826, 1073741827])
      await post(
        `${notes}/roleAssignments/addRoleAssignment(principalid=${user.Id},roledefid=${role})`,
      );
    await post(`${notes}/roleAssignments/removeRoleAssignment(principalid='${user.Id}')`);
    expect((await get(`${notes}/roleAssignments/getByPrincipalId(${user.Id})`)).status).toBe(404);
    await post(`${notes}/resetRoleInheritance`);
  });
});

describe("the rest of the surface", () => {
  it("answers properties that are expanded as if they led somewhere", async () => {
    const list = await get(`${notes}?$expand=HasUniqueRoleAssignments,VersionPolicies`);
    expect(list.json).toMatchObject({
      HasUniqueRoleAssignments: false,
      VersionPolicies: { DefaultTrimMode: 0 },
    });
    expect((await get(`${notes}?$expand=Nonsense`)).status).toBe(400);
  });

  it("takes a batch whose bodies end at the next boundary", async () => {
    const call = (title: string) =>
      `--cs\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nPOST ${site.api}/${notes}/items HTTP/1.1\nAccept: application/json\nContent-Type: application/json\n\n{"Title":"${title}"}`;
    const body = `--b\nContent-Type: multipart/mixed; boundary="cs"\n\n${call("tight 1")}${call("tight 2")}--cs--\n\n--b--\n`;
    const headers = { "Content-Type": "multipart/mixed; boundary=b" };
    const answer = await site.call("admin", "POST", "$batch", { body, headers });
    expect(answer.text.match(/HTTP\/1\.1 201/g)).toHaveLength(2);
  });

  it("makes a file where an upload in parts begins, and checks in what a form says is done", async () => {
    const at = `web/getFolderByServerRelativePath(DecodedUrl='${papers}')/files`;
    const id = "guid'11111111-2222-4333-8444-555555555555'";
    await post(
      `${at}/getByPathOrAddStub(DecodedUrl='parts.txt')/startUpload(uploadId=${id})`,
      "ab",
    );
    await post(`${at}('parts.txt')/finishUpload(uploadId=${id},fileOffset=2)`, "cd");
    expect((await get(`${at}('parts.txt')/$value`)).text).toBe("abcd");
    await post(`${at}('parts.txt')/checkOut()`);
    await post(`${at}('parts.txt')/listItemAllFields/validateUpdateListItem`, {
      formValues: [{ FieldName: "Title", FieldValue: "Parts" }],
      bNewDocumentUpdate: true,
      checkInComment: "all there",
    });
    expect((await get(`${at}('parts.txt')`)).json).toMatchObject({
      CheckOutType: 2,
      CheckInComment: "all there",
    });
  });

  it("lists a recycle bin by name, size or day, as many as are asked for", async () => {
    for (const [name, body] of [
      ["large.txt", "x".repeat(50)],
      ["small.txt", "x"],
    ] as const) {
      await addFile(name, body);
      await post(`web/getFileByServerRelativeUrl('${papers}/${name}')/recycle`);
    }
    const largest = await get("web/getRecycleBinItems('',1,false,6,1)");
    expect(largest.json).toMatchObject({ value: [{ Title: "large.txt" }] });
    const named = await get("site/getRecycleBinItems(rowLimit=1,isAscending=false,orderBy=1)");
    expect(named.json).toMatchObject({ value: [{ Title: "small.txt" }] });
  });

  it("names the interfaces of SharePoint that it is not", async () => {
    const answer = await fetch(`${site.origin}/sites/plan/_vti_bin/lists.asmx`, {
      method: "POST",
    });
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain("POST /sites/plan/_vti_bin/lists.asmx");
  });
});
