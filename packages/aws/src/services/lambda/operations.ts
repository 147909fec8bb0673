import { defineOperations } from "../../world/define.ts";
import type { LambdaState } from "./state.ts";

export const operations = defineOperations<LambdaState>();
