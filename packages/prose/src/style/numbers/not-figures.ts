// Numbers that name things. The order matters little: each blots out what it matches.
export const namesNotFigures: readonly RegExp[] = [
  // addresses, with mask or port; versions with two dots
  /(?<![\d.])\d{1,5}(?:\.\d{1,5}){2,4}(?:\/\d{1,3}|:\d{1,5})?(?![\d])/g,
  /(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f]{0,4}/gi,
  // catalogues of flaws and standards
  /\b(?:CVE|CWE|CAPEC|GHSA|RFC|ISO(?:\/IEC)?|NIST|SP|FIPS|PCI DSS|PCI|SOC|ASVS|PSD|EN|IEC|BCP|MITRE)[ -]?\d[\d.:-]*\d?\b/gi,
  /\b(?:OWASP |SANS |CWE |the )?top[ -](?:10|25|ten|twenty[ -]five)\b/gi,
  /\bA\d\d?:20\d\d\b|\bAPI\d\d?:20\d\d\b|\bT\d{4}(?:\.\d{3})?\b/g,
  // protocols, languages and products with a version
  /\b(?:TLS|SSL|HTTP|OAuth|SAML|Java|JDK|Python|Node|Node\.js|Ruby|PHP|Log4j|Windows|Android|iOS|macOS|Ubuntu|Debian|Postgres|PostgreSQL|MySQL|OpenSSL|CVSS|version|USB|SMB|SNMP|Route|Fortune|Level|layer|sev|severity|tier|priority)[ /-]v?\d+(?:\.\d+)*\b(?! ?%)/gi,
  /\bv\d+(?:\.\d+)*\b/gi,
  // algorithms and key sizes
  /\b(?:SHA|AES|RSA|MD|HS|RS|EC|P|Base|UTF|DH|CRC|CBC|Ed|curve)-?\d+(?:[/-]\d+)*\b/gi,
  /\b\d+[ -]bits?\b/gi,
  // statuses, ports and places in a document
  /\b(?:status(?: code)?|error|port|line|page|chapter|section|step|figure|table|question|issue|ticket|PR|bug|sprint|phase|part|round|stage|principle|no\.) #?[1-9]\d{0,11}(?:\.\d+)*\b(?![.,]?\d|[ -]?(?:%|percent|ms\b|sec|min|hour|day|week|month|year|quarter))/gi,
  /\b(?:ports|lines|pages|steps) \d{1,6}(?:(?:, | and | or |-|–| to )\d{1,6}){0,9}\b/gi,
  /\b(?:returned|returns|got|answered|saw) an? [1-5]\d\d\b|\b(?:returned|returns|answered|with) [45]\d\d\b(?! \p{L}+s\b)/giu,
  /\b[1-5]\d\d(?= (?:error|response|status|code|page|redirect|forbidden|not found|unauthori[sz]ed|too many))\b/gi,
  /#\d+\b/g,
  // the clock, round-the-clock, ordinals, decades, ages of people
  /\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?\b|\b\d{1,2}\s?[ap]\.?m\b|\b24[/x]7\b|\b9[ -]to[ -]5\b/gi,
  /\b\d+(?:st|nd|rd|th)\b|\b(?:19|20)\d0s\b/gi,
  /(?<=\b(?:it's|it is|it was|at|until) )(?:five|ten|twenty|quarter|half) (?:to|past) [a-z]+\b/gi,
  // a port after a host
  /(?<=[\p{L}\d]):\d{1,5}\b/gu,
];
