/** Character references (HTML, 13.2.5.72 and on). Named ones: those that attacks and shops write. */

/** Those that old pages may write without a semicolon. */
const legacy = {
  amp: "&",
  AMP: "&",
  lt: "<",
  LT: "<",
  gt: ">",
  GT: ">",
  quot: '"',
  QUOT: '"',
  nbsp: "\u00a0",
  copy: "©",
  COPY: "©",
  reg: "®",
  REG: "®",
  pound: "£",
  yen: "¥",
  cent: "¢",
  sect: "§",
  para: "¶",
  micro: "µ",
  middot: "·",
  deg: "°",
  plusmn: "±",
  times: "×",
  divide: "÷",
  laquo: "«",
  raquo: "»",
  frac12: "½",
  frac14: "¼",
  not: "¬",
  shy: "\u00ad",
  uml: "¨",
  acute: "´",
  cedil: "¸",
  iexcl: "¡",
  iquest: "¿",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
  aring: "å",
  oslash: "ø",
};

const withSemicolon = {
  ...legacy,
  apos: "'",
  lpar: "(",
  rpar: ")",
  Tab: "\t",
  NewLine: "\n",
  colon: ":",
  semi: ";",
  comma: ",",
  period: ".",
  sol: "/",
  bsol: "\\",
  excl: "!",
  quest: "?",
  num: "#",
  dollar: "$",
  percnt: "%",
  ast: "*",
  plus: "+",
  equals: "=",
  commat: "@",
  lsqb: "[",
  lbrack: "[",
  rsqb: "]",
  rbrack: "]",
  lcub: "{",
  lbrace: "{",
  rcub: "}",
  rbrace: "}",
  lowbar: "_",
  grave: "`",
  Hat: "^",
  verbar: "|",
  vert: "|",
  hyphen: "‐",
  dash: "‐",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  bull: "•",
  euro: "€",
  trade: "™",
  larr: "←",
  rarr: "→",
  infin: "∞",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  zwj: "\u200d",
  zwnj: "\u200c",
  fjlig: "fj",
};

// prettier-ignore
const windows1252 = [0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178];

function character(code) {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  return String.fromCodePoint(code >= 0x80 && code <= 0x9f ? windows1252[code - 0x80] : code);
}

function named(name, semicolon, next) {
  const { all, inAttribute } = next;
  if (semicolon && Object.hasOwn(withSemicolon, name)) return withSemicolon[name];
  for (let length = Math.min(name.length, 6); length > 1; length--) {
    const head = name.slice(0, length);
    if (!Object.hasOwn(legacy, head)) continue;
    const rest = name.slice(length);
    // In an attribute, "&copy=1" and "&copyright" are parts of an address, not references.
    if (inAttribute && (rest !== "" || (!semicolon && next.follows === "="))) return all;
    return legacy[head] + rest + (semicolon ? ";" : "");
  }
  return all;
}

/** The text with its references replaced. */
export function decode(text, inAttribute = false) {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]+)(;?)|#([0-9]+)(;?)|([A-Za-z][A-Za-z0-9]*)(;?))/g,
    (all, ...found) => {
      const [hex, , decimal, , name, semicolon, at] = found;
      if (hex !== undefined) return character(parseInt(hex.slice(0, 8), 16));
      if (decimal !== undefined) return character(parseInt(decimal.slice(0, 9), 10));
      const follows = text[at + all.length];
      return named(name, semicolon === ";", { all, inAttribute, follows });
    },
  );
}

export const escapeText = (text) =>
  text.replace(
    /[&\u00a0<>]/g,
    (c) => ({ "&": "&amp;", "\u00a0": "&nbsp;", "<": "&lt;", ">": "&gt;" })[c],
  );
/** Browsers write < and > in attributes as references too, since 2025. */
export const escapeAttribute = (text) =>
  text.replace(
    /[&\u00a0"<>]/g,
    (c) => ({ "&": "&amp;", "\u00a0": "&nbsp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" })[c],
  );
