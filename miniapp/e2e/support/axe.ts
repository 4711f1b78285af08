import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Serious and critical findings of axe, each in one line. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
}

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
