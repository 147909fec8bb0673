import { fileURLToPath } from "node:url";

import { checkDirection } from "./check-direction.js";
import { checkInvariants } from "./check-invariants.js";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const problems = [...checkDirection(root), ...checkInvariants(root)];
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log("Imports go down, and the invariants hold.");
process.exit(problems.length === 0 ? 0 : 1);
