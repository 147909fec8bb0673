/** Text in which `words between backticks` are code; the one piece of Markdown that keys and notes use. */
export const InlineCode = ({ text }: { text: string }) =>
  [...text.matchAll(/`([^`]+)`|[^`]+/g)].map(({ 0: plain, 1: code, index }) =>
    code === undefined ? plain : <code key={index}>{code}</code>,
  );
