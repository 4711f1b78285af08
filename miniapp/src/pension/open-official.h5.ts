/** Whether an official page can be opened from here. */
export const canOpenOfficial = true

/** In a window of its own, which learns nothing of this one. */
export const openOfficial = (link: string): void => void window.open(link, '_blank', 'noopener,noreferrer')
