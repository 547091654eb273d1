import { expect, it } from "vitest";
import { library, makeLibrary, put } from "./support/library.ts";
import { withSite } from "./support/site.ts";

const file = `web/getFileByServerRelativePath(decodedUrl='${library}/a.txt')`;
const folder = `web/getFolderByServerRelativePath(decodedUrl='${library}/Alpha')`;
const hooks = "web/lists/getByTitle('Evidence')/subscriptions";
const move = "SP.MoveCopyUtil.MoveFileByPath(overwrite=true)";
const at = (DecodedUrl: string) => ({ DecodedUrl });

const calls: readonly (readonly [string, string, unknown?])[] = [
  ["GET", "web/recyclebin('x')"],
  ["GET", "web/recyclebin(1)"],
  ["GET", "web/recyclebin/getbyid()"],
  ["POST", "web/recyclebin/deletebyids", {}],
  ["POST", "web/recyclebin/restorebyids", { ids: ["x"] }],
  ["POST", "web/recyclebin('x')/restore"],
  ["POST", "web/webs/add", {}],
  ["POST", "web/webs/add", { parameters: { Title: "x", Url: "../x" } }],
  ["POST", "web/webs/add", { parameters: { Title: "x", Url: "a/b" } }],
  ["POST", "web/webs/add", { parameters: { Title: "x", Url: "Lists" } }],
  ["DELETE", "web"],
  ["GET", "web/getfilebyid('x')"],
  ["GET", "web/getfilebyid()"],
  ["GET", "web/getfolderbyid(null)"],
  ["GET", "web/getfolderbyid('''; DROP TABLE lists; --')"],
  ["GET", "web/getfilebyurl('http://[::1')"],
  ["GET", `web/getfilebyurl('http://elsewhere.example${library}/a.txt')`],
  ["POST", move, {}],
  ["POST", move, { srcPath: "x", destPath: 7 }],
  ["POST", move, { srcPath: at("http://%"), destPath: at("") }],
  ["POST", move, { srcPath: at(`${library}/a.txt`), destPath: at("/") }],
  ["POST", move, { srcPath: at(`${library}/a.txt`), destPath: at(`${library}/../../a.txt`) }],
  ["POST", "SP.MoveCopyUtil.CopyFolderByPath()", { srcPath: at(library), destPath: at(library) }],
  ["POST", `${file}/moveTo(newurl='')`],
  ["POST", `${file}/copyTo()`],
  ["POST", `${file}/checkin(comment='',checkintype=9)`],
  ["POST", `${file}/checkin()`],
  ["POST", `${file}/undoCheckOut()`],
  ["POST", `${file}/unpublish(comment='')`],
  ["POST", `${file}/deleteWithParameters`, { parameters: 5 }],
  ["POST", `${file}/deleteWithParameters`, { parameters: { ETagMatch: '"x,9"' } }],
  ["GET", `${file}/versions(abc)`],
  ["GET", `${file}/versions('x')`],
  ["GET", `${file}/versions(99999999999999999999)`],
  ["POST", `${file}/versions/restoreByLabel(versionlabel='')`],
  ["POST", `${file}/versions/deleteById(vid='x')`],
  ["PATCH", folder, { Name: "" }],
  ["PATCH", folder, { Name: "a/b" }],
  ["PATCH", folder, { Nope: "x" }],
  ["GET", "web/regionalsettings/timezones/getbyid('x')"],
  ["POST", "web/regionalsettings/timezone/utctolocaltime('x')"],
  ["POST", hooks, {}],
  ["POST", hooks, { notificationUrl: 7, expirationDateTime: {} }],
  ["POST", hooks, { notificationUrl: "https://127.0.0.1:1/x", expirationDateTime: "9999-99-99" }],
  ["PATCH", `${hooks}('x')`, {}],
  ["DELETE", `${hooks}()`],
  ["POST", "site/openwebbyid('x')"],
  ["GET", "sp.web.getdocumentlibraries('http://elsewhere.example')"],
  ["GET", "sp.web.getweburlfrompageurl('/etc/passwd')"],
  ["POST", "sp.site.exists", { url: 7 }],
];

const told = calls.map(([method, path, body]) => ({ method, path, body }));

it.each(told)("$method $path is refused in words, and changes nothing", ({ method, path, body }) =>
  withSite(async (site) => {
    await makeLibrary(site);
    await put(site, `${library}/a.txt`, "one");
    const encoded = path.replaceAll("%", "%25").replaceAll(" ", "%20");
    const answer = await site.call("admin", method, encoded, body === undefined ? {} : { body });
    expect([400, 404, 405, 412, 501]).toContain(answer.status);
    expect(answer.json).toHaveProperty(["odata.error", "code"]);
    const after = await site.call("admin", "GET", `${file}?$select=ETag,ServerRelativeUrl`);
    expect(after.json).toMatchObject({ ServerRelativeUrl: `${library}/a.txt` });
    expect(after.text).toMatch(/,1\\"/);
  }),
);
