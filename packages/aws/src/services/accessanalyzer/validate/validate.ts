import type { PolicyKind } from "../../../policy/document.ts";
import { readPolicy } from "../../../policy/read.ts";
import { readTree, type PolicyProblem } from "../../../policy/text.ts";
import { defineOperations } from "../../../world/define.ts";
import { pageOf } from "../../../world/pages.ts";
import { badToken } from "../analyzers.ts";
import type { Ctx } from "../find.ts";
import { notHere } from "../not-here.ts";
import type { AnalyzerState } from "../state.ts";
import { adviceOn } from "./advice.ts";
import { written, type Issue } from "./finding.ts";
import { locator, type Locate } from "./locate.ts";
import { issuesOf, type Standing } from "./problems.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html */
export const validationOperations = defineOperations<AnalyzerState>()({
  ValidatePolicy: {
    readOnly: true,
    run: (context) => {
      const { input } = context;
      const findings = findingsOf(input.text("policyDocument"), kindIn(context));
      const names = { token: "nextToken", max: "maxResults", size: 100, refuse: badToken };
      const { page, next } = pageOf(findings, input, names);
      return { findings: page, nextToken: next };
    },
  },
});

/** Of resource control policies the reference has checks of their own, which are not here. */
function kindIn({ input }: Ctx): PolicyKind {
  const type = input.text("policyType");
  if (type === "IDENTITY_POLICY") return "identity";
  if (type === "SERVICE_CONTROL_POLICY") return "scp";
  if (type !== "RESOURCE_POLICY") throw notHere(`ValidatePolicy of a ${type}`);
  const resource = input.optional("validatePolicyResourceType");
  return resource === "AWS::IAM::AssumeRolePolicyDocument" ? "trust" : "resource";
}

const findingsMost = 500;

function findingsOf(text: string, kind: PolicyKind) {
  const tree = readTree(text);
  const root = "root" in tree ? tree.root : null;
  const locate = locator(text, root);
  const read = readPolicy(text, kind);
  const issues: readonly Issue[] = read.document
    ? adviceOn(read.document, kind, text)
    : read.problems.filter(isFirst).flatMap((problem) => issuesOf(problem, kind, standing(locate)));
  const ended = "problem" in tree ? tree.problem : null;
  return issues.slice(0, findingsMost).map((issue) => {
    const found = locate(issue.where);
    if (!ended) return written(issue, found);
    // Where it is no JSON there are no elements: the place is all that can be told.
    const lines = text.split("\n").slice(0, ended.line - 1);
    const offset = lines.reduce((sum, line) => sum + line.length + 1, 0) + ended.column - 1;
    const at = { line: ended.line, column: ended.column - 1, offset };
    return written(issue, { path: [], span: { start: at, end: at }, empty: false });
  });
}

/** Of a principal whose kind does not exist, its values need not be told as well. */
const isFirst = ({ where }: PolicyProblem, index: number, all: readonly PolicyProblem[]): boolean =>
  !/Principal\.\w+$/.test(where) || all.findIndex((one) => one.where === where) === index;

const standing =
  (locate: Locate): Standing =>
  (path) => {
    const { path: steps, empty } = locate(path);
    if (steps.length <= locate(path.slice(0, path.lastIndexOf("."))).path.length) return "nothing";
    return empty ? "empty" : "something";
  };
