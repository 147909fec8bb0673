/** Letters whose name begins with a vowel: an SRE, an MFA device. */
const spoken = /^[AEFHILMNORSX](?:[A-Z0-9]|\b)/;
/** Written with a vowel and said with a consonant: a user, a one-time code, a European bank. */
const saidWithConsonant =
  /^(?:eu|ewe|one(?!ir)|once|ubiq|uk|ura[nl]|uri|us[aeu]|usu|uti|uto|uni(?!n[a-z]|m|d))/i;
/** Written with a consonant and said with a vowel: an hour, an 8-digit code, an x-ray. */
const saidWithVowel = /^(?:hour|honest|honou?r|heir|x-|8|11(?!\d)|18(?!\d))/i;

/** "a" or "an" before a text, by sound. Common words, not all of English. */
export function articleOf(text: string): "a" | "an" {
  const first = /[\p{L}\p{N}][\p{L}\p{N}-]*/u.exec(text)?.[0] ?? "";
  if (/^[A-Z][A-Z0-9]*(?![a-z])/.test(first)) return spoken.test(first) ? "an" : "a";
  if (saidWithVowel.test(first)) return "an";
  return /^[aeiouàâäéèêëíîïóôöúûü]/i.test(first) && !saidWithConsonant.test(first) ? "an" : "a";
}

const determined =
  /^(?:(?:the|any|some|another|each|every|no|one|our|their|two|several|many)\s|(?:any|some|every|no)(?:body|one)\b|whoever\b)/i;

/** "An intruder", "The night shift": with an article where none stands, at the start of a sentence. */
export function withArticle(text: string): string {
  if (determined.test(text)) return text[0]!.toUpperCase() + text.slice(1);
  const bare = text.replace(/^an?\s+/i, "");
  return `${articleOf(bare) === "an" ? "An" : "A"} ${bare}`;
}
