import { useLocation } from "@tanstack/react-router";
import { useCallback, useEffect, useState, type RefObject } from "react";

/**
 * The text inside an article once it is drawn: its parser comes late. Where the address names a heading, that
 * heading is then brought into sight, which the router cannot do before it is there.
 */
export function useDrawnText(article: RefObject<HTMLElement | null>) {
  const [drawn, setDrawn] = useState<Element | null>(null);
  const hash = useLocation({ select: (location) => location.hash });
  const onDrawn = useCallback(
    () => setDrawn(article.current?.firstElementChild ?? null),
    [article],
  );
  useEffect(() => {
    if (!drawn || hash === "") return;
    const heading = document.getElementById(hash);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [drawn, hash]);
  return { drawn, onDrawn };
}
