/** Servers that run on the learner's own machine, at the address that each has by default. */
export const presets = [
  { id: "ollama", title: "Ollama", baseUrl: "http://127.0.0.1:11434/v1" },
  { id: "lm-studio", title: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1" },
  { id: "llama-cpp", title: "llama.cpp", baseUrl: "http://127.0.0.1:8080/v1" },
] as const;

export type PresetId = (typeof presets)[number]["id"] | "other";

/** Which preset an address belongs to; null while there is none. */
export function presetOf(baseUrl: string): PresetId | null {
  if (baseUrl === "") return null;
  return presets.find((one) => one.baseUrl === baseUrl)?.id ?? "other";
}
