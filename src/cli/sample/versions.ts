/** The plan's versions, oldest first. */
export const versions: readonly {
  readonly number: string;
  readonly daysAgo: number;
  readonly author: string;
  readonly comment: string;
  readonly circulatedTo: string;
}[] = [
  {
    number: "1",
    daysAgo: 361,
    author: "Designated Nurse, ICB",
    comment: "Template with the recommendations sent to all agencies.",
    circulatedTo: "All agencies",
  },
  {
    number: "2",
    daysAgo: 347,
    author: "Designated Nurse, ICB",
    comment: "Agencies’ actions merged and checked by the executive leads; submitted to CQC.",
    circulatedTo: "All agencies; Care Quality Commission",
  },
  {
    number: "3",
    daysAgo: 262,
    author: "Safeguarding Programme Officer, ICB",
    comment: "Ratings agreed by the peer-challenge group after its first three meetings.",
    circulatedTo: "All agencies; safeguarding partnership",
  },
  {
    number: "4",
    daysAgo: 172,
    author: "Safeguarding Programme Officer, ICB",
    comment: "Half-year position for the safeguarding partnership; three revised dates.",
    circulatedTo: "Safeguarding partnership",
  },
  {
    number: "5",
    daysAgo: 82,
    author: "Safeguarding Programme Officer, ICB",
    comment: "Answers to the health scrutiny committee added; two actions added under 4.2.",
    circulatedTo: "Health scrutiny committee; all agencies",
  },
  {
    number: "6",
    daysAgo: 21,
    author: "Designated Nurse, ICB",
    comment: "Position after the last peer-challenge meeting, for the health and wellbeing board.",
    circulatedTo: "Health and wellbeing board; all agencies",
  },
];
