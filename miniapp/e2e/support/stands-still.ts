import { expect } from 'vitest'
import type { Person } from './person'

/** A page that is opened from another one slides in; measured before that it would hang over the edge. */
export const standsStill = async ({ page }: Person): Promise<void> => {
  const front = page.locator('.taro_page').filter({ visible: true }).last()
  await expect.poll(async () => (await front.boundingBox())?.x).toBe(0)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
}
