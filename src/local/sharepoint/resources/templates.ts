import type { Answer, Entity } from "../odata/entity.ts";
import { isLibraryTemplate, listTemplates } from "../store/list-templates.ts";
import type { Resource } from "./resource.ts";

/** Sites that `webs/add` is usually asked for. It takes any name: what a web begins with is the same for all here. */
const webTemplates = [
  [1, "STS#3", "Team site (no Microsoft 365 group)", "Collaboration"],
  [1, "STS#0", "Team site (classic experience)", "Collaboration"],
  [6115, "PROJECTSITE#0", "Project Site", "Collaboration"],
  [7, "BDR#0", "Document Center", "Enterprise"],
] as const;

/** Templates of webs and lists. Nobody can add their own here, so the list of those is empty. */
export const templateSteps: NonNullable<Resource["steps"]> = {
  getavailablewebtemplates: () => ({ get: () => collection("WebTemplates", sites()) }),
  listtemplates: () => ({ get: () => collection("ListTemplates", lists()) }),
  getcustomlisttemplates: () => ({ get: () => collection("ListTemplates", []) }),
  customlisttemplates: () => ({ get: () => collection("ListTemplates", []) }),
};

function collection(name: string, entities: readonly Entity[]): Answer {
  return { kind: "collection", set: `SP.ApiData.${name}`, entities };
}

function sites(): Entity[] {
  return webTemplates.map(([id, name, title, category]) => ({
    type: "SP.WebTemplate",
    path: `Web/AvailableWebTemplates/GetByName('${name}')`,
    properties: {
      Description: title,
      DisplayCategory: category,
      Id: id,
      ImageUrl: "/_layouts/15/images/stts.png",
      IsHidden: false,
      IsRootWebOnly: false,
      IsSubWebOnly: false,
      Lcid: 1033,
      Name: name,
      Title: title,
    },
  }));
}

function lists(): Entity[] {
  return listTemplates.map(({ number, name, title, feature }) => ({
    type: "SP.ListTemplate",
    path: `Web/ListTemplates('${name}')`,
    properties: {
      AllowsFolderCreation: true,
      BaseType: isLibraryTemplate(number) ? 1 : 0,
      Description: title,
      FeatureId: feature,
      Hidden: false,
      ImageUrl: "/_layouts/15/images/itgen.png",
      InternalName: name,
      IsCustomTemplate: false,
      ListTemplateTypeKind: number,
      Name: title,
      OnQuickLaunch: false,
      Unique: false,
    },
  }));
}
