/** Lines above the foot of a chart. */
export const axisSteps = 4;

const roundSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Where an axis of counts ends, so that each of its lines stands at a whole, round number: 0, 30, 60, 90, 120 for 101. */
export function axisTop(highest: number): number {
  const step = Math.max(1, highest / axisSteps);
  const tens = 10 ** Math.floor(Math.log10(step));
  const round = roundSteps
    .map((each) => each * tens)
    .find((each) => each >= step && Number.isInteger(each));
  return axisSteps * (round ?? Math.ceil(step));
}
