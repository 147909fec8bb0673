const units = ["bytes", "kB", "MB", "GB", "TB"];

/** "0 bytes", "12 kB", "3.4 MB": thousands, as shops of disks count. */
export function sizeWords(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  return `${value.toLocaleString("en", { maximumFractionDigits: digits })} ${units[power]}`;
}
