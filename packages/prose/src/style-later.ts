import type { Measure, Remark } from "@loopwright/core";
export const styleMeasures = (_text: string, _audience: string): Measure[] => [];
export const styleRemarks = (_text: string, _audience: string): Remark[] => [];
