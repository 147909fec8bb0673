/** "1:32": minutes and seconds of a time in milliseconds. */
export function clockWords(ms: number): string {
  const whole = Math.floor(ms / 1000);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
