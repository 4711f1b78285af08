import type { Page } from 'playwright-core'

/**
 * Words of which some ink would lie outside the box of their line, for each size of letters that a page has: above it
 * or below it, it meets the line beside, or is cut.
 */
export const cutInk = (page: Page, words: readonly string[]): Promise<string[]> =>
  page.evaluate((wanted) => {
    const SIZES = ['caption', 'body', 'label', 'title', 'heading']
    /** Of a pixel: edges are smoothed. */
    const SLACK = 0.5
    const root = document.querySelector('.lb-root')
    const brush = document.createElement('canvas').getContext('2d')
    if (!root || !brush) return ['no page']

    const found: string[] = []
    const line = document.createElement('div')
    const text = document.createElement('span')
    // It has no height: its place is where the letters stand.
    const baseline = document.createElement('span')
    baseline.style.display = 'inline-block'
    line.append(text, baseline)
    line.style.whiteSpace = 'nowrap'
    line.style.position = 'absolute'
    root.append(line)
    for (const size of SIZES) {
      line.style.fontSize = `var(--size-${size})`
      line.style.lineHeight = 'var(--line-height)'
      brush.font = getComputedStyle(text).font
      for (const word of wanted) {
        text.textContent = word
        const box = line.getBoundingClientRect()
        const stand = baseline.getBoundingClientRect().bottom
        const { actualBoundingBoxAscent, actualBoundingBoxDescent } = brush.measureText(word)
        const above = box.top - (stand - actualBoundingBoxAscent)
        const below = stand + actualBoundingBoxDescent - box.bottom
        if (Math.max(above, below) > SLACK)
          found.push(`${size}: ${word} (${above.toFixed(1)}px above, ${below.toFixed(1)}px below)`)
      }
    }
    line.remove()
    return found
  }, words)
