import type { Json } from "@loopwright/core";

import type { ModelsResult } from "./client.ts";
import { hostOf, type ModelConfig } from "./config.ts";
import { problems } from "./problem.ts";
import { cleaned } from "./secret.ts";
import { openTransport } from "./transport.ts";

const modelsMax = 500;

/** GET /models: { data: [{ id }] }. */
export async function listModels(config: ModelConfig): Promise<ModelsResult> {
  const answered = await openTransport(config)("models");
  if (!answered.ok) return { ok: false, problem: answered.problem };
  const data = (answered.body as { data?: Json } | null)?.data;
  if (!Array.isArray(data)) {
    const words = { host: hostOf(config.baseUrl), model: config.model };
    return { ok: false, problem: problems.otherProtocol(words) };
  }
  const ids = data
    .map((one) => (one as { id?: Json } | null)?.id)
    .filter((id) => typeof id === "string")
    .filter((id) => id !== "" && cleaned(id, config.key) === id);
  return { ok: true, models: [...new Set(ids)].toSorted().slice(0, modelsMax) };
}
