import { randomFrom, token } from "../random.ts";
import type { CodeTests, DriverInput } from "./schema.ts";

const nonceAt = /\{\{nonce\.([a-z][a-z0-9-]*)\}\}/g;

/** Replaces every {{nonce.<name>}} by a word fixed by the seed, in steps, setup and expectations alike. */
export function renderNonces<T>(tests: T, seed: string): T {
  const rendered = JSON.stringify(tests).replaceAll(nonceAt, (_all, name: string) =>
    token(randomFrom(`${seed}/nonce/${name}`), 12),
  );
  return JSON.parse(rendered) as T;
}

/** The part of the tests that may enter the interpreter. */
export function driverInput(tests: CodeTests): DriverInput {
  const { files, env } = tests.world ?? {};
  return {
    entry: tests.entry ?? null,
    principals: tests.principals,
    ...(files && env && { world: { files, env } }),
    setup: tests.setup,
    cases: tests.tests.map(({ steps }) => ({ steps })),
  };
}
