#!/usr/bin/env node
import { Command } from "commander";
import { challengeCommand } from "./challenge.ts";
import { checkCommand } from "./check.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { packageCommand } from "./package.ts";
import { provisionCommand } from "./provision.ts";
import { remindCommand } from "./remind.ts";
import { reportCommand } from "./report.ts";
import { sampleCommand } from "./sample.ts";
import { versionCommand } from "./version.ts";
import { explain } from "./explain.ts";

const program = new Command("action-plan")
  .description("Inspection action plans in SharePoint lists and Microsoft Teams.")
  .addCommand(provisionCommand())
  .addCommand(importCommand())
  .addCommand(exportCommand())
  .addCommand(reportCommand())
  .addCommand(versionCommand())
  .addCommand(checkCommand())
  .addCommand(challengeCommand())
  .addCommand(sampleCommand())
  .addCommand(packageCommand())
  .addCommand(doctorCommand())
  .addCommand(remindCommand());

try {
  await program.parseAsync();
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`);
  process.exitCode = 1;
}
