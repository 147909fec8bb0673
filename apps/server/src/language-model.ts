import { z } from "zod";

import { AppError, type ProsePort } from "@loopwright/core";
import {
  baseUrlProblem,
  createProsePort,
  hostOf,
  isLoopback,
  isUsableKey,
  type ModelConfig,
} from "@loopwright/model-client";

import type { Context } from "./context.ts";
import type { LanguageModelInput, LanguageModelView } from "./views/shapes.ts";

/** Off until the learner turns it on. Each field falls back on its own. */
const stored = z.object({
  enabled: z.boolean().catch(false),
  baseUrl: z.string().catch(""),
  model: z.string().catch(""),
  transcriptionUrl: z.string().catch(""),
});
type Stored = z.infer<typeof stored>;

/** The key belongs to the origin for which it was entered: another server never gets it. */
const storedKey = z.object({ key: z.string(), origin: z.string() }).nullable().catch(null);

const name = "languageModel";
/** Settings under `secret.` are read one by one only: no list and no export of settings holds them. */
const keyName = "secret.languageModel";

type Known = { settings: Stored; key: string | null };

async function read({ store, learnerId }: Context): Promise<Known> {
  const settings = stored.parse((await store.settings.get(learnerId, name)) ?? {});
  const kept = storedKey.parse((await store.settings.get(learnerId, keyName)) ?? null);
  return { settings, key: kept?.origin === originOf(settings.baseUrl) ? kept.key : null };
}

export async function languageModelView(context: Context): Promise<LanguageModelView> {
  const { settings, key } = await read(context);
  const { baseUrl } = settings;
  return {
    ...settings,
    hasKey: key !== null,
    ready: settings.enabled && baseUrl !== "" && settings.model !== "",
    where:
      baseUrl === ""
        ? null
        : {
            host: hostOf(baseUrl),
            loopback: isLoopback(baseUrl),
            encrypted: baseUrl.startsWith("https:"),
          },
  };
}

/** Keeps the settings. A key that is left out stays, null removes it. Throws `invalid-input`. */
export async function saveLanguageModel(
  context: Context,
  { key, ...settings }: LanguageModelInput,
): Promise<void> {
  refuseUnusable(settings, key);
  const before = await read(context);
  const origin = originOf(settings.baseUrl);
  const kept = key === undefined && origin === originOf(before.settings.baseUrl) ? before.key : key;
  // The key first: what fails in between leaves a key without an address, never the other way round.
  await putKey(context, kept ? { key: kept, origin } : null);
  await context.store.settings.put(context.learnerId, name, settings);
}

async function putKey({ store, learnerId }: Context, value: z.infer<typeof storedKey>) {
  try {
    await store.settings.put(learnerId, keyName, value);
  } catch {
    // Without its cause: a database's error repeats the values of its query, and causes are logged.
    throw new AppError("internal", {
      message: "The key could not be kept.",
      next: "Try again; if it repeats, restart Loopwright.",
    });
  }
}

/** What a request to the model needs; null while it is off or has no address. */
export async function modelConfig(context: Context): Promise<ModelConfig | null> {
  const { settings, key } = await read(context);
  const { enabled, baseUrl, model } = settings;
  return enabled && baseUrl !== "" ? { baseUrl, model, key } : null;
}

/** For grading: undefined while the model is off, or its settings lack something. */
export async function prosePort(context: Context): Promise<ProsePort | undefined> {
  const config = await modelConfig(context);
  return config && config.model !== "" ? createProsePort(config) : undefined;
}

/**
 * For live work: always there, and offline while the model is off. A log must replay the same after the
 * setting has changed.
 */
export const lateProsePort = (context: Context): ProsePort => ({
  ask: async (request) =>
    (await (await prosePort(context))?.ask(request)) ?? {
      step: "offline",
      reason: "The language model is off.",
    },
});

function refuseUnusable(settings: Stored, key: string | null | undefined): void {
  for (const field of ["baseUrl", "transcriptionUrl"] as const) {
    const problem = settings[field] === "" ? null : baseUrlProblem(settings[field]);
    if (problem) throw unusable(problem, "Correct the URL; the rest stays as it was.", field);
  }
  if (typeof key !== "string" || isUsableKey(key)) return;
  const message = "The key is empty, or holds a space or a character that no key has.";
  throw unusable(message, "Copy the key again, without what stands around it.", "key");
}

const unusable = (message: string, next: string, field: string): AppError =>
  new AppError("invalid-input", { message, next, where: `languageModel.${field}` });

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : "");
