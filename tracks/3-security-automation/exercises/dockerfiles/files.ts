import { between, draw } from "../names.ts";

export type Dockerfile = {
  path: string;
  text: string;
  /** Images that it takes by a name alone, each once. */
  loose: string[];
  /** An image's name is given from outside, so that nobody can tell it. */
  isOpen: boolean;
};

type Random = () => number;
type Image = { name: string; isPinned: boolean };
type Written = { lines: string[]; images: Image[]; isOpen?: boolean };

const teams =
  "basket billing catalogue labels loyalty pickup pricing returns reviews routing search stock".split(
    " ",
  );
const parts = ["api", "batch", "web", "worker"];
const bases = [
  "python:3.12-slim",
  "node:22-alpine",
  "eclipse-temurin:21-jre",
  "golang:1.24",
  "nginx:1.27",
  "public.ecr.aws/lambda/python:3.12",
  // The colon is that of a port, and there is no tag.
  "registry.internal:5000/base/java",
];

const digest = (random: Random): string =>
  Array.from({ length: 64 }, () => between(random, 0, 15).toString(16)).join("");

const loose = (random: Random): Image => ({ name: draw(random, bases), isPinned: false });
const pinned = (random: Random): Image => ({
  name: `${draw(random, bases)}@sha256:${digest(random)}`,
  isPinned: true,
});
const either = (random: Random, isPinned: boolean): Image =>
  isPinned ? pinned(random) : loose(random);

/** One Dockerfile for each service; what is special about them is in every second one. */
export function files(
  random: Random,
  { size, traits }: { size: number; traits: readonly string[] },
): Dockerfile[] {
  const special = forms.filter(([trait]) => traits.includes(trait)).map(([, form]) => form);
  const isClean = traits.includes("clean");
  return Array.from({ length: size }, (_, index) => {
    const isPinned = isClean || index % 3 === 0;
    const form = index % 2 === 0 && special.length > 0 ? draw(random, special) : plain;
    return fileOf(pathOf(index), form(random, isPinned, index));
  });
}

const pathOf = (index: number): string => {
  const team = teams[index % teams.length]!;
  const part = parts[Math.floor(index / teams.length) % parts.length]!;
  const more = Math.floor(index / (teams.length * parts.length));
  return `services/${team}-${part}${more > 0 ? more + 1 : ""}${isOdd(index) ? "/image" : ""}/Dockerfile`;
};

/** Services that are laid out in another way than most. */
const isOdd = (index: number): boolean => index % 7 === 6;

/** What is called otherwise, or lies elsewhere, is not asked for. */
export const lookalikes = (made: readonly Dockerfile[]): Record<string, string> =>
  Object.fromEntries(
    made
      .filter((_, index) => isOdd(index))
      .flatMap(({ path }) => [`${path}.old`, path.replace("services/", "attic/")])
      .map((path) => [path, "FROM python:2.7\n"]),
  );

function fileOf(path: string, { lines, images, isOpen = false }: Written): Dockerfile {
  const names = images.filter((one) => !one.isPinned).map(({ name }) => name);
  return { path, text: `${lines.join("\n")}\n`, loose: [...new Set(names)], isOpen };
}

type Form = (random: Random, isPinned: boolean, index: number) => Written;

const tail = ["WORKDIR /srv", "COPY . .", 'CMD ["./start"]'];

/** One stage, in the spellings that Docker takes. */
const plain: Form = (random, isPinned, index) => {
  const image = either(random, isPinned);
  const from = [
    `FROM ${image.name}`,
    `from ${image.name}`,
    `FROM --platform=linux/arm64 ${image.name}`,
    `FROM   ${image.name} AS run`,
  ][index % 4]!;
  const before = index % 5 === 1 ? ["# FROM python:2.7 until the move to 3"] : [];
  return { lines: [...before, from, ...tail], images: [image] };
};

/** A stage is built on an earlier one, or on nothing. */
const stages: Form = (random, isPinned, index) => {
  const build = either(random, isPinned);
  if (index > 0 && index % 8 === 0) return calledAsItsImage(build);
  const [onto, as] = index % 4 === 0 ? ["scratch", "AS"] : ["Build", "as"];
  return {
    lines: [
      `FROM ${build.name} ${as} build`,
      "RUN make",
      `FROM ${onto} AS run`,
      "COPY --from=build /out /srv",
      "COPY --from=0 /etc/ssl /etc/ssl",
      'CMD ["/srv/start"]',
    ],
    images: [build],
  };
};

/** The image that a stage is built on is no stage, whatever the stage is called. */
const calledAsItsImage = ({ name, isPinned }: Image): Written => {
  const image = { name: isPinned ? name : "golang", isPinned };
  const lines = [
    `FROM ${image.name} AS golang`,
    "RUN make",
    "FROM scratch",
    "COPY --from=golang /out /srv",
    'CMD ["/srv/start"]',
  ];
  return { lines, images: [image] };
};

/** Files are copied out of an image that no stage is built on. */
const copied: Form = (random, isPinned) => {
  const [run, tool] = [pinned(random), either(random, isPinned)];
  return {
    lines: [
      `FROM ${run.name}`,
      `COPY --chown=app --from=${tool.name} /usr/bin/tool /usr/bin/`,
      ...tail,
    ],
    images: [run, tool],
  };
};

/** The name is the default of an argument; one after the first stage has nothing to do with it. */
const withArguments: Form = (random, isPinned, index) => {
  const image = either(random, isPinned);
  const [name, tag] = image.name.split(/:(?=[^:/]*$)/) as [string, string?];
  const isWhole = index % 4 === 0 || image.isPinned || tag === undefined;
  return {
    lines: isWhole
      ? [
          `ARG BASE=${image.name}`,
          "FROM ${BASE} AS build",
          "ARG BASE=python:2.7",
          "FROM ${BASE}",
          ...tail,
        ]
      : [`ARG TAG="${tag}"`, `FROM ${name}:$TAG`, ...tail],
    images: [image],
  };
};

/** An instruction goes on on the next line, which then begins with a word that is none. */
const continued: Form = (random, isPinned) => {
  const [image, tool] = [either(random, isPinned), either(random, isPinned)];
  return {
    lines: [
      "FROM \\",
      "# Smaller ones have no psql.",
      `    ${image.name} \\`,
      "    AS run",
      "COPY \\",
      `    --from=${tool.name} \\`,
      "    /usr/bin/tool /usr/bin/",
      "RUN psql -c 'SELECT count(*) \\",
      "FROM orders:old \\",
      "WHERE paid'",
      ...tail,
    ],
    images: [image, tool],
  };
};

/** The name comes from whoever builds. */
const unknown: Form = (random, isPinned) => {
  const tool = either(random, isPinned);
  return {
    lines: [
      "ARG BASE",
      `FROM ${tool.name} AS tools`,
      "FROM $BASE",
      "COPY --from=tools /a /a",
      ...tail,
    ],
    images: [tool],
    isOpen: true,
  };
};

const forms: [string, Form][] = [
  ["stages", stages],
  ["copied", copied],
  ["arguments", withArguments],
  ["continued", continued],
  ["unknown", unknown],
];
