import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from "recharts";

import { axisText, weekWords, type Week } from "./weeks.ts";
import type { Counts } from "./counts.ts";

/**
 * In how many dimensions each level was held, week by week: filled, hatched and open, so that no colour is
 * needed to tell them apart. What it shows stands in the table behind it.
 */
export default function LevelsChart({ weeks }: { weeks: Week<Counts>[] }) {
  const bar = { stackId: "levels", stroke: "var(--accent)", isAnimationActive: false };
  return (
    <ResponsiveContainer width="100%" height={200}>
      <BarChart
        data={weeks.map(({ day, value }) => ({ day, ...value }))}
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <defs>
          <pattern
            id="solid-hatch"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="var(--paper)" />
            <rect width="2" height="5" fill="var(--accent)" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="day"
          tickFormatter={weekWords}
          minTickGap={32}
          stroke="var(--line-strong)"
          tick={axisText}
          tickLine={false}
        />
        <YAxis allowDecimals={false} width={32} axisLine={false} tick={axisText} tickLine={false} />
        <Bar {...bar} dataKey="ready" fill="var(--accent)" />
        <Bar {...bar} dataKey="solid" fill="url(#solid-hatch)" />
        <Bar {...bar} dataKey="begun" fill="var(--paper)" />
      </BarChart>
    </ResponsiveContainer>
  );
}
