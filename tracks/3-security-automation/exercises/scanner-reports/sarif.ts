import { ruleKey, scanners, weaknesses, type Defaults, type Scanner, type Spot } from "./spots.ts";

/** Where the repository was checked out when it was scanned. */
export const root = "file:///builds/ward/";

type Style = { traits: readonly string[]; defaults: Defaults };

/** Which of the runs of a scanner a file belongs to: one of them has two. */
const runsOf = (scanner: Scanner): ((file: string) => boolean)[] =>
  scanner === "hazel"
    ? [(file) => file.startsWith("src/api/"), (file) => !file.startsWith("src/api/")]
    : [() => true];

/** A report as each of the three writes it. */
export const reportOf = (scanner: Scanner, spots: readonly Spot[], style: Style): object => ({
  $schema: "https://json.schemastore.org/sarif-2.1.0.json",
  version: "2.1.0",
  runs: runsOf(scanner).map((isIn) => ({
    tool: { driver: { name: scanner, version: "4.2.0", rules: rulesOf(scanner, style) } },
    ...(style.traits.includes("places") && bases[scanner]),
    // One starts a process for each half of its rules.
    invocations: Array.from({ length: scanner === "hazel" ? 2 : 1 }, () => ({
      executionSuccessful: true,
    })),
    results: spots
      .filter(({ file }) => isIn(file))
      .flatMap((spot) => resultsOf(scanner, spot, style.traits)),
  })),
});

const bases: Record<Scanner, object> = {
  hazel: {
    originalUriBaseIds: {
      "%SRCROOT%": { uri: root },
      SOURCES: { uri: "src/", uriBaseId: "%SRCROOT%" },
      API: { uri: "api/", uriBaseId: "SOURCES" },
    },
  },
  larch: {},
  thorn: { originalUriBaseIds: { "%SRCROOT%": { uri: root } } },
};

function artifactOf(scanner: Scanner, file: string, isPlain: boolean): object {
  const uri = file.split("/").map(encodeURIComponent).join("/");
  if (isPlain) return { uri };
  if (scanner === "larch") return { uri: root + uri };
  if (scanner === "thorn") return { uri, uriBaseId: "%SRCROOT%" };
  return file.startsWith("src/api/")
    ? { uri: uri.slice("src/api/".length), uriBaseId: "API" }
    : { uri: uri.slice("src/".length), uriBaseId: "SOURCES" };
}

function resultsOf(scanner: Scanner, spot: Spot, traits: readonly string[]): object[] {
  const endLine = spot.line + scanners.indexOf(scanner);
  const artifactLocation = artifactOf(scanner, spot.file, !traits.includes("places"));
  const own = spot.said.filter((one) => one.scanner === scanner);
  return own.map(({ level, kind, suppressions }, index) => {
    const region = { startLine: spot.line, endLine, startColumn: 5 + 14 * index };
    return {
      ruleId: ruleIdOf(scanner, spot.cwe),
      ruleIndex: weaknesses.findIndex((one) => one === spot.cwe),
      ...(level && { level }),
      ...(kind !== undefined && { kind }),
      message: { text: `Seen by ${scanner}.` },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      // In a run either all results have them or none has.
      ...(traits.includes("suppressed") && {
        suppressions: (suppressions ?? []).map((status) => ({
          kind: status === null ? "inSource" : "external",
          ...(status !== null && { status }),
        })),
      }),
    };
  });
}

const prefixes: Record<Scanner, string> = { hazel: "HZ", larch: "py/", thorn: "thorn.rules." };
const ruleIdOf = (scanner: Scanner, cwe: number): string =>
  `${prefixes[scanner]}${1000 + weaknesses.findIndex((one) => one === cwe)}`;

const rulesOf = (scanner: Scanner, { traits, defaults }: Style): object[] =>
  weaknesses.map((cwe) => {
    const level = traits.includes("levels") ? defaults.get(ruleKey(scanner, cwe)) : null;
    return {
      id: ruleIdOf(scanner, cwe),
      ...(level && { defaultConfiguration: { level } }),
      ...(traits.includes("weaknesses") ? classed[scanner](cwe) : tagged("security", `CWE-${cwe}`)),
    };
  });

const tagged = (...tags: string[]): object => ({ properties: { tags } });

/** Each names the weakness in its own way, next to what is none. */
const classed: Record<Scanner, (cwe: number) => object> = {
  hazel: (cwe) => ({
    properties: { tags: ["security", "python-3"] },
    relationships: [
      target("ASVS", `5.${cwe % 7}`),
      target("CWE", String(cwe)),
      target("OWASP", `A0${1 + (cwe % 9)}`),
    ],
  }),
  larch: (cwe) =>
    tagged("external/owasp/a03", `external/cwe/cwe-${String(cwe).padStart(3, "0")}`, "security"),
  thorn: (cwe) => tagged("python-3", `CWE-${cwe}: as the list has it`, "OWASP-A03"),
};

const target = (name: string, id: string): object => ({
  target: { id, toolComponent: { name } },
  kinds: ["superset"],
});
