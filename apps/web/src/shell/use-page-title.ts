import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef, type RefObject } from "react";

/** The first page keeps the focus where the browser puts it; only navigation moves it. */
let firstPath: string | null = null;

/** Names the window, and moves the focus to the heading when the path changes. */
export function usePageTitle(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    document.title = `${title} · Loopwright`;
  }, [title]);
  useEffect(() => {
    firstPath ??= path;
    if (firstPath === path) return;
    firstPath = "";
    heading.current?.focus();
  }, [path]);
  return heading;
}
