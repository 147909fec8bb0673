export { readPolicy, type ReadPolicy } from "./policy/read.ts";
export { compilePolicy, type CompiledPolicy } from "./policy/compile.ts";
export { policyKinds, type PolicyKind } from "./policy/document.ts";
export type { PolicyProblem } from "./policy/text.ts";
export { principalOf, sessionOf, type Principal } from "./policy/principal.ts";
export { decide, type Decision, type Reason } from "./decide/decide.ts";
export {
  noPolicies,
  type AuthorizationRequest,
  type Grant,
  type Level,
  type Policies,
} from "./decide/request.ts";
export {
  explain,
  type Gate,
  type GateTrace,
  type PolicyTrace,
  type StatementTrace,
  type Trace,
} from "./decide/explain.ts";
export { readRequestFile } from "./decide/file.ts";
export { readAccountDetails, type Account, type Identity } from "./account/details.ts";
export type { HttpRequest, HttpResponse } from "./http.ts";
export type { Call, Fault, ServiceId } from "./codec/call.ts";
export { findEscalations } from "./escalation/find.ts";
export { levelsFrom, organisationFrom } from "./escalation/organisation-file.ts";
export { resourcesFrom } from "./escalation/resources-file.ts";
export type { Landscape, Organisation } from "./escalation/landscape.ts";
export type {
  EscalationCall,
  EscalationPath,
  EscalationReport,
  EscalationStep,
  Gain,
} from "./escalation/report.ts";
