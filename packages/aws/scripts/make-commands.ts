import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { modelOf } from "../src/codec/model.ts";
import { services } from "../src/services/index.ts";

/** Commands of the CLI by service, each with its own options: what completion offers in a browser. */
export type CommandTable = Record<string, Record<string, string[]>>;

const tableUrl = new URL("../src/terminal/complete/commands.json", import.meta.url);

/** What is emulated, as the CLI names it. The formatter lays the file out, so compare tables, not text. */
export function makeCommands(): CommandTable {
  const sorted = services.toSorted((a, b) => a.id.localeCompare(b.id));
  const rows = sorted.map(({ id, operations }) => {
    const known = modelOf(id).operations;
    const commands = Object.keys(operations)
      .toSorted()
      .map((name) => {
        const command = kebab(name);
        return [
          command,
          optionsOf(`${id} ${command}`, known.get(name)?.input?.members ?? []),
        ] as const;
      });
    // The plain name is the CLI's own: it copies files.
    return [id === "s3" ? "s3api" : id, Object.fromEntries(commands)] as const;
  });
  return Object.fromEntries(rows);
}

/** Where the CLI has options of its own beside the model's, or in their place. */
const rule = ["protocol", "port", "cidr", "source-group", "group-owner"];
const entry = ["ingress"];
const added: Record<string, string[]> = {
  "ec2 authorize-security-group-egress": rule,
  "ec2 authorize-security-group-ingress": rule,
  "ec2 revoke-security-group-egress": rule,
  "ec2 revoke-security-group-ingress": rule,
  "ec2 create-network-acl-entry": entry,
  "ec2 delete-network-acl-entry": entry,
  "ec2 replace-network-acl-entry": entry,
  "ec2 run-instances": ["count", "associate-public-ip-address"],
  "lambda create-function": ["zip-file"],
};
const replaced: Record<string, string[]> = { "ec2 run-instances": ["max-count", "min-count"] };

function optionsOf(command: string, members: readonly { name: string }[]): string[] {
  const own = members.map(({ name }) => kebab(name));
  const gone = new Set(replaced[command]);
  return [...own.filter((name) => !gone.has(name)), ...(added[command] ?? [])].toSorted();
}

/**
 * The CLI's spelling of a name: CreateOpenIDConnectProvider is create-open-id-connect-provider. Capitals in a row are
 * one word, and a plural of such a word stays whole: `ListSigningARNs`, list-signing-arns.
 */
export function kebab(name: string): string {
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0];
  const whole = plural ? `${name.slice(0, -plural.length)}-${plural.toLowerCase()}` : name;
  return whole
    .replaceAll(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

// By hand, after a service has learnt an operation: npx tsx packages/aws/scripts/make-commands.ts
if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(tableUrl, `${JSON.stringify(makeCommands(), null, 2)}\n`);
