import type { Context } from "../../world/define.ts";
import { uuid } from "../../world/ids.ts";
import { Refusal } from "../../world/refusal.ts";
import { writeEvent } from "../../world/trail.ts";
import { findKey, usable } from "./find.ts";
import { begunManagedKey, type Via } from "./managed-keys.ts";
import { boundKeys, keyNeed } from "./needs.ts";
import type { KmsKey } from "./state.ts";

type Asking = Pick<Context<unknown>, "world" | "caller" | "call" | "authorise">;

export type Use = {
  /** Id, ARN or alias; alias/aws/<service> is made where it is not there yet. */
  key: string;
  /** Whose key a reference without an account means. */
  account: string;
  region: string;
  via: Via;
  operation: "Decrypt" | "GenerateDataKey";
  bound: Readonly<Record<string, string>>;
  /** The service's own error for one of KMS. */
  fault: (code: string, message: string) => Refusal;
};

/**
 * A service uses a key in the caller's name (a forward access session): the caller needs the permission, kms:ViaService
 * names the service, and the account's trail gets an event of KMS.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function useKey(context: Asking, use: Use): KmsKey {
  const { world, caller } = context;
  const { via, region, operation, bound } = use;
  const found = translated(use, () => keyOf(context, use));
  const need = keyNeed({ world, caller }, found, {
    "kms:ViaService": `${via}.${region}.amazonaws.com`,
    "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
    ...boundKeys(bound),
  });
  noted(context, { use, key: found.key }, () => {
    context.authorise({ ...need, action: `kms:${operation}`, forwarded: true });
    translated(use, () => usable(found.key));
  });
  return found.key;
}

/** The key that a service would use, without using it. */
export function keyOf(
  { world }: Pick<Asking, "world">,
  use: Pick<Use, "key" | "account" | "region">,
) {
  const where = { world, account: use.account, region: use.region };
  begunManagedKey(use.key, where);
  return findKey(use.key, where);
}

function translated<T>({ fault }: Use, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw fault(error.fault.code, error.fault.message);
    throw error;
  }
}

function noted(context: Asking, { use, key }: { use: Use; key: KmsKey }, work: () => void): void {
  const { world, call, caller } = context;
  const internal = "AWS Internal";
  const write = (fault: Refusal["fault"] | null) =>
    writeEvent({
      world,
      requestId: uuid(world),
      region: use.region,
      call: {
        ...call,
        service: "kms",
        operation: use.operation,
        region: use.region,
        userAgent: internal,
        input: {
          EncryptionContext: use.bound,
          ...(use.operation === "Decrypt" ? {} : { KeyId: key.arn, KeySpec: "AES_256" }),
        },
      },
      caller,
      origin: { sourceIp: internal, endpoint: null },
      owners: key.account === caller.account ? [] : [key.account],
      resources: [{ accountId: key.account, type: "AWS::KMS::Key", ARN: key.arn }],
      eventSource: "kms.amazonaws.com",
      readOnly: true,
      data: false,
      fault,
      output: null,
    });
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) write(error.fault);
    throw error;
  }
  write(null);
}
