/**
 * A name in the letters that DNS has: other writings of a letter or a dot (full-width, ideographic, …) become
 * the plain one, and labels beyond ASCII become punycode (RFC 3492). The mapping is NFKC, which is close to
 * what the URL Standard asks (UTS #46).
 */
export function domainToAscii(name) {
  const plain = name
    .replace(/\u00ad|\u200b|\u2060|\ufeff|[\ufe00-\ufe0f]/g, "")
    .replace(/ß/g, "\ue000")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\ue000/g, "ß")
    .replace(/[\u3002\uff0e\uff61]/g, ".");
  if (plain.includes("\ufffd")) return null;
  const labels = plain
    .split(".")
    .map((label) => (/^[\0-\x7f]*$/.test(label) ? label : `xn--${punycode(label)}`));
  return labels.join(".");
}

const [base, tMin, tMax, skew, damp] = [36, 1, 26, 38, 700];

function adapt(given, points, first) {
  let delta = first ? Math.floor(given / damp) : given >> 1;
  delta += Math.floor(delta / points);
  let k = 0;
  for (; delta > ((base - tMin) * tMax) >> 1; k += base) delta = Math.floor(delta / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * delta) / (delta + skew));
}

const digit = (value) => "abcdefghijklmnopqrstuvwxyz0123456789"[value];

function variable(delta, bias) {
  let text = "";
  let rest = delta;
  for (let k = base; ; k += base) {
    const t = Math.min(Math.max(k - bias, tMin), tMax);
    if (rest < t) return text + digit(rest);
    text += digit(t + ((rest - t) % (base - t)));
    rest = Math.floor((rest - t) / (base - t));
  }
}

function punycode(label) {
  const codes = Array.from(label, (char) => char.codePointAt(0));
  const ascii = codes.filter((code) => code < 128);
  let text = String.fromCodePoint(...ascii) + (ascii.length > 0 ? "-" : "");
  let [n, delta, bias, done] = [128, 0, 72, ascii.length];
  while (done < codes.length) {
    const next = codes.reduce(
      (least, code) => (code >= n && code < least ? code : least),
      Infinity,
    );
    delta += (next - n) * (done + 1);
    n = next;
    for (const code of codes) {
      if (code < n) delta++;
      if (code !== n) continue;
      text += variable(delta, bias);
      bias = adapt(delta, done + 1, done === ascii.length);
      delta = 0;
      done++;
    }
    delta++;
    n++;
  }
  return text;
}
