/** Where the model is, and how to ask it. */
export type ModelConfig = {
  /** Up to and with the version: http://127.0.0.1:11434/v1 */
  baseUrl: string;
  /** Sent as a bearer token and nowhere else; null where the server asks for none. */
  key: string | null;
  model: string;
  /** For one call. Default 30 s; everything that one question needs may take 60 s together. */
  timeoutMs?: number;
};

/** What is wrong with a base URL, in one sentence; null where it can be used. */
export function baseUrlProblem(baseUrl: string): string | null {
  const url = parsed(baseUrl);
  if (!url) return "This is no URL; it looks like http://127.0.0.1:11434/v1.";
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return "The URL must begin with http:// or https://.";
  }
  if (url.username !== "" || url.password !== "") {
    return "The URL must hold no name or password; the key has a field of its own.";
  }
  if (url.search !== "" || url.hash !== "")
    return "The URL must end with its path, without ? or #.";
  return null;
}

/** A key has to fit in one header: visible ASCII, no spaces. */
export const isUsableKey = (key: string): boolean => /^[\x21-\x7e]{1,1000}$/.test(key);

/** Whether what is sent there stays on this machine. Where that is not certain, it does not. */
export function isLoopback(baseUrl: string): boolean {
  const hostname = parsed(baseUrl)?.hostname ?? "";
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

export const hostOf = (baseUrl: string): string => parsed(baseUrl)?.host ?? "";

export const endpoint = (baseUrl: string, path: "chat/completions" | "models"): string =>
  `${baseUrl.replace(/\/+$/, "")}/${path}`;

const parsed = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);
