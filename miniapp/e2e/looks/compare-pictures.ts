import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** A square in which a changed word cannot hide. */
const PLACE = 40
/** Pixels that may differ in such a square: less than one changed digit of the smallest letters. */
const TOLERATED = 24

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export type Comparison = { isSame: true } | { isSame: false; why: string; difference?: Buffer }

/**
 * Compares two pictures in PNG, place by place, and not where `varying` boxes are. Edges of letters that are only
 * smoothed otherwise count for nothing.
 */
export const comparePictures = (accepted: Buffer, taken: Buffer, varying: readonly Box[] = []): Comparison => {
  const [before, now] = [PNG.sync.read(accepted), PNG.sync.read(taken)]
  const { width, height } = before
  if (now.width !== width || now.height !== height)
    return { isSame: false, why: `it is ${now.width} × ${now.height} px instead of ${width} × ${height}` }
  const ignoreMask = maskOf(varying, width, height)
  const worst = pixelmatch(before.data, now.data, null, width, height, { windowSize: PLACE, ignoreMask })
  if (worst <= TOLERATED) return { isSame: true }
  const difference = new PNG({ width, height })
  const count = pixelmatch(before.data, now.data, difference.data, width, height, { ignoreMask })
  const share = ((100 * count) / (width * height)).toFixed(2)
  return {
    isSame: false,
    why: `${share} % of it differs, in one place ${worst} px`,
    difference: PNG.sync.write(difference),
  }
}

const maskOf = (boxes: readonly Box[], width: number, height: number): Uint8Array => {
  const mask = new Uint8Array(width * height)
  for (const box of boxes) {
    const [left, right] = [Math.max(0, Math.floor(box.x)), Math.min(width, Math.ceil(box.x + box.width))]
    const [top, bottom] = [Math.max(0, Math.floor(box.y)), Math.min(height, Math.ceil(box.y + box.height))]
    for (let row = top; row < bottom; row += 1) mask.fill(1, row * width + left, row * width + right)
  }
  return mask
}
