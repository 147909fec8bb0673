/** Words that say nothing by themselves. A part that is made of them alone is vague. */
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const joined = (...all: ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(all.flatMap((one) => [...one]));

const small = set(`
  a an the some any all of to in on at by for from and or with our its his her their your this that it them us
  is are be being own very really just simply easily successfully somehow maliciously more further other various
  against into through via out`);

const everything = set(`
  system systems service services application applications app apps network website site platform product
  company business customer customers user users data information infrastructure asset assets everything
  everyone thing things stuff security reputation resource resources organisation organization`);

export const nobody = joined(
  small,
  set(`
  malicious bad evil external internal outside inside remote unknown skilled sophisticated potential motivated
  determined random unauthorised unauthorized unauthenticated untrusted third cyber advanced persistent
  attacker attackers hacker hackers someone somebody anyone anybody everyone people person persons user users
  actor actors threat threats adversary adversaries intruder intruders outsider outsiders insider insiders
  criminal criminals cybercriminal cybercriminals party parties entity entities villain villains they guy guys
  man men individual individuals agent agents source sources group groups`),
);

export const noPosition = joined(
  small,
  set(`
  having has have had who whom enough sufficient bad malicious evil harmful right good proper necessary required
  technical special time skill skills knowledge motivation motive motives intent intention intentions purpose
  purposes ability tool tools resources access unauthorised unauthorized vulnerability vulnerabilities exploit
  exploits attack attacks system wants want wishes harm damage money reason reasons possible none nothing
  anger angry revenge greed greedy curiosity luck patience money computer computers hacking programming great
  lot lots much many skilled kali linux knows know how able present conditions condition circumstances there`),
);

export const noAction = joined(
  small,
  everything,
  set(`
  attack attacks attacking hack hacks hacking breach breaches breaching compromise compromises compromising
  exploit exploits exploiting abuse misuse harm damage damages target threaten destroy disrupt take takes
  advantage break breaks breaking get gets getting penetrate infiltrate gain gains gaining access unauthorised
  unauthorized full illegal illegitimate tamper bypass steal steals stealing do does doing cause causes causing
  launch perform conduct carry execute mount run start use make cyber cyberattack cyberattacks malicious bad
  evil harmful known unknown vulnerability vulnerabilities weakness weaknesses flaw flaws bug bugs hole holes
  problem problems trouble issue issues action actions activity activities control controls attackers sensitive
  confidential personal private important critical escalate elevate privilege privileges denial deny`),
);

export const noImpact = joined(
  small,
  everything,
  set(`
  big huge serious severe major bad negative great many potential financial reputational problem problems damage
  damages damaged harm harmed issue issues trouble incident incidents breach breaches breached compromise
  compromised loss losses impact impacts effect effects consequence consequences risk risks attack attacks hack
  hacked hacking threat threats exploitation insecurity insecure vulnerability vulnerabilities vulnerable
  attacker attackers success unsafe affected disaster catastrophe unauthorised unauthorized access leak leaks
  leakage denial privilege privileges escalation`),
);

export const noAsset = joined(small, everything, set("sensitive important critical confidential"));

/** Whether every word of a text is among these. A text without words is not. */
export function isOnly(text: string, words: ReadonlySet<string>): boolean {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.length > 0 && found.every((one) => words.has(one));
}
