import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { modelOf } from "../src/codec/model.ts";
import { awsSandbox } from "../src/image/fixtures/sandbox.ts";
import { ScriptRuns } from "../src/script/script-runs.ts";
import { services } from "../src/services/index.ts";

/** Public names of modules, and of each client its methods with their parameters; paged where a paginator is. */
export type NameTable = {
  modules: Record<string, string[]>;
  clients: Record<string, Record<string, { takes: string[]; paged?: true }>>;
};

const tableUrl = new URL("../src/react/completion/names.json", import.meta.url);

/** What a script of this kind of work imports. */
const modules =
  "argparse ast base64 collections concurrent.futures contextlib csv dataclasses datetime enum fnmatch functools gzip hashlib hmac io ipaddress itertools json logging math operator os os.path pathlib random re secrets shutil statistics string sys textwrap time tomllib tokenize traceback typing urllib.parse uuid xml.etree.ElementTree boto3 botocore.config botocore.exceptions".split(
    " ",
  );

/** Asked of Python itself, in the interpreter in which scripts run. */
const asking = `
import importlib, inspect, json, sys
import boto3
from botocore import xform_name

def public(name):
    module = importlib.import_module(name)
    known = getattr(module, "__all__", None) or [
        member for member, value in inspect.getmembers(module) if not inspect.ismodule(value)
    ]
    return sorted(member for member in known if not member.startswith("_"))

given = json.load(open("given.json"))
clients = {}
for service, operations in given["services"].items():
    client = boto3.client(service, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
    named = {xform_name(operation): operation for operation in operations}
    clients[service] = {method: [operation, client.can_paginate(method)] for method, operation in named.items()}
json.dump({"modules": {name: public(name) for name in given["modules"]}, "clients": clients}, sys.stdout)
`;

type Told = {
  modules: NameTable["modules"];
  clients: Record<string, Record<string, [string, boolean]>>;
};

/** What is emulated, as boto3 names it. The formatter lays the file out, so compare tables, not text. */
export async function makeNames(): Promise<NameTable> {
  const told = await ask();
  const clients = Object.entries(told.clients).map(([service, methods]) => {
    const known = modelOf(service as Parameters<typeof modelOf>[0]).operations;
    const rows = Object.entries(methods).map(([method, [operation, paged]]) => {
      const takes = (known.get(operation)?.input?.members ?? []).map(({ name }) => name);
      return [method, { takes, ...(paged && { paged }) }] as const;
    });
    return [service, Object.fromEntries(rows.toSorted(([a], [b]) => a.localeCompare(b)))] as const;
  });
  return { modules: told.modules, clients: Object.fromEntries(clients) };
}

async function ask(): Promise<Told> {
  const sandbox = await awsSandbox();
  const runs = new ScriptRuns(sandbox, { timeMs: 60_000, outputBytes: 2_000_000, calls: 10 });
  try {
    const known = services
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .map(({ id, operations }) => [id, Object.keys(operations)] as const);
    const given = { modules, services: Object.fromEntries(known) };
    const files = { "ask.py": asking, "given.json": JSON.stringify(given) };
    const { stdout, stderr, exit } = await runs.run({ entry: "ask.py", args: [], files }, null);
    if (exit !== 0) throw new Error(`Python could not tell its names: ${stderr}`);
    return JSON.parse(stdout) as Told;
  } finally {
    await runs.close();
    await sandbox.close();
  }
}

// By hand, after a service has learnt an operation: npx tsx packages/aws/scripts/make-names.ts
if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(tableUrl, `${JSON.stringify(await makeNames())}\n`);
