import { defineOperations } from "../../world/define.ts";
import type { Input } from "../../world/input.ts";
import { pageOf } from "../../world/pages.ts";
import { toTags } from "../iam/tags.ts";
import { named, onSecret, secretOf } from "./find.ts";
import { secretsOf, type Secret, type SecretsState } from "./state.ts";

const dayMs = 86_400_000;
const pages = { token: "NextToken", max: "MaxResults", size: 100 };

export const listOperations = defineOperations<SecretsState>()({
  DescribeSecret: {
    readOnly: true,
    needs: onSecret,
    run: (context) => {
      const secret = secretOf(context);
      return { ...described(secret), VersionIdsToStages: stagesOf(secret) };
    },
  },
  ListSecrets: {
    readOnly: true,
    run: ({ world, account, region, input }) => {
      const all = [...secretsOf(world, account.id, region)!.secrets.values()];
      const deleted = input.flag("IncludePlannedDeletion") ?? false;
      const shown = sorted(matching(all, input), input).filter((one) => deleted || !one.deletion);
      const { page, next } = pageOf(shown, input, pages);
      return {
        SecretList: page.map((one) => ({
          ...described(one),
          SecretVersionsToStages: stagesOf(one),
        })),
        NextToken: next,
      };
    },
  },
  ListSecretVersionIds: {
    readOnly: true,
    needs: onSecret,
    run: (context) => {
      const { input } = context;
      const secret = secretOf(context);
      const all = [...secret.versions.values()].filter(
        ({ stages }) => stages.size > 0 || input.flag("IncludeDeprecated"),
      );
      const { page, next } = pageOf(all, input, pages);
      return {
        ...named(secret),
        Versions: page.map(({ id, stages, createdMs, key }) => ({
          VersionId: id,
          VersionStages: stages.size > 0 ? [...stages] : undefined,
          CreatedDate: createdMs,
          KmsKeyIds: key === null ? undefined : [key],
        })),
        NextToken: next,
      };
    },
  },
});

const stagesOf = ({ versions }: Secret) =>
  Object.fromEntries(
    [...versions.values()].flatMap(({ id, stages }) =>
      stages.size > 0 ? [[id, [...stages]]] : [],
    ),
  );

const described = (secret: Secret) => ({
  ...named(secret),
  Description: secret.description === "" ? undefined : secret.description,
  KmsKeyId: secret.key ?? undefined,
  RotationEnabled: secret.rotationOn || undefined,
  RotationLambdaARN: secret.rotation?.lambda,
  RotationRules: secret.rotation?.rules,
  LastRotatedDate: secret.rotatedMs ?? undefined,
  LastChangedDate: secret.changedMs,
  // A day, without its hour.
  LastAccessedDate:
    secret.accessedMs === null ? undefined : secret.accessedMs - (secret.accessedMs % dayMs),
  DeletedDate: secret.deletion?.askedMs,
  NextRotationDate:
    secret.rotation && secret.rotationOn
      ? (secret.rotatedMs ?? secret.createdMs) + secret.rotation.days * dayMs
      : undefined,
  Tags: secret.tags.size > 0 ? toTags(secret.tags) : undefined,
  CreatedDate: secret.createdMs,
});

/** Every filter has to match with one of its values: by their beginning, and turned round by an exclamation mark. */
export function matching(all: readonly Secret[], input: Input): Secret[] {
  const filters = input.list("Filters");
  return all.filter((secret) =>
    filters.every((filter) => {
      const texts = textsOf(secret, filter.text("Key"));
      return filter.texts("Values").some((value) => {
        const not = value.startsWith("!");
        const wanted = (not ? value.slice(1) : value).toLowerCase();
        return texts.some((text) => text.toLowerCase().startsWith(wanted)) !== not;
      });
    }),
  );
}

function textsOf({ name, description, tags, region }: Secret, key: string): string[] {
  if (key === "name") return [name];
  if (key === "description") return description.split(/\s+/);
  if (key === "tag-key") return [...tags.keys()];
  if (key === "tag-value") return [...tags.values()];
  if (key === "primary-region") return [region];
  return key === "all" ? [name, description, ...tags.keys(), ...tags.values()] : [];
}

/** The newest first where nothing is said. */
function sorted(secrets: readonly Secret[], input: Input): Secret[] {
  const by = input.optional("SortBy") ?? "created-date";
  const order = input.optional("SortOrder") === "asc" ? 1 : -1;
  const moment = ({ createdMs, changedMs, accessedMs }: Secret): number =>
    by === "last-changed-date"
      ? changedMs
      : by === "last-accessed-date"
        ? (accessedMs ?? 0)
        : createdMs;
  return secrets.toSorted((a, b) => {
    const names = a.name < b.name ? -1 : 1;
    if (by === "name") return names * order;
    return (moment(a) - moment(b)) * order || names;
  });
}
