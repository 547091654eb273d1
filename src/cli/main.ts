#!/usr/bin/env node
import { Command } from "commander";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { packageCommand } from "./package.ts";
import { provisionCommand } from "./provision.ts";
import { sampleCommand } from "./sample.ts";
import { explain } from "./explain.ts";

const program = new Command("action-plan")
  .description("Inspection action plans in SharePoint lists and Microsoft Teams.")
  .addCommand(provisionCommand())
  .addCommand(importCommand())
  .addCommand(exportCommand())
  .addCommand(sampleCommand())
  .addCommand(packageCommand());

try {
  await program.parseAsync();
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`);
  process.exitCode = 1;
}
