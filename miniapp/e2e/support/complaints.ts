import type { Page } from 'playwright-core'
import { contrasts } from './contrast'
import { cutTexts } from './cut-text'
import { narrowGaps } from './gaps'
import { overflowing, tappables, textSizes } from './measure'
import type { Reading } from './reading'

const TIBETAN = /[\u0f00-\u0fff]/

/** What MIIT asks of 长辈版 and of every page, and WCAG of contrast: large letters need less. */
const LEAST = {
  ordinary: { target: 44, gap: 0, size: 14, contrast: 4.5, contrastOfLarge: 3 },
  elder: { target: 60, gap: 8, size: 18, contrast: 7, contrastOfLarge: 4.5 },
}

/** Sentences about what is too small or does not fit; half a pixel is the browser's rounding. */
export const complaintsAbout = async (page: Page, { language, isElderMode }: Reading): Promise<string[]> => {
  const least = isElderMode ? LEAST.elder : LEAST.ordinary
  const sizes = await textSizes(page)
  return [
    ...(await misfits(page)),
    ...(await tappables(page))
      .filter(({ width, height }) => Math.min(width, height) < least.target - 0.5)
      .map(({ name, width, height }) => `too small to hit: ${name} ${width}×${height}`),
    ...(await narrowGaps(page, least.gap)).map((what) => `too near to each other: ${what}`),
    ...sizes.filter(({ size }) => size < least.size).map(({ text, size }) => `letters of ${size}px: ${text}`),
    ...sizes
      .filter(({ text, lineHeight }) => lineHeight < (language === 'bo' && TIBETAN.test(text) ? 1.75 : 1.29))
      .map(({ text, lineHeight }) => `lines ${lineHeight.toFixed(2)} apart: ${text}`),
    ...(await contrasts(page))
      // Two digits are what the colours were chosen by; an unknown colour is no number, and is told.
      .filter(({ contrast, isLarge }) => !(contrast >= (isLarge ? least.contrastOfLarge : least.contrast) - 0.005))
      .map(({ text, contrast }) => `contrast ${contrast.toFixed(2)}: ${text}`),
  ]
}

/** What does not fit its place or is cut. */
export const misfits = async (page: Page): Promise<string[]> => [
  ...(await overflowing(page)).map((what) => `does not fit: ${what}`),
  ...(await cutTexts(page)).map((what) => `cut: ${what}`),
]
