/** Text in which `words between backticks` are code; the one piece of Markdown that keys and notes use. */
export const InlineCode = ({ text }: { text: string }) =>
  text
    .split("`")
    .map((part, index) =>
      index % 2 === 0 ? part : <code key={`${text.indexOf(part)} ${part}`}>{part}</code>,
    );
