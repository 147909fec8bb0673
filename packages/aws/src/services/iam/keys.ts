import type { Credential } from "../../world/credential.ts";
import { defineOperations, type Context } from "../../world/define.ts";
import { giveKey } from "../../world/give-key.ts";
import { refusal } from "../../world/refusal.ts";
import { arnOf, named, nameIn } from "./find.ts";
import { paged } from "./page.ts";
import type { IamState } from "./state.ts";

type Ctx = Context<IamState>;
const own = (context: Ctx) => [{ resource: arnOf(context, "user") }];

/** Access keys, console passwords and MFA devices of users. */
export const keyOperations = defineOperations<IamState>()({
  CreateAccessKey: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const { world, account } = context;
      const user = named(context, "user");
      if (user.keys.size >= 2)
        throw refusal("LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2", 409);
      const principal = { type: "user", arn: user.arn, account: account.id } as const;
      const key = giveKey(world, { principal, userId: user.id });
      user.keys.add(key.accessKeyId);
      return { AccessKey: { ...writtenKey(user.name, key), SecretAccessKey: key.secretAccessKey } };
    },
  },
  ListAccessKeys: {
    readOnly: true,
    needs: own,
    run: (context) => {
      const user = named(context, "user");
      const { page, ...more } = paged(keysOf(context, user.keys), context.input);
      return { AccessKeyMetadata: page.map((key) => writtenKey(user.name, key)), ...more };
    },
  },
  UpdateAccessKey: {
    readOnly: false,
    needs: own,
    run: (context) => {
      keyIn(context).active = context.input.text("Status") === "Active";
    },
  },
  DeleteAccessKey: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const key = keyIn(context);
      named(context, "user").keys.delete(key.accessKeyId);
      context.world.credentials.delete(key.accessKeyId);
    },
  },
  GetAccessKeyLastUsed: {
    readOnly: true,
    run: ({ world, account, input }) => {
      const key = world.credentials.get(input.text("AccessKeyId"));
      if (!key || key.session || key.account !== account.id)
        throw refusal("AccessDenied", "The access key belongs to nobody in this account.", 403);
      const { lastUsed, principal } = key;
      return {
        UserName: "arn" in principal ? nameIn(principal.arn) : undefined,
        AccessKeyLastUsed: lastUsed
          ? { LastUsedDate: lastUsed.atMs, ServiceName: lastUsed.service, Region: lastUsed.region }
          : { ServiceName: "N/A", Region: "N/A" },
      };
    },
  },
  CreateLoginProfile: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const user = named(context, "user");
      if (user.loginProfile) {
        const message = `Login Profile for user ${user.name} already exists.`;
        throw refusal("EntityAlreadyExists", message, 409);
      }
      const resetRequired = context.input.flag("PasswordResetRequired") ?? false;
      user.loginProfile = { createdMs: context.world.nowMs, resetRequired };
      return { LoginProfile: writtenProfile(user.name, user.loginProfile) };
    },
  },
  GetLoginProfile: {
    readOnly: true,
    needs: own,
    run: (context) => {
      const user = named(context, "user");
      return { LoginProfile: writtenProfile(user.name, profileOf(user)) };
    },
  },
  UpdateLoginProfile: {
    readOnly: false,
    needs: own,
    run: (context) => {
      profileOf(named(context, "user"));
    },
  },
  DeleteLoginProfile: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const user = named(context, "user");
      profileOf(user);
      user.loginProfile = null;
    },
  },
  ListMFADevices: {
    readOnly: true,
    needs: own,
    run: (context) => {
      const { name, mfaDevices } = named(context, "user");
      const MFADevices = mfaDevices.map(({ serial, enabledMs }) => ({
        UserName: name,
        SerialNumber: serial,
        EnableDate: enabledMs,
      }));
      return { MFADevices, IsTruncated: false };
    },
  },
  DeactivateMFADevice: {
    readOnly: false,
    needs: own,
    run: (context) => {
      const user = named(context, "user");
      const serial = context.input.text("SerialNumber");
      const kept = user.mfaDevices.filter((one) => one.serial !== serial);
      if (kept.length === user.mfaDevices.length)
        throw refusal("NoSuchEntity", `MFA Device invalid for user.`, 404);
      user.mfaDevices = kept;
    },
  },
});

const keysOf = ({ world }: Ctx, ids: ReadonlySet<string>): Credential[] =>
  [...ids].flatMap((id) => world.credentials.get(id) ?? []);

function keyIn(context: Ctx): Credential {
  const id = context.input.text("AccessKeyId");
  const found = named(context, "user").keys.has(id) ? context.world.credentials.get(id) : undefined;
  if (!found) throw refusal("NoSuchEntity", `The Access Key with id ${id} cannot be found.`, 404);
  return found;
}

const writtenKey = (user: string, { accessKeyId, active, createdMs }: Credential) => ({
  UserName: user,
  AccessKeyId: accessKeyId,
  Status: active ? "Active" : "Inactive",
  CreateDate: createdMs,
});

type Profile = { createdMs: number; resetRequired: boolean };

function profileOf({
  name,
  loginProfile,
}: {
  name: string;
  loginProfile: Profile | null;
}): Profile {
  if (loginProfile) return loginProfile;
  throw refusal("NoSuchEntity", `Login Profile for User ${name} cannot be found.`, 404);
}

const writtenProfile = (user: string, { createdMs, resetRequired }: Profile) => ({
  UserName: user,
  CreateDate: createdMs,
  PasswordResetRequired: resetRequired,
});
