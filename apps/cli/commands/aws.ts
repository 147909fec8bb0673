import { serveWorld } from "../src/aws/serve.ts";
import { defineCommand } from "../src/command.ts";

const details = `
Opens the accounts that a world declares on this machine, over HTTP on loopback, for the AWS CLI and any SDK. Prints the
endpoint and credentials, and serves until it is interrupted. Nothing of it reaches AWS.

  --as <ARN>    a user (with an access key) or a role of the world, where it does not say who begins
  --seed <text> the same seed gives the same ids, keys and secrets; "practice" where left out
  --port <n>    any free port where left out
  --json        one line of JSON instead of lines for a shell

Exit codes: 0 when it was interrupted; 2 a world that cannot be built; 4 no such file.`;

export const command = defineCommand({
  summary: "Serves the AWS accounts of a world on loopback, for real SDKs and the real CLI.",
  usage: "<world.yaml> [--as ARN] [--seed text] [--port n] [--json]",
  details: details.trim(),
  options: {
    as: { type: "string" },
    seed: { type: "string" },
    port: { type: "string" },
    json: { type: "boolean" },
  },
  run: serveWorld,
});
