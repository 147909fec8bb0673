import { defineOperations } from "../../world/define.ts";
import type { Input } from "../../world/input.ts";
import { tagContext } from "../iam/tags.ts";
import { own, notPending } from "./find.ts";
import { keyNeed, managing } from "./needs.ts";
import { paged } from "./page.ts";
import type { KmsState } from "./state.ts";

/** KMS has names of its own for the parts of a tag. */
export const sentTags = (input: Input): Record<string, string> =>
  Object.fromEntries(
    input.list("Tags").map((tag) => [tag.text("TagKey"), tag.optional("TagValue") ?? ""]),
  );

export const writtenTags = (tags: ReadonlyMap<string, string>) =>
  [...tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue }));

export const tagOperations = defineOperations<KmsState>()({
  TagResource: {
    readOnly: false,
    needs: (context) => [
      keyNeed(context, { key: own(context), alias: null }, tagContext(sentTags(context.input))),
    ],
    run: (context) => {
      const key = own(context);
      notPending(key);
      for (const [name, value] of Object.entries(sentTags(context.input)))
        key.tags.set(name, value);
    },
  },
  UntagResource: {
    readOnly: false,
    needs: (context) => [
      keyNeed(
        context,
        { key: own(context), alias: null },
        { "aws:TagKeys": context.input.texts("TagKeys") },
      ),
    ],
    run: (context) => {
      const key = own(context);
      notPending(key);
      for (const name of context.input.texts("TagKeys")) key.tags.delete(name);
    },
  },
  ListResourceTags: {
    readOnly: true,
    needs: managing(own),
    run: (context) => {
      const { page, ...more } = paged(writtenTags(own(context).tags), context.input, 50);
      return { Tags: page, ...more };
    },
  },
});
