import { BOOKINGS_PAGE, INBOX_PAGE, ISSUE_PAGE } from '@little-bench/shared/notifications/wechat-notices'
import { expect, test } from 'vitest'
import type { PagePath } from '../platform/navigation'

const OPENED = [INBOX_PAGE, ISSUE_PAGE, BOOKINGS_PAGE] as const satisfies readonly PagePath[]

test('what a WeChat message opens is a page of this mini-program', async () => {
  Object.assign(globalThis, { defineAppConfig: (config: object) => config })
  const { default: config } = await import('../app.config')
  const pages = [
    ...(config.pages ?? []),
    ...(config.subPackages ?? []).flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ]
  for (const page of OPENED) expect(pages).toContain(page)
})
