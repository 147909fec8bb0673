import { useEffect, useState } from "react";

const afterMs = 120;

/** What is typed shows at once, and the address follows after a moment. */
export function useTyped(text: string, onText: (text: string) => void) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState({ seen: text, sent: text });
  if (text !== known.seen) {
    setKnown({ seen: text, sent: text });
    // The echo of what was sent may come after the next letter; anything else comes from elsewhere.
    if (text !== known.sent) setTyped(text);
  }
  useEffect(() => {
    if (typed === known.sent) return;
    const timer = setTimeout(() => {
      setKnown((one) => ({ ...one, sent: typed }));
      onText(typed);
    }, afterMs);
    return () => clearTimeout(timer);
  });
  return [typed, setTyped] as const;
}
