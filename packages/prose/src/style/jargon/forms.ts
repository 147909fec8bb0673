// Acronyms and products that are also words, or parts of other words: only their own spelling counts.
const clashing = new Set(
  "REST SOC CA SCA NAT RAG IDE STS AES CLI ROP RCA OTA SCP ACL Lambda DoS PCI STRIDE SIEM".split(
    " ",
  ),
);

type Form = { form: string; exact: boolean };

/** How a name is written: plural, verb forms, both spellings of -ise. Made once, looked up often. */
export function formsOf(name: string): Form[] {
  const verb = name.startsWith("to ");
  const bare = verb ? name.slice(3) : name;
  const exact = clashing.has(bare);
  const forms = verb ? verbForms(bare) : [bare, ...plurals(bare)];
  return [...new Set(forms.flatMap(spellings))].map((form) => ({ form, exact }));
}

function plurals(name: string): string[] {
  if (/\p{Lu}$|\d$/u.test(name)) return [`${name}s`];
  if (/(?:ing|ed|[^aeiou]s|ncy|cess)$/.test(name)) return [];
  if (/[^aeiou]y$/.test(name)) return [`${name.slice(0, -1)}ies`];
  return [/(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`];
}

function verbForms(verb: string): string[] {
  const [first = "", ...rest] = verb.split(" ");
  const stem = first.replace(/e$/, "");
  const forms = [first, `${first}s`, `${stem}ed`, `${stem}ing`];
  return forms.map((form) => [form, ...rest].join(" "));
}

const spellings = (form: string): string[] =>
  /is(?:e|ed|es|ing|ation|ations)\b/.test(form)
    ? [form, form.replace(/is(?=(?:e|ed|es|ing|ation|ations)\b)/, "iz")]
    : [form];
