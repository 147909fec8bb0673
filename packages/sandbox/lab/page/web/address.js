/** The code of a javascript: address, or null where it is another. Browsers read past odd spaces and letters. */
export function javascriptText(text) {
  // eslint-disable-next-line no-control-regex
  const tidy = String(text)
    .replace(/^[\0-\x20]+/, "")
    .replace(/[\t\n\r]/g, "");
  return /^javascript:/i.test(tidy) ? tidy.slice(11) : null;
}
