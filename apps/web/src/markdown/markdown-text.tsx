import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, type ReactElement, type ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import rehypeReact from "rehype-react";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

import { withAnchors } from "./anchors.ts";

type Heading = { id?: string; tabIndex?: number; children?: ReactNode };

type Anchor = { href?: string; children?: ReactNode };

// The page has its own h1, so headings of the text start one lower.
const h1 = ({ children, id, tabIndex }: Heading) => (
  <h2 id={id} tabIndex={tabIndex}>
    {children}
  </h2>
);

/** What leaves this server opens beside it, and learns nothing of where it was named. */
const away = ({ href, children }: Anchor) =>
  href?.startsWith("http") === true ? (
    // On paper an address that the words do not say stands behind them.
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      data-address={children === href ? undefined : href}
    >
      {children}
    </a>
  ) : (
    <a href={href}>{children}</a>
  );

/** "sinks.md" is the guide beside this one. */
const toGuide =
  (trackId: string) =>
  ({ href, children }: Anchor) => {
    const slug = /^([a-z0-9-]+)\.md$/.exec(href ?? "")?.[1];
    if (slug === undefined) return away({ href, children });
    return (
      <Link to="/tracks/$trackId/guides/$slug" params={{ trackId, slug }}>
        {children}
      </Link>
    );
  };

/** A wide table is scrolled by itself, so keys must reach it. */
const table = ({ children }: Heading) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
  <div role="group" aria-label="Table" tabIndex={0}>
    <table>{children}</table>
  </div>
);

const processorFor = (guidesOf: string | undefined) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(rehypeSanitize)
    // After the cleaning, which would rename them. Only the text of a guide is a page of its own.
    .use(guidesOf === undefined ? [] : [withAnchors])
    .use(rehypeReact, {
      Fragment,
      jsx,
      jsxs,
      components: guidesOf === undefined ? { h1, a: away } : { h1, a: toGuide(guidesOf), table },
    });

type MarkdownTextProps = { text: string; guidesOf?: string; onDrawn?: () => void };

/** Markdown as React elements: no HTML string is made on the way, and raw HTML is dropped. */
export default function MarkdownText({ text, guidesOf, onDrawn }: MarkdownTextProps): ReactElement {
  useEffect(() => onDrawn?.(), [onDrawn]);
  const processor = useMemo(() => processorFor(guidesOf), [guidesOf]);
  return useMemo(() => processor.processSync(text).result as ReactElement, [text, processor]);
}
