/** Text in which `words between backticks` are code; the one piece of Markdown that an item's YAML has. */
export const InlineCode = ({ text }: { text: string }) =>
  [...text.matchAll(/`([^`]+)`|[^`]+/g)].map(({ 0: plain, 1: code, index }) =>
    code === undefined ? plain : <code key={index}>{code}</code>,
  );
