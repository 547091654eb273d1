import { describe, expect, it } from "vitest";
import { runChecks } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import type { Action } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import { measures } from "#plan/smart.ts";
import { agencies, anAction } from "../plan-data.ts";

/** Whether a check fires on the one action of a plan, an action of Acute. */
function fires(check: string, of: Partial<Action>): boolean {
  const actions = [anAction(of)];
  const findings = runChecks({
    plan: { id: 1, title: "Plan", regulator: "CQC", scheme: brag },
    agencies,
    recommendations: [
      { id: 1, ref: "2.1", order: 1, text: "Train.", addressees: ["Acute"], paragraphs: [] },
    ],
    actions,
    states: foldPlan(brag, agencies, actions, []),
    record: [],
    today: "2026-07-01",
  });
  return findings.some((each) => each.check === check);
}

describe("work that is passed on, as plans word it", () => {
  it.each([
    "This is a Council action.",
    "Action for Council.",
    "Council to action.",
    "To be actioned by the Council.",
    "This action is owned by the Council.",
    "The Council owns this action.",
    "The Council is responsible for this action.",
    "The Council will be responsible for delivering the training.",
    "Responsibility for this has been transferred to the Council.",
    "This action has been passed to the Council.",
    "This falls within the remit of the Council.",
    "This sits outside Acute and is a matter for the Council.",
    "Not one for Acute: the Council is leading on this.",
    "This work is being led by the Council.",
    "It is for the Council to decide how the form is used.",
    "This action is for the council.",
    "Please see the Council’s action plan.",
    "Refer to the Council action plan.",
    "Council to confirm the process for sharing the list.",
    "Council to develop the pathway with schools.",
    "Request that the Council provides a list of open cases.",
    "Ask the Council to share its list of open cases.",
    "The Council has been asked to review the threshold document.",
    "Commissioners will be asked to fund a liaison post.",
    "Schools have been asked to name a contact.",
    "GP practices are being asked to code the alert.",
    "NHS England will be asked to change the template.",
    "Children’s social care will be asked to copy us in.",
    "The Ambulance Service will be asked to send its form.",
  ])("is found in: %s", (text) => {
    expect(fires("passed-on", { text })).toBe(true);
  });

  it.each([
    "Staff will be asked to complete a survey.",
    "Children and young people will be asked to comment on their health plan.",
    "Every parent will be asked to bring the red book.",
    "Women will be asked about domestic abuse at each visit.",
    "Practitioners will be asked to bring a case to supervision.",
    "The Named Nurse will be asked to report each quarter.",
    "Ward managers have been asked to audit ten records.",
    "The Board will be asked to approve the policy.",
    "Our service will be asked to bid.",
    "The action is to improve the pathway.",
    "This action is for completion by March.",
    "This action is for all ward managers.",
    "This action is for the acute.",
    "This action is to be monitored by the Board.",
    "The work is to be completed by the end of June.",
    "The work is with children aged 5 to 11.",
    "Information is passed to the Council within 24 hours.",
    "Concerns are escalated to the Council by the duty nurse.",
    "Referrals to the Council will be audited each month.",
    "Train staff on when to refer to the Council.",
    "Share the pathway with the Council and schools.",
    "Agree with the Council how the list is shared.",
    "Write to the Council with the findings of the audit.",
    "Invite the Council to the meeting.",
    "Ask the Council to the next meeting.",
    "Council to be invited to the meeting.",
    "Council to receive a report each quarter.",
    "The Council was asked for its figures.",
    "The Council has agreed the new form.",
    "Acute to develop the pathway with the Council.",
  ])("is not found in: %s", (text) => {
    expect(fires("passed-on", { text })).toBe(false);
  });
});

describe("a measure, as plans word it", () => {
  it.each([
    "Quarterly dip sample of records.",
    "Spot checks of records each month.",
    "Re-audit in the autumn.",
    "Report completion against the dashboard.",
    "Scorecard reported to the Board.",
    "Monthly exception report on training.",
    "Training figures reported to the Board.",
    "Feedback from young people shows that they were heard.",
    "Send a questionnaire to parents and report what they say.",
    "Case file reviews each quarter.",
    "Peer review of records.",
    "Quality assurance of referrals each month.",
    "Compliance monitored each month.",
    "90 per cent of staff trained at Level 3.",
    "Level 3 training reaches 85% of staff.",
    "Waiting times fall below ten days.",
    "Children are seen within 28 days.",
    "A third of records reviewed.",
    "Reduce re-referrals by a quarter.",
    "Fewer children wait in the emergency department.",
  ])("is read in: %s", (text) => {
    expect(fires("not-measurable", { text })).toBe(false);
  });

  it.each([
    "Put measures in place to raise awareness.",
    "Work with Tier 3 services on the pathway.",
    "Provide 1:1 supervision to staff.",
    "Support 16 and 17 year olds who leave care.",
    "Promote the offer to children aged 11.",
    "Promote the checks of two-year-olds.",
    "Open the line from 9am to 5pm.",
    "Offer a 24/7 helpline.",
    "Follow NICE guideline 89.",
    "Follow Article 12 and Standard 4.",
    "Meet Regulation 13.",
    "Support schools at Key Stage 2.",
    "Strengthen joint working with Ward 5.",
    "Embed the policy within 6 months.",
    "Embed the policy in the next six months.",
    "Deliver the half-day course.",
    "Identify the target audience for awareness.",
    "Ensure compliance with the policy.",
    "Improve outcomes for children.",
    "Complete by 31.3.26.",
    "Ensure that staff are aware of the policy.",
  ])("is missed in: %s", (text) => {
    expect([fires("not-measurable", { text }), measures(anAction({ text }))]).toEqual([true, []]);
  });
});

describe("a lead officer, as plans word it", () => {
  it.each([
    "Named Nurse",
    "Head of Safeguarding (post vacant, covered by the Matron)",
    "Chair of the Task and Finish Group",
    "RCGP lead",
    "Allison",
    "All GP practice leads",
    "Vacancy manager",
    "Council",
    "NA (Named Administrator)",
    "Nil Patel",
    "Director of Nursing, TBC for key personnel",
    "Team leaders",
    "Matrons",
    "Designated Doctor",
    "Service Manager, CAMHS",
  ])("is named by: %s", (lead) => {
    expect(fires("no-owner", { leads: [lead] })).toBe(false);
  });

  it.each([
    "TBC",
    "tbc.",
    "TBA",
    "To be confirmed",
    "To be identified",
    "(to be appointed)",
    "N/A",
    "NA",
    "-",
    "?",
    "None",
    "Vacant",
    "Post vacant",
    "All",
    "All staff",
    "Various",
    "Unknown",
    "Not yet identified",
  ])("is not named by: %s", (lead) => {
    expect(fires("no-owner", { leads: [lead] })).toBe(true);
  });
});
