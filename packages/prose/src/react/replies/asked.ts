/** Something that is asked, and its own id among the replies. */
export type Asked = { id: string; ask: string };

/** "probe" as the beginning of a label. */
export const capital = (noun: string): string => noun.charAt(0).toUpperCase() + noun.slice(1);
