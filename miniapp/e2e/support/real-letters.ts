import type { Page } from 'playwright-core'

/**
 * What is wrong with the letters of the page in front, before anything is measured by them: Han and Tibetan must be
 * drawn by real glyphs and not by the box that stands for what a font lacks, and a Tibetan stack by one glyph.
 */
export const lettersMissing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!brush) return ['no canvas']
    const root = document.querySelector('.lb-root') ?? document.body
    // As in Tibetan, where both scripts stand.
    brush.font = `40px ${getComputedStyle(root).fontFamily}, "Noto Serif Tibetan"`

    const ink = (text: string): string => {
      brush.clearRect(0, 0, 300, 150)
      brush.fillText(text, 20, 70)
      return brush.getImageData(0, 0, 300, 150).data.join()
    }
    // Private, so that no font has them.
    const lacking = ['\u{F8F0}', '\u{10FFFD}'].map(ink)
    const drawn = ['字', '说', '办', 'ཀ', 'བོད', 'རྒྱ', 'བསྒྲུབས']
    const boxes = drawn.filter((text) => lacking.includes(ink(text)) || ink(text) === ink(' '))
    const same = drawn.filter((text, index) => drawn.slice(index + 1).some((other) => ink(other) === ink(text)))

    const width = (text: string) => brush.measureText(text).width
    const depth = (text: string) => brush.measureText(text).actualBoundingBoxDescent
    const isStacked = width('སྒྲ') < 1.5 * width('ས') && depth('སྒྲུ') > depth('ས') + 10
    return [
      ...boxes.map((text) => `no glyph for ${text}`),
      ...same.map((text) => `the glyph of ${text} is that of another`),
      ...(isStacked ? [] : ['Tibetan letters do not stack']),
    ]
  })
