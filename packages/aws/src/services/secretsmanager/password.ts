import { defineOperations } from "../../world/define.ts";
import type { Input } from "../../world/input.ts";
import { invalidParameter } from "./find.ts";
import type { SecretsState } from "./state.ts";

const kinds: readonly [flag: string, characters: string][] = [
  ["ExcludeLowercase", "abcdefghijklmnopqrstuvwxyz"],
  ["ExcludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  ["ExcludeNumbers", "0123456789"],
  ["ExcludePunctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"],
];

export const passwordOperations = defineOperations<SecretsState>()({
  GetRandomPassword: {
    readOnly: true,
    run: ({ world, input }) => {
      const length = input.number("PasswordLength") ?? 32;
      const alphabets = alphabetsOf(input);
      if (length < alphabets.length || length > 4096 || alphabets.length === 0)
        throw invalidParameter("No password of this length can be made of these characters.");
      const pick = (from: string) => from[Math.floor(world.random() * from.length)]!;
      const all = alphabets.join("");
      const made = Array.from({ length }, () => pick(all));
      if (input.flag("RequireEachIncludedType") ?? true) requireEach(made, alphabets, world.random);
      return { RandomPassword: made.join("") };
    },
  },
});

function alphabetsOf(input: Input): string[] {
  const excluded = new Set(input.optional("ExcludeCharacters"));
  const included = kinds.flatMap(([flag, characters]) => (input.flag(flag) ? [] : [characters]));
  if (input.flag("IncludeSpace")) included.push(" ");
  return included
    .map((characters) =>
      Array.from(characters)
        .filter((one) => !excluded.has(one))
        .join(""),
    )
    .filter((characters) => characters !== "");
}

/** One of each kind, each at a place of its own. */
function requireEach(made: string[], alphabets: readonly string[], random: () => number): void {
  const places = made.map((_, at) => at);
  for (const from of alphabets) {
    const [at] = places.splice(Math.floor(random() * places.length), 1);
    made[at!] = from[Math.floor(random() * from.length)]!;
  }
}
