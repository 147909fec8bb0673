/** Tells the key, so that a test sees when it is asked. */
export const recall = ({ key, answer }: { key: { word: string }; answer: { word: string } }) => ({
  right: key.word,
  said: answer.word,
});
