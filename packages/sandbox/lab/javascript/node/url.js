import { domainToAscii } from "./url/domain.js";
import { URLSearchParams } from "./url/search-params.js";
import { URL } from "./url/url.js";

export { URL, URLSearchParams };

/** The path of a file: URL, decoded; a slash may not hide in %2F. */
export function fileURLToPath(given) {
  const url = new URL(given);
  if (url.protocol !== "file:") throw new TypeError("The URL must be of scheme file");
  if (url.hostname !== "") throw new TypeError("File URL host must be empty");
  if (/%2f/i.test(url.pathname))
    throw new TypeError("File URL path must not include encoded / characters");
  return decodeURIComponent(url.pathname);
}

export const pathToFileURL = (path) =>
  new URL(`file://${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`);

export const domainToASCII = (name) => domainToAscii(name) ?? "";

export default { URL, URLSearchParams, domainToASCII, fileURLToPath, pathToFileURL };
