import { compilePolicy } from "../../policy/compile.ts";
import { readPolicy } from "../../policy/read.ts";
import { uuid } from "../../world/ids.ts";
import { refusal } from "../../world/refusal.ts";
import { iamOf } from "../iam/policies-of.ts";
import { functionIn, namedIn, resourceOf, type Ctx } from "./find.ts";
import type { LambdaFunction } from "./state.ts";
import { operations } from "./operations.ts";

const policyBytesMax = 20_480;

export const policyText = ({ statements }: LambdaFunction): string =>
  JSON.stringify({ Version: "2012-10-17", Id: "default", Statement: statements });

/** Puts statements in force, or refuses them. */
export function setStatements(one: LambdaFunction, statements: Record<string, unknown>[]): void {
  const text = JSON.stringify({ Version: "2012-10-17", Id: "default", Statement: statements });
  if (text.length > policyBytesMax)
    throw refusal(
      "PolicyLengthExceededException",
      "The final policy size is bigger than the limit (20480).",
    );
  const read = statements.length === 0 ? null : readPolicy(text, "resource");
  if (read?.problems) throw refusal("InvalidParameterValueException", read.problems[0]!.message);
  one.statements = statements;
  const name = `policy of ${one.name}`;
  one.policy = read?.document ? compilePolicy(read.document, { name, kind: "resource" }) : null;
}

/** "*", a service, an account, or the ARN of a user or role; who is in this world has to exist. */
function principalIn({ input, world }: Ctx): unknown {
  const given = input.text("Principal");
  if (given === "*") return "*";
  if (/^[a-z0-9.-]+\.amazonaws\.com$/.test(given)) return { Service: given };
  if (/^\d{12}$/.test(given)) return { AWS: `arn:aws:iam::${given}:root` };
  const [, , , , account = "", rest = ""] = given.split(":");
  const name = rest.slice(rest.lastIndexOf("/") + 1);
  const iam = iamOf(world, account);
  const known =
    rest === "root" ||
    !iam ||
    iam.users.get(name)?.arn === given ||
    iam.roles.get(name)?.arn === given;
  if (/^arn:aws:iam::\d{12}:(?:root|user\/|role\/)/.test(given) && known) return { AWS: given };
  const message = "The provided principal was invalid. Please check the principal and try again.";
  throw refusal("InvalidParameterValueException", message);
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
function statementIn(context: Ctx): Record<string, unknown> {
  const { input } = context;
  const equals = [
    ["SourceAccount", "AWS:SourceAccount"],
    ["PrincipalOrgID", "aws:PrincipalOrgID"],
    ["FunctionUrlAuthType", "lambda:FunctionUrlAuthType"],
    ["EventSourceToken", "lambda:EventSourceToken"],
  ].flatMap(([member = "", key = ""]) => {
    const value = input.optional(member);
    return value === null ? [] : [[key, value] as const];
  });
  const source = input.optional("SourceArn");
  const Condition = {
    ...(equals.length > 0 ? { StringEquals: Object.fromEntries(equals) } : {}),
    ...(source === null ? {} : { ArnLike: { "AWS:SourceArn": source } }),
    ...(input.flag("InvokedViaFunctionUrl") === true
      ? { Bool: { "lambda:InvokedViaFunctionUrl": "true" } }
      : {}),
  };
  return {
    Sid: input.text("StatementId"),
    Effect: "Allow",
    Principal: principalIn(context),
    Action: input.text("Action"),
    Resource: resourceOf(context),
    ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
  };
}

/** A change that names a revision is made on that one alone. */
export function atRevision({ input }: Ctx, one: LambdaFunction): void {
  const given = input.optional("RevisionId");
  if (given === null || given === one.revision) return;
  const message =
    "The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId";
  throw refusal("PreconditionFailedException", message, 412);
}

export function changed({ world }: Pick<Ctx, "world">, one: LambdaFunction): void {
  one.revision = uuid(world);
  one.modifiedMs = world.nowMs;
}

const noSuch = () =>
  refusal("ResourceNotFoundException", "The resource you requested does not exist.", 404);

/** What the statement would say is a key too: whom it lets in, and with which kind of URL. */
function needs(context: Ctx) {
  const keys: Record<string, string> = {};
  const principal = context.input.optional("Principal");
  const auth = context.input.optional("FunctionUrlAuthType");
  if (principal !== null) keys["lambda:Principal"] = principal;
  if (auth !== null) keys["lambda:FunctionUrlAuthType"] = auth;
  return [{ resource: resourceOf(context), context: keys }];
}

export const policyOperations = operations({
  AddPermission: {
    readOnly: false,
    eventName: "AddPermission20150331v2",
    needs,
    run: (context) => {
      const one = functionIn(context);
      atRevision(context, one);
      const statement = statementIn(context);
      if (
        one.statements.some(
          ({ Sid, Resource }) => Sid === statement["Sid"] && Resource === statement["Resource"],
        )
      ) {
        const message = `The statement id (${String(statement["Sid"])}) provided already exists. Please provide a new statement id, or remove the existing statement.`;
        throw refusal("ResourceConflictException", message, 409);
      }
      setStatements(one, [...one.statements, statement]);
      changed(context, one);
      return { Statement: JSON.stringify(statement) };
    },
  },
  RemovePermission: {
    readOnly: false,
    eventName: "RemovePermission20150331v2",
    needs,
    run: (context) => {
      const one = functionIn(context);
      atRevision(context, one);
      const id = context.input.text("StatementId");
      const resource = resourceOf(context);
      const kept = one.statements.filter(
        (each) => each["Sid"] !== id || each["Resource"] !== resource,
      );
      if (kept.length === one.statements.length)
        throw refusal(
          "ResourceNotFoundException",
          `Statement ${id} is not found in resource policy.`,
          404,
        );
      setStatements(one, kept);
      changed(context, one);
    },
  },
  GetPolicy: {
    readOnly: true,
    eventName: "GetPolicy20150331v2",
    needs: (context) => [{ resource: resourceOf(context) }],
    run: (context) => {
      const one = functionIn(context);
      const resource = resourceOf(context);
      const own = one.statements.filter((each) => each["Resource"] === resource);
      // A version's or alias's policy is its own; so is the function's.
      const all = namedIn(context).qualifier === null ? one.statements : own;
      if (all.length === 0) throw noSuch();
      return { Policy: policyText({ ...one, statements: all }), RevisionId: one.revision };
    },
  },
});
