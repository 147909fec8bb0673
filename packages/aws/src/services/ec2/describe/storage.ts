import { refusal } from "../../../world/refusal.ts";
import { missing } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import { amazonLinux } from "../storage/public-images.ts";
import { ec2Of, type Image, type Snapshot, type View } from "../state.ts";
import { tagsOf } from "../tags-of.ts";
import { described, listed } from "./list.ts";

/** A snapshot with the account whose it is. */
type Owned<T> = { owner: string; one: T };

/** What another may use of somebody's: shared with all, or with that account. */
const sharedWith = (set: ReadonlySet<string>, account: string): boolean =>
  set.has("all") || set.has(account);

/** Own snapshots, and those of others in this world that are shared with this account. */
function snapshotsSeen({ world, account, region }: View): Owned<Snapshot>[] {
  return [...world.accounts.values()].flatMap((other) => {
    const { snapshots, settings } = ec2Of(other, region);
    // Public sharing is then of no effect, whatever the snapshot's attribute says.
    const blocked = settings.snapshotSharing === "block-all-sharing";
    return [...snapshots.values()]
      .filter(
        ({ sharedWith: set }) =>
          other.id === account.id || set.has(account.id) || (set.has("all") && !blocked),
      )
      .map((one) => ({ owner: other.id, one }));
  });
}

function imagesSeen({ world, account, region }: View): Owned<Image>[] {
  const all = [...world.accounts.values()].flatMap((other) =>
    [...ec2Of(other, region).images.values()]
      .filter((one) => other.id === account.id || sharedWith(one.sharedWith, account.id))
      .map((one) => ({ owner: other.id, one })),
  );
  return [...all, { owner: "137112412989", one: amazonLinux }];
}

const named2 = (
  kind: "snapshot" | "image",
  ids: readonly string[],
  all: Owned<{ id: string }>[],
) => {
  for (const id of ids) if (all.every(({ one }) => one.id !== id)) throw missing(kind, id);
};

type Wanted<T> = {
  all: Owned<T>[];
  ids: readonly string[];
  owners: readonly string[];
  self: string;
};

/** By ids and by owners, where "self" is the account and "amazon" AWS. */
const chosen = <T extends { id: string }>({ all, ids, owners, self }: Wanted<T>): Owned<T>[] =>
  all
    .filter(({ one }) => ids.length === 0 || ids.includes(one.id))
    .filter(
      ({ owner }) =>
        owners.length === 0 ||
        owners.includes(owner) ||
        (owners.includes("self") && owner === self) ||
        (owners.includes("amazon") && owner === "137112412989"),
    );

function snapshotsOf(context: Ctx): Owned<Snapshot>[] {
  const { input, account } = context;
  const ids = input.texts("SnapshotIds");
  const by = input.texts("RestorableByUserIds");
  const all = snapshotsSeen(context);
  named2("snapshot", ids, all);
  const owned = chosen({ all, ids, owners: input.texts("OwnerIds"), self: account.id });
  if (by.length === 0) return owned;
  return owned.filter(({ owner, one }) =>
    by.some(
      (who) =>
        one.sharedWith.has(who) ||
        (who === "self" && (owner === account.id || one.sharedWith.has(account.id))),
    ),
  );
}

function imagesOf(context: Ctx): Owned<Image>[] {
  const { input, account } = context;
  const ids = input.texts("ImageIds");
  const all = imagesSeen(context);
  named2("image", ids, all);
  return chosen({ all, ids, owners: input.texts("Owners"), self: account.id });
}

export const storageReads = ec2Operations({
  DescribeVolumes: listed("volume", "VolumeIds", {
    member: "Volumes",
    filters: {
      "volume-id": ({ id }) => [id],
      encrypted: (one) => [String(one.encrypted)],
      status: ({ attached }) => [attached ? "in-use" : "available"],
      size: ({ size }) => [String(size)],
      "snapshot-id": ({ snapshot }) => [snapshot ?? undefined],
      "availability-zone": ({ zone }) => [zone],
      "attachment.instance-id": ({ attached }) => [attached?.instance],
      "attachment.device": ({ attached }) => [attached?.device],
    },
    written: (one, view) => ({
      VolumeId: one.id,
      Size: one.size,
      VolumeType: "gp3",
      Iops: 3000,
      Throughput: 125,
      Encrypted: one.encrypted,
      KmsKeyId: one.kmsKey ?? undefined,
      SnapshotId: one.snapshot ?? "",
      AvailabilityZone: one.zone,
      CreateTime: one.createdMs,
      State: one.attached ? "in-use" : "available",
      MultiAttachEnabled: false,
      Attachments: one.attached
        ? [
            {
              VolumeId: one.id,
              InstanceId: one.attached.instance,
              Device: one.attached.device,
              AttachTime: one.attached.atMs,
              State: "attached",
              DeleteOnTermination: true,
            },
          ]
        : [],
      Tags: tagsOf(view, one.id),
    }),
  }),
  DescribeSnapshots: described<Owned<Snapshot>>({
    member: "Snapshots",
    all: snapshotsOf,
    id: ({ one }) => one.id,
    filters: {
      "snapshot-id": ({ one }) => [one.id],
      "volume-id": ({ one }) => [one.volume],
      "owner-id": ({ owner }) => [owner],
      encrypted: ({ one }) => [String(one.encrypted)],
      description: ({ one }) => [one.description],
      "volume-size": ({ one }) => [String(one.size)],
      status: () => ["completed"],
    },
    written: ({ owner, one }, view) => writtenSnapshot(one, { owner, view }),
  }),
  DescribeSnapshotAttribute: {
    readOnly: true,
    needs: (context) => [needOn(context, ["snapshot", required(context, "SnapshotId")])],
    run: (context) => {
      const { state, input } = context;
      const id = required(context, "SnapshotId");
      const one = state.snapshots.get(id);
      if (!one) throw missing("snapshot", id);
      if (input.optional("Attribute") !== "createVolumePermission")
        return { SnapshotId: id, ProductCodes: [] };
      const CreateVolumePermissions = [...one.sharedWith].map((who) =>
        who === "all" ? { Group: "all" } : { UserId: who },
      );
      return { SnapshotId: id, CreateVolumePermissions };
    },
  },
  DescribeImages: described<Owned<Image>>({
    member: "Images",
    all: imagesOf,
    id: ({ one }) => one.id,
    filters: {
      "image-id": ({ one }) => [one.id],
      name: ({ one }) => [one.name],
      "owner-id": ({ owner }) => [owner],
      "owner-alias": ({ one }) => (one.owner === "amazon" ? ["amazon"] : []),
      "is-public": ({ one }) => [String(one.sharedWith.has("all"))],
      architecture: () => ["x86_64"],
      state: () => ["available"],
    },
    written: ({ owner, one }, view) => ({
      ImageId: one.id,
      Name: one.name,
      Description: one.description,
      OwnerId: owner,
      ImageOwnerAlias: one.owner === "amazon" ? "amazon" : undefined,
      ImageLocation: `${one.owner}/${one.name}`,
      Public: one.sharedWith.has("all"),
      CreationDate: new Date(one.createdMs).toISOString(),
      State: "available",
      ImageType: "machine",
      Architecture: "x86_64",
      VirtualizationType: "hvm",
      Hypervisor: "xen",
      PlatformDetails: "Linux/UNIX",
      RootDeviceName: "/dev/xvda",
      RootDeviceType: "ebs",
      ImdsSupport: one.imdsSupport ?? undefined,
      BlockDeviceMappings: one.snapshots.map((SnapshotId) => ({
        DeviceName: "/dev/xvda",
        Ebs: { SnapshotId, DeleteOnTermination: true, VolumeType: "gp3" },
      })),
      Tags: tagsOf(view, one.id),
    }),
  }),
});

export const writtenSnapshot = (
  one: Snapshot,
  { owner, view }: { owner: string; view: View },
): Record<string, unknown> => ({
  SnapshotId: one.id,
  VolumeId: one.volume,
  VolumeSize: one.size,
  OwnerId: owner,
  Description: one.description,
  StartTime: one.startedMs,
  State: "completed",
  Progress: "100%",
  Encrypted: one.encrypted,
  KmsKeyId: one.kmsKey ?? undefined,
  StorageTier: "standard",
  Tags: tagsOf(view, one.id),
});

/** A snapshot or image that this account may use. */
export function usable(
  view: View,
  kind: "snapshot" | "image",
  id: string,
): Owned<Snapshot | Image> {
  const seen = kind === "snapshot" ? snapshotsSeen(view) : imagesSeen(view);
  const one = seen.find((each) => each.one.id === id);
  if (one) return one;
  if (kind === "image" && !id.startsWith("ami-"))
    throw refusal("InvalidAMIID.Malformed", `Invalid id: "${id}" (expecting "ami-...")`);
  throw missing(kind, id);
}
