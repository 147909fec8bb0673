/** The policy engine by itself, pure in browser, server and CLI alike: a page may load it without the rest. */
export { readPolicy } from "./policy/read.ts";
export { compilePolicy, type CompiledPolicy } from "./policy/compile.ts";
export { policyKinds, type PolicyKind } from "./policy/document.ts";
export type { PolicyProblem } from "./policy/text.ts";
export { accountOf, principalOf, sessionOf, type Principal } from "./policy/principal.ts";
export { decide } from "./decide/decide.ts";
export {
  noPolicies,
  type AuthorizationRequest,
  type Level,
  type Policies,
} from "./decide/request.ts";
export { explain } from "./decide/explain.ts";
export { shownTrace, type ShownTrace } from "./decide/shown.ts";
