import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Serious and critical findings of axe, each in one line. It takes a label below the fold for hidden: all is in sight. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  const viewport = page.viewportSize()
  if (viewport) await page.setViewportSize({ ...viewport, height: await heightOfAll(page, viewport.height) })
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  if (viewport) await page.setViewportSize(viewport)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
}

/** As high as the page in front, with its bar. */
const heightOfAll = (page: Page, least: number): Promise<number> =>
  page.evaluate(
    (height) => Math.max(height, ...[...document.querySelectorAll('.lb-root')].map(({ scrollHeight }) => scrollHeight)),
    least,
  )

/** Things that look as if they could be tapped and do not say what they are. */
export const tappableWithoutRole = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).cursor === 'pointer')
      .filter(
        (element) =>
          !element.closest('[role=button],[role=link],[role=radio],[role=tab],[role=checkbox],button,a,input,textarea'),
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 160)),
  )
