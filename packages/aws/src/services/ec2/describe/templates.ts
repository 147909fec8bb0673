import { missing } from "../kinds.ts";
import { ec2Operations, type Ctx } from "../operations.ts";
import type { LaunchTemplate } from "../state.ts";
import { described } from "./list.ts";
import { noTemplate } from "./rest.ts";

type Version = { template: LaunchTemplate; number: number; data: Record<string, unknown> };

/** By id or name. */
export function templateIn({ state, input }: Pick<Ctx, "state" | "input">): LaunchTemplate {
  const id = input.optional("LaunchTemplateId");
  const name = input.optional("LaunchTemplateName") ?? "";
  const all = [...state.templates.values()];
  const found = all.find((one) => (id === null ? one.name === name : one.id === id));
  if (found) return found;
  throw id === null ? noTemplate(name) : missing("launch-template", id);
}

/** "$Latest", "$Default" or a number; the default one where nothing is said. */
export function versionOf(template: LaunchTemplate, asked: string | null): number {
  if (asked === "$Latest") return template.versions.length;
  return asked === null || asked === "$Default" ? template.defaultVersion : Number(asked);
}

function versionsOf(context: Ctx): Version[] {
  const { state, input } = context;
  const asked = input.texts("Versions");
  const one = input.has("LaunchTemplateId") || input.has("LaunchTemplateName");
  const templates = one ? [templateIn(context)] : [...state.templates.values()];
  return templates.flatMap((template) => {
    const numbers =
      asked.length > 0
        ? asked.map((text) => versionOf(template, text))
        : template.versions.map((_, index) => index + 1);
    return numbers.flatMap((number) => {
      const data = template.versions[number - 1];
      return data ? [{ template, number, data }] : [];
    });
  });
}

export const templateReads = ec2Operations({
  DescribeLaunchTemplateVersions: described<Version>({
    member: "LaunchTemplateVersions",
    all: versionsOf,
    id: ({ template }) => template.id,
    filters: {
      "image-id": ({ data }) => [data["ImageId"] as string | undefined],
      "instance-type": ({ data }) => [data["InstanceType"] as string | undefined],
    },
    written: ({ template, number, data }) => ({
      LaunchTemplateId: template.id,
      LaunchTemplateName: template.name,
      VersionNumber: number,
      CreateTime: template.createdMs,
      CreatedBy: template.createdBy,
      DefaultVersion: number === template.defaultVersion,
      LaunchTemplateData: data,
    }),
  }),
});
