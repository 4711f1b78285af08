import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { test as base, inject } from 'vitest'

export const PHONE = { width: 375, height: 812 }
export const SMALL_PHONE = { width: 320, height: 640 }
export const DESKTOP = { width: 1280, height: 800 }

export interface Visitor {
  page: Page
  context: BrowserContext
  /** Everything the console said and every error nobody caught. */
  messages: string[]
}

interface VisitOptions extends BrowserContextOptions {
  /** What this visitor chooses of language, 长辈版 and text step is kept for the person, as in life. */
  keepsReading?: boolean
}

export type Visit = (options?: VisitOptions) => Promise<Visitor>

interface Fixtures {
  /** Opens a browser of somebody's own: nothing in it is shared with another visitor. */
  visit: Visit
  browser: Browser
}

const startBrowser = () => {
  const { executable, environment } = inject('stage').chromium
  return chromium.launch({
    executablePath: executable,
    // Root may not use the sandbox; hinting would move letters by parts of a pixel.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, ...environment },
  })
}

/** A test with browsers; when it fails, the pages as they were stay in a folder whose name is printed. */
export const test = base.extend<Fixtures>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads what a fixture needs from this pattern
    async ({}, provide) => {
      const browser = await startBrowser()
      await provide(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  visit: async ({ browser, task }, provide) => {
    const visitors: Visitor[] = []
    await provide(async (options) => {
      const visitor = await openVisitor(browser, options)
      visitors.push(visitor)
      return visitor
    })
    if (task.result?.state === 'fail') await keepTraces(task.name, visitors)
    await Promise.all(visitors.map(({ context }) => context.close()))
  },
})

const openVisitor = async (browser: Browser, { keepsReading, ...options }: VisitOptions = {}): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: inject('stage').url,
    viewport: PHONE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  })
  context.setDefaultTimeout(30_000)
  if (!keepsReading) await context.addInitScript(keepReadingToTheVisit)
  const page = await context.newPage()
  const messages: string[] = []
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => messages.push(`uncaught: ${error.stack ?? error.message}`))
  return { page, context, messages }
}

/** The demonstration people are everybody's: the next visitor must not find the letters of the one before. */
const keepReadingToTheVisit = () => {
  const send = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString()
    if (init?.method !== 'PUT' || !address.endsWith('/api/my/display-preferences')) return send(input, init)
    return new Response(init.body, { headers: { 'content-type': 'application/json' } })
  }
}

const keepTraces = async (testName: string, visitors: readonly Visitor[]) => {
  const { failures, serverLog } = inject('stage')
  const folder = join(failures, testName.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80))
  mkdirSync(folder, { recursive: true })
  for (const [index, { page, messages }] of visitors.entries()) {
    await page.screenshot({ path: join(folder, `visitor-${index + 1}.png`) }).catch(() => undefined)
    const tree = await page
      .locator('body')
      .ariaSnapshot()
      .catch(() => '')
    writeFileSync(join(folder, `visitor-${index + 1}.txt`), `${page.url()}\n${messages.join('\n')}\n\n${tree}\n`)
  }
  copyFileSync(serverLog, join(folder, 'server.log'))
  console.log(`The pages as they were: ${folder}`)
}
