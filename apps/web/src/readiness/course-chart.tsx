import { levelWords, type Level } from "@loopwright/core/readiness-levels";
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";

import { axisText, weekWords, type Week } from "./weeks.ts";

/** The level of one dimension over half a year, as steps. What it shows stands in the table behind it. */
export default function CourseChart({ weeks }: { weeks: Week<Level>[] }) {
  return (
    <ResponsiveContainer width="100%" height={120}>
      <LineChart
        data={weeks}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="day"
          tickFormatter={weekWords}
          minTickGap={40}
          stroke="var(--line-strong)"
          tick={axisText}
          tickLine={false}
        />
        <YAxis
          domain={[0, 3]}
          ticks={[0, 1, 2, 3]}
          tickFormatter={(level: Level) => levelWords[level]}
          width={88}
          axisLine={false}
          tick={axisText}
          tickLine={false}
        />
        <Line
          type="stepAfter"
          dataKey="value"
          stroke="var(--accent)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
