import { Link } from "@tanstack/react-router";
import { useMemo, type ReactElement, type ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import rehypeReact from "rehype-react";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

type Heading = { children?: ReactNode };

type Anchor = { href?: string; children?: ReactNode };

// The page has its own h1, so headings of the text start one lower.
const h1 = ({ children }: Heading) => <h2>{children}</h2>;

/** What leaves this server opens beside it, and learns nothing of where it was named. */
const away = ({ href, children }: Anchor) =>
  href?.startsWith("http") === true ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
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
    .use(rehypeReact, {
      Fragment,
      jsx,
      jsxs,
      components: guidesOf === undefined ? { h1, a: away } : { h1, a: toGuide(guidesOf), table },
    });

type MarkdownTextProps = { text: string; guidesOf?: string };

/** Markdown as React elements: no HTML string is made on the way, and raw HTML is dropped. */
export default function MarkdownText({ text, guidesOf }: MarkdownTextProps): ReactElement {
  const processor = useMemo(() => processorFor(guidesOf), [guidesOf]);
  return useMemo(() => processor.processSync(text).result as ReactElement, [text, processor]);
}
