import type { ProsePort } from "@loopwright/core";

import { createModelClient } from "./client.ts";
import type { ModelConfig } from "./config.ts";

/** The port that graders get; its replies name the model that was asked. */
export function createProsePort(config: ModelConfig): ProsePort {
  const client = createModelClient(config);
  return {
    ask: async (request) => {
      const reply = await client.ask(request);
      return reply.step === "offline" ? reply : { ...reply, model: config.model };
    },
  };
}
