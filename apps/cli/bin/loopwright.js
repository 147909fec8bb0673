#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Loopwright needs Node 20.19 or newer; this is ${process.versions.node}.`);
  console.error("Next: install a current Node from https://nodejs.org and try again.");
  process.exit(7);
}

try {
  const { register } = await import("tsx/esm/api");
  register();
} catch {
  console.error("Loopwright is not set up yet: its packages are missing.");
  console.error("Next: run `npm start` once in its folder, or `node scripts/setup.js start`.");
  process.exit(7);
}

const { main } = await import("../src/main.ts");
await main(process.argv.slice(2));
