import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSharePoint } from "#local/sharepoint/service.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import { connectSharePoint, type Stores } from "#sharepoint/connect.ts";
import { addToGroup, addToRole } from "#sharepoint/members.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import { site, type Site } from "#sharepoint/site.ts";
import { importPlan } from "#usecases/import-plan.ts";

/** People of these tests; the name is their token too. */
const testPeople = [
  "owner",
  "nurse",
  "midwife",
  "chair",
  "councillor",
  "reader",
  "stranger",
  "guest",
] as const;
export type TestPerson = (typeof testPeople)[number];

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly caller: string | undefined;
  readonly status: number;
}

export interface ASite {
  readonly origin: string;
  readonly siteUrl: string;
  readonly admin: Site;
  /** Every request so far; emptied by the test that counts. */
  readonly requests: Request[];
  as(person: TestPerson): Stores;
  siteOf(person: TestPerson): Site;
  /** The status that a raw call of somebody gets. */
  call(person: TestPerson, path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** As the tenant that invited them calls a guest; SharePoint writes sign-in names small. */
export const guestUpn = "guest_elsewhere.example#EXT#@marlshire.example";
const upn = (person: string) => (person === "guest" ? guestUpn : `${person}@marlshire.example`);
const loginName = (person: string) => `i:0#.f|membership|${upn(person).toLowerCase()}`;

/** A local SharePoint service of its own on a free port; nothing is provisioned yet. People have their names, if any are given. */
export async function aFreshSite(names: Partial<Record<TestPerson, string>> = {}): Promise<ASite> {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-site-"));
  const requests: Request[] = [];
  const callers = new Map(
    testPeople.map(
      (person) =>
        [
          person,
          {
            loginName: loginName(person),
            name: names[person] ?? person,
            email: upn(person),
            siteAdmin: false,
          },
        ] as const,
    ),
  );
  const service = await startSharePoint({
    port: 0,
    dataFolder,
    directory: Array.from(callers.values()),
    authenticate: async (bearer) =>
      bearer === "admin"
        ? { loginName: "i:0i.t|ms.sp.ext|app@tenant", name: "The app", siteAdmin: true }
        : [...callers].find(([person]) => person === bearer)?.[1],
    onRequest: ({ method, url, caller, status }) =>
      void requests.push({ method, url, caller, status }),
  });
  const siteUrl = `${service.origin}/sites/plan`;
  const siteWith = (token: string) => ({ siteUrl, token: async () => token });
  return {
    origin: service.origin,
    siteUrl,
    admin: site(siteWith("admin")),
    requests,
    as: (person) => connectSharePoint(siteWith(person)),
    siteOf: (person) => site(siteWith(person)),
    call(person, path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${person}`);
      headers.set("accept", "application/json");
      headers.set("content-type", "application/json");
      return fetch(`${siteUrl}${path}`, { ...init, headers });
    },
    async close() {
      await service.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Two agencies, two recommendations, three actions; the nurse speaks for the trust, the midwife for the council. */
export const aSmallPlan: NewPlan = {
  plan: {
    title: "Small plan",
    regulator: "CQC",
    published: "2026-07-14",
    scheme: brag,
    version: "1",
  },
  agencies: [
    { shortName: "Trust", name: "The Trust", otherNames: [] },
    { shortName: "Council/PH", name: "The Council's public health", otherNames: ["PH"] },
  ],
  versions: [
    {
      number: "1",
      date: "2026-08-01",
      dateAsPrinted: "1 August 2026",
      author: "Head of Safeguarding",
      comment: "First",
    },
  ],
  recommendations: [
    {
      ref: "1.1",
      order: 1,
      text: "Train everybody who sees children.",
      addressees: ["Trust"],
      paragraphs: ["3.2"],
      outcome: "Staff know what to do.",
      actions: [
        {
          order: 1,
          agencies: ["Trust"],
          agencyAsPrinted: "Trust",
          text: "Train the nurses.",
          leads: ["Named Nurse"],
          due: "2026-12-31",
          dueAsPrinted: "31 December 2026",
        },
        {
          order: 2,
          agencies: ["Trust", "Council/PH"],
          agencyAsPrinted: "Trust / Council",
          text: "Train together.",
          leads: [],
          dueAsPrinted: "",
        },
      ],
    },
    {
      ref: "1.2",
      order: 2,
      text: "Write the pathway.",
      addressees: ["Council/PH"],
      paragraphs: [],
      actions: [
        {
          order: 1,
          agencies: ["Council/PH"],
          agencyAsPrinted: "Council",
          text: "Write it.",
          leads: [],
          dueAsPrinted: "TBC",
        },
      ],
    },
  ],
};

/** The site with its lists, people in their groups, and the small plan. */
export async function aSiteWithAPlan(): Promise<ASite & { readonly planId: number }> {
  const fresh = await aFreshSite();
  await provision(fresh.admin);
  await addToRole(fresh.admin, "owner", upn("owner"));
  await addToRole(fresh.admin, "challenge", upn("chair"));
  await addToRole(fresh.admin, "scrutiny", upn("councillor"));
  await addToRole(fresh.admin, "reader", upn("reader"));
  const writer = new SharePointPlanWriter(fresh.admin);
  const { planId, agencies } = await importPlan({ writer }, aSmallPlan);
  for (const [shortName, person] of [
    ["Trust", "nurse"],
    ["Council/PH", "midwife"],
  ] as const) {
    const group = agencies.find((agency) => agency.shortName === shortName)?.group ?? "";
    await addToGroup(fresh.admin, group, upn(person));
  }
  return { ...fresh, planId };
}
