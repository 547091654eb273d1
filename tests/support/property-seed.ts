// In CI properties are tried with the same values each time, so that a red run is about the change and not about luck.
// Everywhere else each run tries new ones, and prints the seed of what it finds.
import { configureGlobal } from "fast-check";

if (process.env["CI"]) configureGlobal({ seed: 20_261_121 });
