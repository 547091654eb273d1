import { expect, it } from "vitest";
import { type Check, examine, fine, wrong } from "#cli/doctor/finding.ts";

const check = (claim: string, more: Partial<Check>): Check => ({
  claim,
  todo: `Mend ${claim}.`,
  look: async () => fine,
  ...more,
});

it("tells one cause once: what rests on it is not looked at, however far", async () => {
  const looked: string[] = [];
  const look = (claim: string) => async () => {
    looked.push(claim);
    return fine;
  };
  const findings = await examine([
    check("a token", { look: async () => wrong("None was given.", "Upload the certificate.") }),
    check("the site", { needs: "a token", look: look("the site") }),
    check("the lists", { needs: "the site", look: look("the lists") }),
    check("the server", { look: look("the server") }),
  ]);
  expect(looked).toEqual(["the server"]);
  expect(findings.map(({ verdict }) => verdict)).toEqual([
    { state: "wrong", what: "None was given.", todo: "Upload the certificate." },
    { state: "not-checked", why: "It rests on “a token”." },
    { state: "not-checked", why: "It rests on “the site”." },
    fine,
  ]);
});

it("takes an error for a verdict, with what it was caused by and what to do", async () => {
  const [finding, next] = await examine([
    check("the site", { look: unreachable }),
    check("the server", {}),
  ]);
  expect(finding?.verdict).toEqual({
    state: "wrong",
    what: "It can't be reached. (fetch failed)",
    todo: "Mend the site.",
  });
  expect(next?.verdict).toEqual(fine);
});

async function unreachable(): Promise<never> {
  throw new Error("It can't be reached.", { cause: new Error("fetch failed") });
}
