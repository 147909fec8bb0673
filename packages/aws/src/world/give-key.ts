import type { Principal } from "../policy/principal.ts";
import type { Credential, Session } from "./credential.ts";
import { iamId, secretText } from "./ids.ts";
import type { World } from "./world.ts";

type Given = {
  principal: Principal & { account: string };
  userId: string;
  /** From the seed, where left out. */
  accessKeyId?: string;
  /** Now, where left out. */
  createdMs?: number;
  /** Of a temporary credential: everything but the token, which is made here. */
  session?: Omit<Session, "token">;
};

/** Makes an access key that can sign from now on: AKIA… of a user, ASIA… with a token of a session. */
export function giveKey(
  world: World,
  { principal, userId, accessKeyId, createdMs, session }: Given,
): Credential {
  const made: Credential = {
    accessKeyId: accessKeyId ?? iamId(world, session ? "ASIA" : "AKIA").slice(0, 20),
    secretAccessKey: secretText(world, 40),
    principal,
    account: principal.account,
    userId,
    createdMs: createdMs ?? world.nowMs,
    active: true,
    lastUsed: null,
    session: session ? { ...session, token: `IQoJb3JpZ2luX2Vj${secretText(world, 200)}` } : null,
  };
  world.credentials.set(made.accessKeyId, made);
  return made;
}
