import { between } from "../names.ts";

export type Rule = { protocol: "tcp" | "udp" | "icmp" | "all"; ports?: string; from: string };
/** A group before it has an id: `$lists`, `$self` and `$open` in its rules stand for ids. */
export type Shape = {
  name: string;
  ingress: Rule[];
  /** What it opens, and over which versions of IP. */
  opens: { ports: readonly number[]; v4?: true; v6?: true }[];
};

/** Ports of administration and of databases. */
export const watched = [22, 3306, 3389, 5432, 6379, 27017] as const;

export const anywhere = "0.0.0.0/0";
export const anywhere6 = "::/0";
const office = "198.51.100.0/24";

const tcp = (ports: number | string, ...from: string[]): Rule[] =>
  from.map((one) => ({ protocol: "tcp", ports: String(ports), from: one }));
const all = (from: string): Rule => ({ protocol: "all", from });

/** What every account has. Every third one, which an account with one group a region has, opens nothing. */
export const plainShapes = (random: () => number): Shape[] => {
  const near = between(random, 3, 9);
  return [
    { name: "lobby-web", ingress: tcp(443, anywhere, anywhere6), opens: [] },
    { name: "ssh-anywhere", ingress: tcp(22, anywhere), opens: [{ ports: [22], v4: true }] },
    {
      name: "rdp-ipv6",
      ingress: tcp(3389, office, anywhere6),
      opens: [{ ports: [3389], v6: true }],
    },
    // The ports of many games, and of one database.
    {
      name: "game-traffic",
      ingress: [{ protocol: "udp", ports: "27000-27100", from: anywhere }],
      opens: [],
    },
    {
      name: "migration",
      ingress: tcp("3300-3400", anywhere),
      opens: [{ ports: [3306, 3389], v4: true }],
    },
    { name: "debug", ingress: [all(anywhere)], opens: [{ ports: watched, v4: true }] },
    { name: "cache-clients", ingress: tcp(6379, "$open"), opens: [] },
    {
      name: "cluster",
      ingress: [all("$self"), { protocol: "icmp", from: anywhere }],
      opens: [],
    },
    {
      name: "reporting",
      ingress: tcp("5432-6379", anywhere),
      opens: [{ ports: [5432, 6379], v4: true }],
    },
    { name: "between-ports", ingress: tcp("23-3305", anywhere, anywhere6), opens: [] },
    {
      name: "both-ways",
      ingress: [...tcp("0-65535", anywhere6), ...tcp(22, anywhere)],
      opens: [
        { ports: watched, v6: true },
        { ports: [22], v4: true },
      ],
    },
    {
      name: "inside",
      ingress: [all("10.0.0.0/8"), ...tcp(`${near * 100}-${near * 1000}`, office)],
      opens: [],
    },
  ];
};

/** Too much of the internet, without the word for all of it. */
export const wideShapes: Shape[] = [
  {
    name: "in-halves",
    ingress: tcp(5432, "0.0.0.0/1", "128.0.0.0/1"),
    opens: [{ ports: [5432], v4: true }],
  },
  { name: "one-eighth", ingress: tcp(22, "66.0.0.0/8"), opens: [] },
  { name: "one-seventh", ingress: tcp(3306, "64.0.0.0/7"), opens: [{ ports: [3306], v4: true }] },
  {
    name: "global-ipv6",
    ingress: tcp(27017, "2000::/3"),
    opens: [{ ports: [27017], v6: true }],
  },
  { name: "local-ipv6", ingress: tcp("22-5432", "fc00::/7"), opens: [] },
  { name: "documented-ipv6", ingress: tcp(22, "2001:db8::/32"), opens: [] },
];

export const lists = {
  offices: "pl-0f1ce5",
  partners: "pl-0a2b3c4d",
  players: "pl-06a7e5",
  storage: "pl-05703a6e",
} as const;

/** Sources that stand elsewhere. */
export const listShapes: Shape[] = [
  { name: "from-offices", ingress: tcp(22, lists.offices), opens: [] },
  {
    name: "from-partners",
    ingress: tcp("22-3306", lists.partners),
    opens: [{ ports: [22, 3306], v4: true }],
  },
  { name: "from-storage", ingress: [all(lists.storage)], opens: [] },
  {
    name: "from-players",
    ingress: tcp(6379, lists.players, office),
    opens: [{ ports: [6379], v6: true }],
  },
];
