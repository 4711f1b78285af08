import type { Locator, Page } from 'playwright-core'

export interface Box {
  name: string
  width: number
  height: number
}

/** Whatever a finger can hit. */
export const TAPPABLE =
  '[role=button],[role=link],[role=radio],[role=tab],[role=checkbox],button,a[href],input,textarea'

/** What a finger can hit on the page in front, with its size in CSS pixels. */
export const tappables = (page: Page): Promise<(Box & { isMain: boolean })[]> =>
  page.evaluate((selector) => {
    const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility())
    return shown.map((element) => {
      const { width, height } = element.getBoundingClientRect()
      const name = (element.getAttribute('aria-label') ?? element.innerText ?? '').split('\n')[0] ?? ''
      // A control within words, or one with underlined words, is beside the main ones.
      return { name, width, height, isMain: getComputedStyle(element).textDecorationLine !== 'underline' }
    })
  }, TAPPABLE)

/** Every piece of text in sight with the size of its letters. */
export const textSizes = (page: Page): Promise<{ text: string; size: number; lineHeight: number }[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (!element?.checkVisibility({ visibilityProperty: true }) || text === '' || element.closest('script, style'))
        continue
      const style = getComputedStyle(element)
      const size = Number.parseFloat(style.fontSize)
      found.push({ text, size, lineHeight: Number.parseFloat(style.lineHeight) / size })
    }
    return found
  })

/** What is wider than its place: the page itself, text that is cut off, and anything beyond the right edge. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const tooWide = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []
    const wrong = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      if (!element.checkVisibility() || element.closest('[aria-hidden=true], svg')) return false
      const { overflowX, overflowY } = getComputedStyle(element)
      const isCut =
        (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) ||
        (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
      return isCut || element.getBoundingClientRect().right > width + 1
    })
    return [...tooWide, ...wrong.map(({ className, innerText }) => `${className}: ${innerText?.slice(0, 40)}`)]
  })

/** The names of everything that moves or would move on the page in front. */
export const movements = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const style = getComputedStyle(element)
        const lasts = (value: string) => value.split(',').some((part) => Number.parseFloat(part) > 0)
        return (style.animationName !== 'none' && lasts(style.animationDuration)) || lasts(style.transitionDuration)
      })
      .map(({ className }) => String(className)),
  )

/** The fonts that the browser really draws the words of this element with. */
export const drawnFonts = async (found: Locator): Promise<string[]> => {
  await found.evaluate((element) => {
    let innermost: Element = element
    while (innermost.firstElementChild) innermost = innermost.firstElementChild
    innermost.setAttribute('data-drawn', '')
  })
  const client = await found.page().context().newCDPSession(found.page())
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument', { depth: -1 })
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: '[data-drawn]' })
  const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
  await client.detach()
  await found.page().evaluate(() => document.querySelector('[data-drawn]')?.removeAttribute('data-drawn'))
  return fonts.map(({ familyName }) => familyName)
}
