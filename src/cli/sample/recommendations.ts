import type { WrittenRecommendation } from "./authoring.ts";
import { careLeavers } from "./recommendations/care-leavers.ts";
import { emergencyDepartment } from "./recommendations/emergency-department.ts";
import { exploitation } from "./recommendations/exploitation.ts";
import { lookedAfterChildren } from "./recommendations/looked-after-children.ts";
import { maternity } from "./recommendations/maternity.ts";
import { primaryCare } from "./recommendations/primary-care.ts";
import { publicHealthNursing } from "./recommendations/public-health-nursing.ts";
import { referrals } from "./recommendations/referrals.ts";
import { selfHarm } from "./recommendations/self-harm.ts";
import { substanceMisuse } from "./recommendations/substance-misuse.ts";
import { supervision } from "./recommendations/supervision.ts";
import { thinkFamily } from "./recommendations/think-family.ts";

/** In the order of the report. */
export const recommendations: readonly WrittenRecommendation[] = [
  selfHarm,
  maternity,
  emergencyDepartment,
  supervision,
  lookedAfterChildren,
  publicHealthNursing,
  thinkFamily,
  careLeavers,
  referrals,
  exploitation,
  primaryCare,
  substanceMisuse,
];
