/** The places of the shell: what the navigation, the keys and the palette lead to. */
export const places = [
  { to: "/", title: "Today", keys: "g t" },
  { to: "/plan", title: "Plan", keys: "g p" },
  { to: "/tracks", title: "Tracks", keys: "g k" },
  { to: "/reviews", title: "Reviews", keys: "g v" },
  { to: "/readiness", title: "Readiness", keys: "g r" },
  { to: "/library", title: "Library", keys: "g l" },
  { to: "/attempts", title: "Attempts", keys: "g a" },
  { to: "/settings", title: "Settings", keys: "g s" },
] as const;

/** Places that the navigation leaves out: reached from others, by their keys and from the palette. */
export const otherPlaces = [
  { to: "/profile", title: "Preparation", keys: "g e" },
  { to: "/data", title: "Data", keys: "g d" },
] as const;
