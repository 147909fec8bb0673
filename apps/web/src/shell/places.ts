/** The places of the shell: what the navigation, the keys and the palette lead to. */
export const places = [
  { to: "/", title: "Today", keys: "g t" },
  { to: "/tracks", title: "Tracks", keys: "g k" },
  { to: "/attempts", title: "Attempts", keys: "g a" },
  { to: "/settings", title: "Settings", keys: "g s" },
] as const;
