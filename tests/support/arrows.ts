// Runs the arrows check and fails when it looked at nothing: a cruise of 0 modules would pass unseen.
import { spawnSync } from "node:child_process";

const depcruise = (output: string) =>
  spawnSync("depcruise", ["src", "--config", ".dependency-cruiser.cjs", "--output-type", output], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });

const report = depcruise("err-long");
process.stdout.write(report.stdout);
process.stderr.write(report.stderr);
const cruised = /(\d+) modules/.exec(report.stdout)?.[1];
if (report.status !== 0 || !cruised || Number(cruised) === 0) {
  process.stderr.write(cruised ? "" : "The arrows check looked at no module.\n");
  process.exitCode = 1;
}
