export {
  createModelClient,
  type ModelClient,
  type ModelQuestion,
  type ModelReply,
  type ModelsResult,
  type TestResult,
} from "./client.ts";
export { baseUrlProblem, hostOf, isLoopback, isUsableKey, type ModelConfig } from "./config.ts";
export type { ModelProblem } from "./problem.ts";
export { createProsePort } from "./prose-port.ts";
