import type { Context, Operation } from "../../world/define.ts";
import type { IamState } from "./state.ts";

/** Those to whom policies are given; operations carry the title in their name. */
export type Title = "User" | "Role" | "Group";
export type Kind = "user" | "role" | "group";
export const kindOf = (title: Title): Kind => title.toLowerCase() as Kind;

export type Operations = Record<string, Operation<IamState>>;

/** A policy may ask that whoever is changed stays below a boundary: that it has now. */
export function boundaryOf(context: Context<IamState>, kind: Kind): Record<string, string> {
  if (kind === "group") return {};
  const list = kind === "user" ? context.state.users : context.state.roles;
  const name = context.input.optional(kind === "user" ? "UserName" : "RoleName");
  const boundary = name === null ? null : (list.get(name)?.boundary ?? null);
  return boundary === null ? {} : { "iam:PermissionsBoundary": boundary };
}
