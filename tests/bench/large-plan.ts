const agencies = [
  "Marlshire ICB",
  "Fenbrook Hospitals",
  "Wold Health",
  "County Council",
  "Beacon Service",
];
const leads = [
  "Named Nurse",
  "Head of Midwifery",
  "Service Manager",
  "Clinical Lead",
  "Designated Doctor",
];
const verbs = ["Audit", "Write", "Agree", "Publish", "Review"];
const things = [
  "the records of children who came to the emergency department",
  "the pathway for women who need help before and after birth",
  "what practitioners in services for adults ask about children",
  "the health assessments of children who are looked after",
];

/** 1,000 recommendations with ten actions each, unless told, one a line, as an agency would hand in a spreadsheet. */
export function largePlanCsv(recommendations = 1000, actions = recommendations * 10): string {
  const lines = Array.from({ length: actions }, (_, index) => {
    const recommendation = Math.floor((index * recommendations) / actions);
    return [
      `${Math.floor(recommendation / 10) + 1}.${(recommendation % 10) + 1}`,
      `Make sure that ${at(things, recommendation)} are what children need (${recommendation + 1}).`,
      at(agencies, index),
      `${at(verbs, index)} ${at(things, index)}: number ${index + 1}, with 95 % of ${10 + (index % 20)} checked each month.`,
      at(leads, index * 3),
      new Date(Date.UTC(2026, 0, 1 + ((index * 7919) % 700))).toISOString().slice(0, 10),
    ];
  });
  return [["Ref", "Recommendation", "Agency", "Action", "Lead", "Due date"], ...lines]
    .map((fields) => fields.map((field) => `"${field}"`).join(","))
    .join("\r\n");
}

/** The same plan later: of every tenth action the progress is told, every twentieth is worded otherwise, and 500 are new. */
export function newerPlanCsv(): string {
  const [headings = "", ...lines] = largePlanCsv().split("\r\n");
  const told = lines.map((line, index) => {
    const worded = index % 20 === 5 ? line.replace("each month", "every month") : line;
    return `${worded},"${index % 10 === 0 ? "Begun, and half of it is done." : ""}"`;
  });
  const added = lines
    .slice(0, 500)
    .map((line) => `${line.replace("number", "once more, number")},""`);
  return [`${headings},"Progress"`, ...told, ...added].join("\r\n");
}

function at(words: readonly string[], index: number): string {
  return words[index % words.length] ?? "";
}
