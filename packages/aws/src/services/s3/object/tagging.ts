import { defineOperations } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { bucketOf, type Ctx } from "../find.ts";
import type { S3State } from "../state.ts";
import { shownId } from "./read.ts";
import { askedOf, existing, versionNeed } from "./versions.ts";
import { toTags } from "../../iam/tags.ts";

/** Tags as a header carries them: encoded as in a URL's query. */
export const tagsOfHeader = (text: string | null): Map<string, string> =>
  new Map(new URLSearchParams(text ?? ""));

/** s3:RequestObjectTag/name and s3:RequestObjectTagKeys. */
export function requestTagKeys(
  tags: ReadonlyMap<string, string>,
): Record<string, string | string[]> {
  if (tags.size === 0) return {};
  const pairs = [...tags].map(([name, value]) => [`s3:RequestObjectTag/${name}`, value]);
  return { ...Object.fromEntries(pairs), "s3:RequestObjectTagKeys": [...tags.keys()] };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
export function checkedTags(tags: ReadonlyMap<string, string>): void {
  if (tags.size > 10) throw refusal("BadRequest", "Object tags cannot be greater than 10");
  for (const [name, value] of tags)
    if (name === "" || name.length > 128 || value.length > 256)
      throw refusal("InvalidTag", "The tag provided was not a valid tag.");
}

const sentTags = ({ input }: Pick<Ctx, "input">): Map<string, string> =>
  new Map(Object.entries(input.inside("Tagging").tags("TagSet")));

const looked = (context: Ctx) => {
  const bucket = bucketOf(context);
  return { bucket, version: existing(context, askedOf(context, bucket)) };
};

const need = (action: string) => (context: Ctx) => [
  versionNeed(context, askedOf(context, bucketOf(context)), action),
];

export const objectTagOperations = defineOperations<S3State>()({
  GetObjectTagging: {
    readOnly: true,
    event: "data",
    anonymous: true,
    needs: need("s3:GetObjectTagging"),
    run: (context) => {
      const { bucket, version } = looked(context);
      return { VersionId: shownId(bucket, version), TagSet: toTags(version.tags) };
    },
  },
  PutObjectTagging: {
    readOnly: false,
    event: "data",
    needs: (context) => {
      const [base] = need("s3:PutObjectTagging")(context);
      return [{ ...base!, context: { ...base!.context, ...requestTagKeys(sentTags(context)) } }];
    },
    run: (context) => {
      const { bucket, version } = looked(context);
      const tags = sentTags(context);
      checkedTags(tags);
      version.tags = tags;
      return { VersionId: shownId(bucket, version) };
    },
  },
  DeleteObjectTagging: {
    readOnly: false,
    event: "data",
    needs: need("s3:DeleteObjectTagging"),
    run: (context) => {
      const { bucket, version } = looked(context);
      version.tags = new Map();
      return { VersionId: shownId(bucket, version) };
    },
  },
});
