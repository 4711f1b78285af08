/** Enough to read a number plate on, and small enough for a weak network. */
export const LONGER_EDGE = 2048
/** Of JPEG, 0 to 100. */
export const PHOTO_QUALITY = 80

/** Width and height of the same shape with no edge longer than that; a small picture stays as it is. */
export const sizeWithin = (width: number, height: number, longest: number): { width: number; height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
