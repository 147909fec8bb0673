import { defineOperations, type Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { boundaryOf } from "./holders.ts";
import { arnOf, existingPolicy, named } from "./find.ts";
import type { IamState } from "./state.ts";

type Ctx = Context<IamState>;

const put = (kind: "user" | "role") => ({
  readOnly: false,
  needs: (context: Ctx) => [
    {
      resource: arnOf(context, kind),
      // Of a put it is the new boundary that the condition is asked about.
      context: { "iam:PermissionsBoundary": context.input.text("PermissionsBoundary") },
    },
  ],
  run: (context: Ctx) => {
    const arn = context.input.text("PermissionsBoundary");
    existingPolicy(context.state, arn);
    named(context, kind).boundary = arn;
  },
});

const remove = (kind: "user" | "role") => ({
  readOnly: false,
  needs: (context: Ctx) => [{ resource: arnOf(context, kind), context: boundaryOf(context, kind) }],
  run: (context: Ctx) => {
    const holder = named(context, kind);
    if (holder.boundary === null)
      throw refusal("NoSuchEntity", `${holder.name} has no permissions boundary.`, 404);
    holder.boundary = null;
  },
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const boundaryOperations = defineOperations<IamState>()({
  PutUserPermissionsBoundary: put("user"),
  PutRolePermissionsBoundary: put("role"),
  DeleteUserPermissionsBoundary: remove("user"),
  DeleteRolePermissionsBoundary: remove("role"),
});
