import type { Block, Shape } from "./shapes.ts";

/** In which ways somebody outside gets in, as the shape means it. */
export function issuesOf({ policy = [], block, acl }: Shape, account: Block | null): string[] {
  // A bucket where nothing is said has all four on, as every new one.
  const isOn = (name: keyof Block) =>
    block === undefined || (block !== false && block[name]) || (account?.[name] ?? false);
  const lets = (whom: string) => policy.some((one) => one.lets === whom);
  const isShut = lets("everybody") && isOn("RestrictPublicBuckets");
  return [
    ...(lets("everybody") && !isShut ? ["public-policy"] : []),
    ...(lets("partner") && !isShut ? ["foreign-policy"] : []),
    ...(acl?.lets === "everybody" && !isOn("IgnorePublicAcls") ? ["public-acl"] : []),
    ...(acl?.lets === "partner" ? ["foreign-acl"] : []),
  ];
}
