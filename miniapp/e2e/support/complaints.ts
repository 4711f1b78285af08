import type { Page } from 'playwright-core'
import { overflowing, tappables, textSizes } from './measure'
import type { Reading } from './reading'

const TIBETAN = /[\u0f00-\u0fff]/

/** Sentences about what is too small or does not fit; half a pixel is the browser's rounding. */
export const complaintsAbout = async (page: Page, { language, isElderMode }: Reading): Promise<string[]> => {
  const target = isElderMode ? 60 : 44
  const smallest = isElderMode ? 18 : 14
  const sizes = await textSizes(page)
  return [
    ...(await overflowing(page)).map((what) => `does not fit: ${what}`),
    ...(await tappables(page))
      .filter(({ width, height }) => Math.min(width, height) < target - 0.5)
      .map(({ name, width, height }) => `too small to hit: ${name} ${width}×${height}`),
    ...sizes.filter(({ size }) => size < smallest).map(({ text, size }) => `letters of ${size}px: ${text}`),
    ...sizes
      .filter(({ text, lineHeight }) => lineHeight < (language === 'bo' && TIBETAN.test(text) ? 1.75 : 1.29))
      .map(({ text, lineHeight }) => `lines ${lineHeight.toFixed(2)} apart: ${text}`),
  ]
}
