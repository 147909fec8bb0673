import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseLines } from "../lines/index.ts";
import { arbitraryModel } from "../model/arbitrary.ts";
import { toMermaid } from "./mermaid.ts";

const drawn = (lines: string) => toMermaid(parseLines(lines).model).text;

describe("a flowchart", () => {
  it("has zones as subgraphs, and a shape for each type", () => {
    expect(
      drawn(`model Photos
zone cloud 80: AWS account
zone vpc 90 in cloud
actor user: Customer
process api in cloud: Photo API
store db in vpc: Photos
user -> api: upload [HTTPS]
api <-> db: keep`),
    ).toBe(`flowchart LR
  part1["Customer"]
  subgraph zone1 ["AWS account (trust 80)"]
    part2(["Photo API"])
    subgraph zone2 ["vpc (trust 90)"]
      part3[("Photos")]
    end
  end
  part1 -->|"upload [HTTPS]"| part2
  part2 <-->|"keep"| part3
`);
  });

  it.each([
    ['a "quoted" name', "a #34;quoted#34; name"],
    ["end", "end"],
    ["<script>", "#60;script#62;"],
    ["`code` *bold* _x_", "#96;code#96; #42;bold#42; #95;x#95;"],
    ["100% #1; A&B", "100#37; #35;1#59; A#38;B"],
    ["two\nlines", "two lines"],
    ["%%{init}%%", "#37;#37;#123;init#125;#37;#37;"],
    ["Škoda שלום", "Škoda שלום"],
    ["🚲", "#128690;"],
    ["\u0000", "#0;"],
  ])("writes %j so that it is shown", (name, text) => {
    expect(drawn(`model M\nprocess a: ${JSON.stringify(name)}`)).toContain(`part1(["${text}"])`);
  });

  it("keeps to its grammar, whatever the names", () => {
    const line =
      /^(?:flowchart LR| *end| *subgraph zone\d+ \["[^"\n<>`]*"\]| *part\d+(?:\["[^"\n]*"\]|\(\["[^"\n]*"\]\)|\[\("[^"\n]*"\)\])|  part\d+ <?-->(?:\|"[^"\n]*"\|)? part\d+)$/;
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const lines = toMermaid(model).text.trimEnd().split("\n");
        expect(lines.filter((one) => !line.test(one))).toEqual([]);
        expect(lines).toHaveLength(
          1 + 2 * model.zones.length + model.elements.length + model.flows.length,
        );
      }),
      { numRuns: 50 },
    );
  });
});
