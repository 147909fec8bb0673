import { useMemo, type ReactElement, type ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import rehypeReact from "rehype-react";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

type Heading = { children?: ReactNode };

// The page has its own h1, so headings of the text start one lower.
const components = { h1: ({ children }: Heading) => <h2>{children}</h2> };

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize)
  .use(rehypeReact, { Fragment, jsx, jsxs, components });

/** Markdown as React elements: no HTML string is made on the way, and raw HTML is dropped. */
export default function MarkdownText({ text }: { text: string }): ReactElement {
  return useMemo(() => processor.processSync(text).result as ReactElement, [text]);
}
