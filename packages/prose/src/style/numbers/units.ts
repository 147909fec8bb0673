import type { FigureKind } from "./figure.ts";

export type Unit = { kind: FigureKind; unit: string; end: number };

const durations: Record<string, string> = {
  ms: "millisecond",
  s: "second",
  sec: "second",
  min: "minute",
  h: "hour",
  hr: "hour",
};
const durationUnit =
  /[\s-]{0,2}(ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?)(?![\p{L}\p{N}_'’])|[\s-]{1,2}((?:working |business |calendar |person[ -])?(?:days?|weeks?|months?|quarters?|years?|sprints?|fortnights?|nights?|weekends?))(?![\p{L}\p{N}_])/iuy;
const percentUnit = /\s?(%|‰)|[\s-](percent(?:age points?)?|per cent|basis points)\b/iy;
const moneyUnit = /\s(dollars?|euros?|pounds?|cents|USD|EUR|GBP|€|£)(?!\p{L})|(€|£)/iuy;
const ratioUnit =
  /\s?([x×])(?![\p{L}\p{N}_])|[\s-]?(fold)\b|\s(times)(?= (?:as|the|faster|slower|fewer|less|more|lower|higher|larger|smaller|bigger|better|cheaper|quicker|longer|shorter))\b/iuy;
const scaleUnit =
  /(k|K|M|m|bn|B|mn)(?![\p{L}\p{N}_])|[\s-](hundred|thousand|million|billion|trillion|bn|mn)\b/uy;
const glued =
  /((?:[kKMGT]i?)?B|[kMG]bps|rps|qps|tps)(?![\p{L}\p{N}_])|\s([kMGT]i?B|[KMG]bps|rps|qps|tps|RPS|QPS|TPS)(?![\p{L}\p{N}_])/uy;

const scales: Record<string, number> = {
  hundred: 100,
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  B: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

/** "40k" and "40 thousand": what the number is multiplied with. */
export function scaleAt(text: string, at: number): { factor: number; end: number } | null {
  const found = matchAt(scaleUnit, text, at);
  return found && { factor: scales[found.unit] ?? 1, end: found.end };
}

/** The unit that follows a number, unless it is a plain noun. */
export function unitAt(text: string, at: number): Unit | null {
  const percent = matchAt(percentUnit, text, at);
  if (percent)
    return {
      kind: "percent",
      unit: /basis|‰/i.test(percent.unit) ? percent.unit : "%",
      end: percent.end,
    };
  const duration = matchAt(durationUnit, text, at);
  if (duration) return { kind: "duration", unit: durationName(duration.unit), end: duration.end };
  const money = matchAt(moneyUnit, text, at);
  if (money) return { kind: "money", unit: currencyOf(money.unit), end: money.end };
  const ratio = matchAt(ratioUnit, text, at);
  if (ratio) return { kind: "ratio", unit: "times", end: ratio.end };
  const size = matchAt(glued, text, at);
  return size && { kind: "count", unit: size.unit, end: size.end };
}

export function matchAt(
  pattern: RegExp,
  text: string,
  at: number,
): { unit: string; end: number } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return null;
  return {
    unit: match.slice(1).find((group) => group !== undefined) ?? "",
    end: at + match[0].length,
  };
}

function durationName(written: string): string {
  const unit = written.toLowerCase();
  const single = unit.length > 2 ? unit.replace(/s$/, "") : unit;
  return durations[single] ?? single;
}

const currencies: Record<string, string> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };
const currencyWords: Record<string, string> = {
  dollar: "USD",
  euro: "EUR",
  pound: "GBP",
  cent: "cent",
};

export const currencyOf = (written: string): string =>
  currencies[written] ??
  currencyWords[written.toLowerCase().replace(/s$/, "")] ??
  written.toUpperCase();
