import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

type OpenRows = { isOpen: (id: string) => boolean; onToggle: (id: string) => void };

/**
 * Which rows are open. The address names the one that was opened last, so that it can be linked to; paper
 * has them all.
 */
export function useOpenRows(linked: string | undefined): OpenRows {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(linked ? [linked] : []));
  const [followed, setFollowed] = useState(linked);
  if (linked !== followed) {
    setFollowed(linked);
    if (linked !== undefined) setOpen(new Set([...open, linked]));
  }
  const navigate = useNavigate();
  const printing = usePrinting();
  useEffect(() => {
    if (linked === undefined) return undefined;
    // After the router has put the page where a page begins.
    const frame = requestAnimationFrame(() =>
      document.getElementById(linked)?.scrollIntoView({ block: "nearest" }),
    );
    return () => cancelAnimationFrame(frame);
  }, [linked]);
  const onToggle = (id: string) => {
    const closes = open.has(id);
    setOpen(new Set(closes ? [...open].filter((one) => one !== id) : [...open, id]));
    const shown = closes ? (linked === id ? undefined : linked) : id;
    void navigate({
      to: "/readiness",
      search: shown === undefined ? {} : { open: shown },
      replace: true,
      resetScroll: false,
    });
  };
  return { isOpen: (id) => printing || open.has(id), onToggle };
}

/** Whether the page is being printed: the browser takes what is drawn when its event returns. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}
