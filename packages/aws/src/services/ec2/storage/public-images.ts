import type { Image } from "../state.ts";

/** What AWS offers in every region. Its id is one of this emulation. */
export const amazonLinux: Image = {
  id: "ami-0a10b5e2f7c3d4916",
  name: "al2023-ami-2023.10.20260216.1-kernel-6.12-x86_64",
  description: "Amazon Linux 2023 AMI",
  owner: "amazon",
  createdMs: Date.UTC(2026, 1, 16),
  snapshots: [],
  sharedWith: new Set(["all"]),
  imdsSupport: "v2.0",
};

export const everyImage = (own: ReadonlyMap<string, Image>): Image[] => [
  ...own.values(),
  amazonLinux,
];
