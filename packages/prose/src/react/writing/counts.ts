/** A calm pace of speech in words a minute; people differ, so it is told as an estimate. */
const wordsAMinute = 140;

export const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** "about 1 min 20 s to say", to the nearest ten seconds. */
export function speakingWords(words: number): string {
  const seconds = Math.max(10, Math.round((words / wordsAMinute) * 6) * 10);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [minutes > 0 && `${minutes} min`, rest > 0 && `${rest} s`].filter(Boolean);
  return `about ${parts.join(" ")} to say`;
}

export const speakingNote = `An estimate, at ${wordsAMinute} words a minute.`;
