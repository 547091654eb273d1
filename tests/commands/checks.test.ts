import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { planted } from "#cli/sample/planted.ts";
import { actionPlan } from "./a-command.ts";
import { type FreshProduct, freshProduct } from "./a-fresh-product.ts";

const finding = z.strictObject({
  check: z.string(),
  ref: z.string(),
  agency: z.string(),
  action: z.nullable(z.string()),
  says: z.string(),
  asks: z.string(),
  weight: z.enum(["strong", "plain"]),
});

const paper = `# Questions from scrutiny

## Marl Valley Hospitals NHS Trust (MVHT)

### Recommendation 1.3 - Amber

What is the current status of the triage check?

### Recommendation 9.9 - Green

What did the last audit find?
`;

let folder: string;
let product: FreshProduct;
beforeAll(async () => {
  product = await freshProduct("checks");
  ({ folder } = product);
});
afterAll(() => product.close());

const found = async () =>
  z.array(finding).parse(JSON.parse((await actionPlan(folder, "check", "--json")).out));

const names = (all: readonly { readonly check: string; readonly ref: string }[]) =>
  all.map(({ check, ref }) => `${ref} ${check}`).toSorted();

it("checks the plan that the product started with, and finds what is planted in it", async () => {
  expect(names(await found())).toEqual(names(planted));
  const { out, error } = await actionPlan(folder, "check");
  expect(out).toContain(": 17 findings, 8 of them strong.\n");
  expect(error).toBe("");
});

it("puts a scrutiny paper's questions to the agencies, and comes back to them when nobody answers", async () => {
  const file = join(folder, "paper.md");
  writeFileSync(file, paper);
  const challenge = ["challenge", "--from", file, "--due", "2024-01-31"];
  const dry = await actionPlan(folder, ...challenge, "--dry-run");
  expect(dry.out).toMatch(/^1\.3 {2}MVHT: What is .*\nWould put 1 question\. Nothing was put\.\n$/);
  const put = await actionPlan(folder, ...challenge);
  expect(put.out).toMatch(/^Put 1 question to the agencies; 1 of the paper/);
  expect(put.error).toContain("The plan has no recommendation 9.9.");
  expect((await actionPlan(folder, ...challenge)).out).toContain("1 put before");
  const late = (await found()).filter(({ check }) => check === "unanswered");
  expect(late.map(({ ref, agency, action }) => [ref, agency, action === null])).toEqual([
    ["1.3", "MVHT", true],
    ["2.1", "QCMH", false],
  ]);
});

it("asks about what may be a date of birth in a paper or a version, and takes it with --anyway", async () => {
  const file = join(folder, "doubtful.md");
  writeFileSync(
    file,
    paper.replace("the triage check?", "the triage of the boy born 3 April 2009?"),
  );
  const challenge = ["challenge", "--from", file];
  await expect(actionPlan(folder, ...challenge)).rejects.toThrow(
    /date of birth in a question on recommendation 1\.3.*Run it again with --anyway/,
  );
  expect((await actionPlan(folder, ...challenge, "--anyway")).out).toMatch(/^Put 1 question/);
  const version = ["version", "add", "--author", "Owner", "--comment", "After DOB 03/04/2009"];
  await expect(actionPlan(folder, ...version)).rejects.toThrow(/--anyway/);
  expect((await actionPlan(folder, ...version, "--anyway")).out).toContain("ersion 7");
  const number = ["version", "add", "--author", "Owner", "--comment", "About 943 476 5919"];
  await expect(actionPlan(folder, ...number, "--anyway")).rejects.toThrow(/NHS number/);
});
