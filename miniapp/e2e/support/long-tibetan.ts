import type { Page } from 'playwright-core'

/** How much wider attested Tibetan is than the Chinese of the same meaning, in the median. */
const WIDER = 2.3

/**
 * Puts syllables with a tsheg between them in the place of every text with Han letters, 2.3 times as wide, as if all of
 * it were translated. The page is of no use afterwards.
 */
export const writeLongTibetan = (page: Page): Promise<void> =>
  page.evaluate((wider) => {
    const SYLLABLES = 'བསྒྲུབས་རྒྱ་གཉེར་འཛིན་སྤྱི་ཚོགས་ཁྱེད་རང་གི་དོན་གཅོད་'.split(/(?<=་)/)
    const brush = document.createElement('canvas').getContext('2d')
    if (!brush) return
    const longFor = (text: string) => {
      const wanted = brush.measureText(text).width * wider
      let long = ''
      for (let index = 0; brush.measureText(long).width < wanted; index += 1)
        long += SYLLABLES[index % SYLLABLES.length] ?? ''
      return long
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const written: { node: Node; text: string }[] = []
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      const text = walker.currentNode.textContent ?? ''
      if (!/\p{Script=Han}/u.test(text) || !element?.checkVisibility() || element.closest('script, style')) continue
      brush.font = getComputedStyle(element).font
      written.push({ node: walker.currentNode, text: longFor(text) })
    }
    for (const { node, text } of written) node.textContent = text
  }, WIDER)
