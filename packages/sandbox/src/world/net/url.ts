/** A web address taken apart. `href` is how a log shows it: no fragment, the host in its plain form. */
export type Target = {
  href: string;
  origin: string;
  scheme: string;
  host: string;
  port: number;
  path: string;
  search: string;
  /** user:password, decoded; empty where there is none. */
  user: string;
};

const maxChars = 4_000;

/**
 * Reads an address by the rules of the URL standard, and where those refuse it, as lenient clients do that
 * take what stands between the slashes. Null where neither finds a host.
 */
export function targetOf(text: string, base?: string): Target | null {
  if (text.length > maxChars) return null;
  const url = parse(text.trim(), base) ?? parse(withPlainHost(text.trim()), undefined);
  if (url === null) return null;
  const scheme = url.protocol.slice(0, -1);
  url.hash = "";
  const host = url.hostname.replace(/\.$/, "");
  return {
    href: url.href,
    origin: url.origin,
    scheme,
    host,
    port: url.port === "" ? (scheme === "https" ? 443 : 80) : Number(url.port),
    path: url.pathname,
    search: url.search,
    user: url.username === "" ? "" : `${decode(url.username)}:${decode(url.password)}`,
  };
}

function parse(text: string, base: string | undefined): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** Zones of IPv6 and characters that the standard forbids are what lenient clients pass over. */
const withPlainHost = (text: string) =>
  text.replace(
    /^(https?:\/\/(?:[^/@]*@)?)(\[[^\]]*\]|[^/:?#]*)/i,
    (_, ...[before, host]: string[]) =>
      before + host!.replace(/%[^\]]*(?=\]$)/, "").replaceAll(/[ <>^|\t]/g, ""),
  );

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
