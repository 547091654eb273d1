// Runs the arrows check and fails when it looked at nothing: a cruise of 0 modules would pass unseen.
import { spawnSync } from "node:child_process";

const depcruise = (output: string) =>
  spawnSync("depcruise", ["src", "--config", ".dependency-cruiser.cjs", "--output-type", output], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });

const { status, stdout, stderr } = depcruise("err-long");
const cruised = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
if (status === 0 && cruised > 0) {
  process.stdout.write(`Every arrow is as it has to be (${cruised} modules).\n`);
} else {
  process.stdout.write(stdout);
  process.stderr.write(cruised > 0 ? stderr : `The arrows check looked at no module.\n${stderr}`);
  process.exitCode = 1;
}
