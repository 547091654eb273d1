import { connect } from "node:net";
import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  dictionary,
  json,
  oneof,
  option,
  record,
  string,
  tuple,
  type Arbitrary,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { isFields } from "./support/recordings.ts";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const requests = Number(process.env["FUZZ_REQUESTS"] ?? 600);

const odd = constantFrom(
  "'",
  "''",
  "(",
  ")",
  ",",
  "@v",
  "null",
  "-1",
  "1e309",
  "99999999999999999999",
  "''); DROP TABLE lists;--",
  "'Rows'",
  "guid'0'",
  "datetime'x'",
  "__proto__",
  "constructor",
  "\0",
  "%",
  "%00",
  "%c0%af",
  "../../etc/passwd",
  "..%2f..",
  "𝒳",
  "\u202e",
  "a".repeat(3000),
);
const text = oneof(odd, string({ unit: "grapheme", maxLength: 12 }));
const step = oneof(
  {
    weight: 6,
    arbitrary: constantFrom(
      "web",
      "site",
      "lists",
      "items",
      "items(1)",
      "items(2)",
      "fields",
      "views",
      "folders",
      "files",
      "versions",
      "rootFolder",
      "siteusers",
      "sitegroups",
      "siteusers(1)",
      "sitegroups(3)",
      "roledefinitions",
      "roleassignments",
      "currentuser",
      "regionalsettings",
      "getByTitle('Rows')",
      "getByTitle('Documents')",
      "lists/getByTitle('Rows')",
      "web/lists/getByTitle('Rows')",
      "web/lists/getByTitle('Rows')/items",
      "getitems",
      "getchanges",
      "recycle",
      "recyclebin",
      "renderlistdataasstream",
      "AddValidateUpdateItemUsingPath",
      "ValidateUpdateListItem()",
      "breakroleinheritance(true)",
      "subscriptions",
      "attachmentfiles",
      "contenttypes",
      "getfolderbyserverrelativepath(decodedurl='/sites/plan/Shared Documents')",
      "getfilebyserverrelativepath(decodedurl=@v)",
      "ensureuser",
      "contextinfo",
      "$batch",
      "$value",
      "Title",
      "webs",
      "webs/add",
      "likedby",
      "comments",
      "usercustomactions",
      "contenttypes('0x0105')/fieldlinks",
      "storagemetrics",
      "renderlistformdata(itemid=1,formid='x',mode='2')",
      "uploadimage(listTitle=@v,imageName=@v,listId=@v,itemId=1)",
      "createdefaultassociatedgroups(groupNameSeed=@v)",
      "folders/addUsingPath(decodedurl=@v)",
      "files/addTemplateFile(urlOfFile=@v,templateFileType=1)",
      "titleResource/getValueForUICulture",
    ),
  },
  { weight: 1, arbitrary: text },
  {
    weight: 1,
    arbitrary: tuple(
      constantFrom(
        "items",
        "lists",
        "getByTitle",
        "getbyid",
        "fields",
        "getUserById",
        "sitegroups",
        "views",
        "files",
      ),
      text,
    ).map(([name, value]) => `${name}(${value})`),
  },
  { weight: 1, arbitrary: text.map((value) => `getByTitle('${value}')`) },
);
const clause = oneof(
  tuple(
    constantFrom(
      "Title",
      "Score",
      "Id",
      "Author/Title",
      "Author",
      "Nope",
      "Modified",
      "FileRef",
      "Notes",
    ),
    constantFrom("eq", "ne", "gt", "has", ""),
    text,
  ).map((parts) => parts.join(" ")),
  tuple(constantFrom("startswith", "substringof", "year", "indexof", "not"), text, text).map(
    ([name, one, two]) => `${name}(${one},${two})`,
  ),
  text,
  constant(`${"(".repeat(500)}Title eq 'a'${")".repeat(500)}`),
  constant(Array(400).fill("Id eq 1").join(" or ")),
);
const query = dictionary(
  constantFrom(
    "$filter",
    "$select",
    "$expand",
    "$orderby",
    "$top",
    "$skiptoken",
    "$skip",
    "@v",
    "x",
  ),
  oneof(
    clause,
    text,
    constantFrom(
      "*",
      "Author/Title",
      "Author",
      "RoleAssignments/Member",
      "1",
      "5000",
      "Paged=TRUE&p_ID=1",
      "Paged=TRUE&p_ID=1&p_Title=%00",
      "Title desc",
      "Author/Id",
    ),
  ),
  { maxKeys: 4 },
);
const knownBody = constantFrom<object>(
  { Title: "x".repeat(300) },
  { Title: { deep: [] } },
  { Title: "y", BaseTemplate: 1e9 },
  { __metadata: { type: "x" }, Title: "z" },
  { formValues: [{ FieldName: "Title", FieldValue: 7 }] },
  { formValues: [{ FieldName: "Author", FieldValue: "[{" }], listItemCreateInfo: {} },
  { query: { ViewXml: "<View><Query><Where><Eq>" } },
  {
    query: {
      ViewXml: "<View><Joins><Join/></Joins><ProjectedFields><Field/></ProjectedFields></View>",
    },
  },
  { query: { ViewXml: "<View><Query><GroupBy><FieldRef/></GroupBy></Query></View>" } },
  {
    query: {
      ViewXml: "<View><Query><Where><Membership Type='SPGroup' ID='x'/></Where></Query></View>",
    },
  },
  { parameters: { RenderOptions: 2147483647 } },
  { ValidationFormula: "=DATEDIF(1,2" },
  { FieldInternalName: "Title" },
  { query: { ViewXml: "<!DOCTYPE x [<!ENTITY a 'b'>]><View/>" } },
  { parameters: { ViewXml: "<View><RowLimit>x</RowLimit></View>" } },
  { logonName: "' OR 1=1" },
  { BasePermissions: { High: "x", Low: -1 } },
  { SchemaXml: "<Field Type='Text'" },
  { parameters: { SchemaXml: "<Field Name='a' Type='Number' Min='x'/>" } },
  { query: { ChangeTokenStart: { StringValue: "1;3;x;y;z" } } },
  { notificationUrl: "ftp://x", expirationDateTime: "soon", resource: "x" },
);
/** A request of the client object model, whose paths may lead anywhere, in circles too. */
const pathId = constantFrom("1", "2", "3", "x");
const name = constantFrom("Web", "Lists", "Add", "Items", "Fields", "GetByTitle", "Update", "'");
const csomValue = constantFrom(
  '<Parameter Type="String">Rows</Parameter>',
  '<Parameter Type="Int32">x</Parameter>',
  '<Parameter ObjectPathId="1" />',
  '<Parameter TypeId="{x}"><Property Name="Field" ObjectPathId="2" /></Parameter>',
  '<Parameter Type="Array"><Object /></Parameter>',
);
const csomPath = tuple(
  constantFrom("Property", "Method", "Identity", "Constructor", "StaticProperty", "Odd"),
  pathId,
  pathId,
  oneof(name, constant("a|740c6a0b-85e2-48a0-a494-e0f1759d4aa7:site:x:web:y:list:z:item:1,1")),
  csomValue,
).map(
  ([kind, id, parent, named, value]) =>
    `<${kind} Id="${id}" ParentId="${parent}" Name="${named}"><Parameters>${value}</Parameters></${kind}>`,
);
const csomAction = tuple(
  constantFrom("ObjectPath", "Query", "ObjectIdentityQuery", "SetProperty", "Method", "Odd"),
  pathId,
  name,
  csomValue,
).map(
  ([kind, path, named, value]) =>
    `<${kind} Id="1" ObjectPathId="${path}" Name="${named}">${value}</${kind}>`,
);
const csom = tuple(array(csomAction, { maxLength: 4 }), array(csomPath, { maxLength: 4 })).map(
  ([actions, paths]) =>
    `<Request><Actions>${actions.join("")}</Actions><ObjectPaths><StaticProperty Id="3" Name="Current" />${paths.join("")}</ObjectPaths></Request>`,
);
const body: Arbitrary<string> = oneof(
  json(),
  knownBody.map((value) => JSON.stringify(value)),
  text,
  constant("[".repeat(5000)),
  constant('{"a":'.repeat(3000)),
  text.map((part) => `--b\nContent-Type: application/http\n\nGET ${part} HTTP/1.1\n\n--b--`),
  step.map(
    (path) =>
      `--b\r\nContent-Type: application/http\r\n\r\nPOST /sites/plan/_api/${path} HTTP/1.1\r\nif-match: x\r\n\r\n{"Title":1}\r\n--b--`,
  ),
);
const headers = record({
  Accept: constantFrom(
    "application/json",
    "application/json;odata=verbose",
    "application/json;odata=nometadata",
    "*/*",
    "text/html;q=x",
  ),
  "Content-Type": constantFrom(
    "application/json",
    "multipart/mixed; boundary=b",
    "multipart/mixed",
    "x",
  ),
  "If-Match": option(constantFrom("*", '"x,1"', "W/", "''"), { nil: "*" }),
  "X-HTTP-Method": constantFrom("", "", "", "MERGE", "MERGE", "DELETE", "PUT", "PATCH", "NONSENSE"),
});
const rows = "web/lists/getByTitle('Rows')";
/** Addresses that there are, for what is wrong besides. */
const known = constantFrom(
  "web",
  "web/lists",
  "web/lists/ensuresiteassetslibrary",
  rows,
  `${rows}/items`,
  `${rows}/items(1)`,
  `${rows}/items(1)/validateupdatelistitem`,
  `${rows}/addvalidateupdateitemusingpath`,
  `${rows}/getitems`,
  `${rows}/renderlistdataasstream`,
  `${rows}/getchanges`,
  `${rows}/getlistitemchangessincetoken`,
  `${rows}/fields`,
  `${rows}/fields/createfieldasxml`,
  `${rows}/fields/getbytitle('Score')`,
  `${rows}/views`,
  `${rows}/subscriptions`,
  `${rows}/roleassignments/addroleassignment(principalid=@v,roledefid=1)`,
  `${rows}/rootfolder/folders`,
  "web/getfolderbyserverrelativepath(decodedurl=@v)",
  "web/getfilebyserverrelativepath(decodedurl=@v)/$value",
  "web/getfolderbyserverrelativepath(decodedurl='Shared Documents')/files/addusingpath(decodedurl=@v)",
  "web/ensureuser",
  "web/sitegroups",
  "web/roledefinitions",
  "web/webs/add",
  "web/recyclebin",
  "web/navigation/quicklaunch",
  "web/features/add",
  `${rows}/items(1)/sharelink`,
  `${rows}/additemusingpath`,
  `${rows}/contenttypes`,
  "$batch",
);
const request = record({
  who: constantFrom("admin", "admin", "alpha", "outsider", "nobody"),
  method: constantFrom("GET", "GET", "POST", "POST", "PATCH", "PUT", "DELETE"),
  steps: oneof(
    array(step, { minLength: 1, maxLength: 4 }),
    known.map((path) => [path]),
  ),
  query,
  headers,
  body,
});

/** Whether the answer is what SharePoint would send: errors in its envelope, and none that nobody foresaw. Outside the site there is nothing. */
function complaint(status: number, contentType: string, answer: string): string | undefined {
  if (status < 400 || [401, 431].includes(status)) return undefined;
  if (answer.startsWith("There is nothing at")) return undefined;
  if (answer.includes("Something unforeseen")) return `unforeseen ${status}`;
  if (!contentType.includes("json")) return `${status} as ${contentType}`;
  const content: unknown = JSON.parse(answer);
  const error = isFields(content) ? (content["odata.error"] ?? content["error"]) : undefined;
  return isFields(error) && typeof error["code"] === "string" ? undefined : `${status} ${answer}`;
}

/** Some nonsense takes the list away; it comes back. */
async function prepare(site: LocalSite): Promise<void> {
  const { web } = site.as("admin");
  if ((await web.lists.filter("Title eq 'Rows'")()).length > 0) return;
  await web.lists.add("Rows");
  const list = web.lists.getByTitle("Rows");
  await list.fields.addNumber("Score");
  await list.fields.addMultilineText("Notes");
  await list.items.add({ Title: "a", Score: 1 });
  await web.siteGroups.getByName("plan Members").users.add(loginOf("alpha"));
}

describe("whatever nonsense is asked", () => {
  it(
    `${requests} times, it is answered in SharePoint's words`,
    { timeout: 30_000 + 30 * requests },
    () =>
      withSite(async (site) => {
        let number = 0;
        await assert(
          asyncProperty(
            request,
            async ({ who, method, steps, query: asked, headers: sent, body: content }) => {
              if (number++ % 20 === 0) await prepare(site);
              const path = encodeURI(steps.join("/")).replaceAll("?", "%3F").replaceAll("#", "%23");
              const search = Object.entries(asked).map((pair) =>
                pair.map(encodeURIComponent).join("="),
              );
              const url = `${site.api}/${path}?${search.join("&")}`;
              const { "X-HTTP-Method": meant, ...others } = sent;
              const response = await fetch(url, {
                method,
                headers: {
                  ...others,
                  ...(meant === "" ? {} : { "X-HTTP-Method": meant }),
                  Authorization: `Bearer ${who}`,
                },
                ...(method === "GET" ? {} : { body: content }),
              });
              const answer = await response.text();
              expect(
                complaint(response.status, response.headers.get("content-type") ?? "", answer),
              ).toBeUndefined();
            },
          ),
          { numRuns: requests },
        );
        expect((await site.call("admin", "GET", "web")).status).toBe(200);
      }),
  );

  it("to the client object model, too", { timeout: 30_000 + 10 * requests }, () =>
    withSite(async (site) => {
      await prepare(site);
      await assert(
        asyncProperty(csom, async (content) => {
          const response = await fetch(`${site.api}/client.svc/ProcessQuery`, {
            method: "POST",
            headers: { Authorization: "Bearer admin" },
            body: content,
          });
          const answer = await response.text();
          const type = response.headers.get("content-type") ?? "";
          expect(complaint(response.status, type, answer)).toBeUndefined();
          expect(answer).not.toContain("unforeseen");
        }),
        { numRuns: Math.ceil(requests / 4) },
      );
    }),
  );

  it.each([
    "GARBAGE\r\n\r\n",
    "GET /sites/plan/_api/web HTTP/9.9\r\n\r\n",
    "POST /sites/plan/_api/web HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
    "POST /sites/plan/_api/web HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\nContent-Length: 50\r\n\r\n{",
    `GET /${"a".repeat(100_000)} HTTP/1.1\r\n\r\n`,
  ])("on a bare socket, the next caller is served (%#)", (bytes) =>
    withSite(async (site) => {
      const { port } = new URL(site.origin);
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), "127.0.0.1", () => {
          socket.write(bytes);
          setTimeout(() => socket.destroy(), 50);
        });
        socket.on("error", () => undefined);
        socket.on("close", () => resolve());
      });
      expect((await site.call("admin", "GET", "web")).status).toBe(200);
    }),
  );
});
