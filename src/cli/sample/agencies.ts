import type { NewAgency } from "#plan/new-plan.ts";
import type { AgencyName } from "./authoring.ts";

interface SampleAgency extends NewAgency {
  readonly shortName: AgencyName;
}

/** The agencies of Marlshire. Neither the place nor any of them exists. */
export const agencies: readonly SampleAgency[] = [
  {
    shortName: "ICB",
    name: "NHS Marlshire Integrated Care Board",
    otherNames: ["Marlshire ICB", "the commissioner"],
  },
  {
    shortName: "MVHT",
    name: "Marl Valley Hospitals NHS Trust",
    otherNames: ["Marl Valley Hospitals", "the hospital trust"],
  },
  {
    shortName: "QCMH",
    name: "Quillbourne Community and Mental Health NHS Trust",
    otherNames: ["Quillbourne", "the community trust"],
  },
  {
    shortName: "MCC",
    name: "Marlshire County Council Public Health",
    otherNames: ["Public Health", "Marlshire Public Health"],
  },
  {
    shortName: "MGPF",
    name: "Marlshire GP Federation",
    otherNames: ["the GP federation", "GP practices"],
  },
  {
    shortName: "GRS",
    name: "Greywether Recovery Service",
    otherNames: ["Greywether", "the substance misuse service"],
  },
];
