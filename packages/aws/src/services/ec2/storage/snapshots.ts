import type { Input } from "../../../world/input.ts";
import { resourceId } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { usable, writtenSnapshot } from "../describe/storage.ts";
import { found } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import type { Snapshot } from "../state.ts";
import { needsToCreate, tagNew } from "../tagging.ts";
import { tagsOf } from "../tags-of.ts";

function keep(context: Ctx, given: Omit<Snapshot, "id" | "startedMs" | "sharedWith">): Snapshot {
  const { state, world } = context;
  const id = resourceId(world, "snap");
  const made: Snapshot = { ...given, id, startedMs: world.nowMs, sharedWith: new Set() };
  state.snapshots.set(id, made);
  tagNew(context, "snapshot", id);
  return made;
}

function create(context: Ctx): Record<string, unknown> {
  const { state, input, account } = context;
  const volume = found(state, "volume", required(context, "VolumeId"));
  const { size, encrypted, kmsKey } = volume;
  const description = input.optional("Description") ?? "";
  const made = keep(context, { volume: volume.id, size, encrypted, kmsKey, description });
  const written = writtenSnapshot(made, { owner: account.id, view: context });
  return { ...written, State: "pending", Progress: "" };
}

/** Also of another account's snapshot that is shared: what is copied belongs to the one who copies. */
function copy(context: Ctx): Record<string, unknown> {
  const { state, input } = context;
  const source = usable(context, "snapshot", required(context, "SourceSnapshotId")).one as Snapshot;
  const encrypted =
    source.encrypted || input.flag("Encrypted") === true || state.settings.ebsEncryption;
  const made = keep(context, {
    volume: "vol-ffffffff",
    size: source.size,
    encrypted,
    kmsKey: input.optional("KmsKeyId") ?? (encrypted ? source.kmsKey : null),
    description: input.optional("Description") ?? "",
  });
  return { SnapshotId: made.id, Tags: tagsOf(context, made.id) };
}

type Change = { add: string[]; remove: string[] };

const whoIn = (list: readonly Input[]): string[] =>
  list.map((one) => one.optional("Group") ?? one.optional("UserId") ?? "");

/** Two ways to say the same: CreateVolumePermission, or OperationType with groups and users. */
export function sharingIn(input: Input, member: string): Change {
  const inside = input.inside(member);
  const listed = [
    ...input.texts("UserGroups"),
    ...input.texts("GroupNames"),
    ...input.texts("UserIds"),
  ];
  const adds = input.optional("OperationType") === "add";
  return {
    add: [...whoIn(inside.list("Add")), ...(adds ? listed : [])],
    remove: [...whoIn(inside.list("Remove")), ...(adds ? [] : listed)],
  };
}

/** ec2:Add/group and its like: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
export function sharingKeys({ add, remove }: Change): Record<string, string[]> {
  const keys: Record<string, string[]> = {};
  for (const [way, who] of [
    ["Add", add],
    ["Remove", remove],
  ] as const) {
    const users = who.filter((one) => one !== "all");
    if (users.length > 0) keys[`ec2:${way}/userId`] = users;
    if (users.length < who.length) keys[`ec2:${way}/group`] = ["all"];
  }
  return keys;
}

function share(context: Ctx): void {
  const { state, input } = context;
  const one = found(state, "snapshot", required(context, "SnapshotId"));
  const { add, remove } = sharingIn(input, "CreateVolumePermission");
  const stranger = add.find((who) => who !== "all" && !/^\d{12}$/.test(who));
  if (stranger !== undefined)
    throw refusal("InvalidParameterValue", `Value (${stranger}) for parameter userId is invalid.`);
  if (add.length > 0 && one.encrypted && one.kmsKey === null)
    throw refusal(
      "OperationNotPermitted",
      "Encrypted snapshots with EBS default key cannot be shared",
    );
  if (add.includes("all")) {
    if (one.encrypted)
      throw refusal("OperationNotPermitted", "Encrypted snapshots cannot be shared publicly");
    if (state.settings.snapshotSharing !== "unblocked") {
      const message =
        "Block public access for snapshots does not let this snapshot be shared publicly.";
      throw refusal("OperationNotPermitted", message);
    }
  }
  for (const who of add) one.sharedWith.add(who);
  for (const who of remove) one.sharedWith.delete(who);
}

export const snapshotOperations = ec2Operations({
  CreateSnapshot: {
    readOnly: false,
    needs: (context) => [
      ...needsToCreate(context, "snapshot", { "ec2:Owner": context.account.id }),
      needOn(context, ["volume", required(context, "VolumeId")]),
    ],
    run: create,
  },
  CopySnapshot: {
    readOnly: false,
    needs: (context) => needsToCreate(context, "snapshot", { "ec2:Owner": context.account.id }),
    run: copy,
  },
  DeleteSnapshot: {
    readOnly: false,
    needs: (context) => [needOn(context, ["snapshot", required(context, "SnapshotId")])],
    run: (context) => {
      const { state } = context;
      const { id } = found(state, "snapshot", required(context, "SnapshotId"));
      const user = [...state.images.values()].find(({ snapshots }) => snapshots.includes(id));
      if (user) {
        const message = `The snapshot ${id} is currently in use by ${user.id}`;
        throw refusal("InvalidSnapshot.InUse", message);
      }
      state.snapshots.delete(id);
      state.tags.delete(id);
    },
  },
  ModifySnapshotAttribute: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["snapshot", required(context, "SnapshotId")], {
        context: sharingKeys(sharingIn(context.input, "CreateVolumePermission")),
      }),
    ],
    run: share,
  },
});
