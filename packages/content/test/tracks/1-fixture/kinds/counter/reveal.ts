export const reveal = () => null;
