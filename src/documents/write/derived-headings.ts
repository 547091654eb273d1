/**
 * Columns of our own sheets that say more of what stands in others or in the record, for sorting and filtering. Reading
 * leaves the days out, so that nothing comes back twice.
 */
export const derivedHeadings = {
  proposed: "Proposed by agency",
  agreed: "Agreed by peer-challenge group",
  closed: "Closed by peer-challenge group",
  due: "Due (day)",
  lastSaid: "Last said by agency",
  links: "Links to evidence",
} as const;
