/** Lines of a file; the newline at its end begins no further line. */
export const linesOf = (text: string): string[] => text.replace(/\n$/, "").split("\n");
