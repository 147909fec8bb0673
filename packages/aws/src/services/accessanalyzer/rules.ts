import { defineOperations } from "../../world/define.ts";
import { pageOf } from "../../world/pages.ts";
import { badToken } from "./analyzers.ts";
import { filterIn, fits } from "./filter.ts";
import { atArn, byName, named, onRule, ruleOf, taken, type Ctx } from "./find.ts";
import { refresh } from "./refresh.ts";
import type { AnalyzerState, ArchiveRule } from "./state.ts";

/**
 * Rules that archive findings as they come; to those that are there a rule is applied by itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-archive-rules.html
 */
export const ruleOperations = defineOperations<AnalyzerState>()({
  CreateArchiveRule: {
    readOnly: false,
    needs: onRule,
    run: (context) => {
      const { world, input } = context;
      const analyzer = named(context);
      const name = input.text("ruleName");
      if (analyzer.rules.has(name)) throw taken("ARCHIVE_RULE", name);
      // Findings that are there by now are no new ones for it.
      refresh(world, analyzer);
      const filter = filterIn(input.inside("filter"), true);
      const at = world.nowMs;
      analyzer.rules.set(name, { name, filter, createdMs: at, updatedMs: at });
    },
  },
  GetArchiveRule: {
    readOnly: true,
    needs: onRule,
    run: (context) => ({ archiveRule: written(ruleOf(named(context), context)) }),
  },
  ListArchiveRules: {
    readOnly: true,
    needs: byName,
    run: (context) => {
      const all = [...named(context).rules.values()];
      const names = { token: "nextToken", max: "maxResults", size: 50, refuse: badToken };
      const { page, next } = pageOf(all, context.input, names);
      return { archiveRules: page.map(written), nextToken: next };
    },
  },
  UpdateArchiveRule: {
    readOnly: false,
    needs: onRule,
    run: (context) => {
      const rule = ruleOf(named(context), context);
      rule.filter = filterIn(context.input.inside("filter"), true);
      rule.updatedMs = context.world.nowMs;
    },
  },
  DeleteArchiveRule: {
    readOnly: false,
    needs: onRule,
    run: (context) => {
      const analyzer = named(context);
      analyzer.rules.delete(ruleOf(analyzer, context).name);
    },
  },
  ApplyArchiveRule: {
    readOnly: false,
    needs: ({ input }: Ctx) => [
      { resource: `${input.text("analyzerArn")}/archive-rule/${input.text("ruleName")}` },
    ],
    run: (context) => {
      const { world } = context;
      const analyzer = atArn(context);
      const { filter } = ruleOf(analyzer, context);
      refresh(world, analyzer);
      for (const finding of analyzer.findings.values()) {
        if (finding.status !== "ACTIVE" || !fits(finding, filter)) continue;
        finding.status = "ARCHIVED";
        finding.updatedMs = world.nowMs;
      }
    },
  },
});

const written = ({ name, filter, createdMs, updatedMs }: ArchiveRule) => ({
  ruleName: name,
  filter,
  createdAt: createdMs,
  updatedAt: updatedMs,
});
