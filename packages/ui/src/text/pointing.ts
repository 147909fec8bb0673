/** What makes an element light up the place that it speaks of, while it is pointed at. */
export const pointingAt = (id: string, onActive: ((id: string | null) => void) | undefined) => ({
  onMouseEnter: () => onActive?.(id),
  onMouseLeave: () => onActive?.(null),
});
