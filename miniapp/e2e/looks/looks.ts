import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, expect, vi } from 'vitest'
import { test } from '../support/browser-test'
import { signIn } from '../support/people'
import { personAt } from '../support/person'
import { readAs } from '../support/reading'
import { type Box, comparePictures } from './compare-pictures'
import { LOOKED_AT, MOMENT } from './moment'
import { PICTURES, setScene } from './pictures'

/** The pictures of the README are those that were accepted last: there is no second place. */
const ACCEPTED = fileURLToPath(new URL('../../../shared/docs/screenshots/', import.meta.url))
const MAX_BYTES = 200_000
const isAccepting = process.env['ACCEPT'] === '1'

let scene: Awaited<ReturnType<typeof setScene>>

beforeAll(async () => {
  mkdirSync(ACCEPTED, { recursive: true })
  // Children are born and visits made by this clock; nothing that waits goes by it.
  vi.setSystemTime(MOMENT)
  scene = await setScene()
  return () => vi.useRealTimers()
})

test.for(PICTURES)('$file', async ({ file, who, viewport, reading, take }, { visit }) => {
  const person = personAt(await visit({ viewport }))
  await person.context.clock.setFixedTime(LOOKED_AT)
  await signIn(person, who)
  await readAs(person, reading)
  await take(person, scene)
  const taken = await pictureOf(person.page)
  expect(taken.length, 'it is too large for the README').toBeLessThan(MAX_BYTES)
  if (isAccepting) return writeFileSync(join(ACCEPTED, file), taken)
  expect(await complaintAbout(file, taken, person.page)).toBeUndefined()
})

/** As the page looks once everything has come and nothing moves any more. */
const pictureOf = async (page: Page): Promise<Buffer> => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  let last: Buffer = Buffer.alloc(0)
  let next: Buffer = await page.screenshot({ animations: 'disabled' })
  while (!next.equals(last)) {
    await page.waitForTimeout(200)
    ;[last, next] = [next, await page.screenshot({ animations: 'disabled' })]
  }
  return next
}

const complaintAbout = async (file: string, taken: Buffer, page: Page): Promise<string | undefined> => {
  const accepted = join(ACCEPTED, file)
  if (!existsSync(accepted)) return `${file} was never accepted: look at it, then run this with ACCEPT=1`
  const compared = comparePictures(readFileSync(accepted), taken, await varyingIn(page))
  if (compared.isSame) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'little-bench-looks-'))
  writeFileSync(join(folder, file), taken)
  if (compared.difference) writeFileSync(join(folder, `difference-${file}`), compared.difference)
  return `${file} does not look as accepted: ${compared.why}. Both are in ${folder}; if it should be so, ACCEPT=1 takes it`
}

/** Codes are drawn by lot, each time others. */
const varyingIn = async (page: Page): Promise<Box[]> => {
  const codes = await page.locator('[class*="module__code"]').filter({ visible: true }).all()
  const boxes = await Promise.all(codes.map((code) => code.boundingBox()))
  return boxes.filter((box) => box !== null)
}
