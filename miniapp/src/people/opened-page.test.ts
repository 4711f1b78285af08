import { InboxMessage } from '@little-bench/shared/notifications/contract'
import { NOTICE_OPENS } from '@little-bench/shared/notifications/notice-opens'
import { NOTICES, type Notice } from '@little-bench/shared/notifications/notices'
import { expect, test } from 'vitest'
import { visited } from '../../test/components/taro-api'
import { openMessage } from './opened-page'

const WORK_ITEM = '0190b1c4-3333-7aaa-8bbb-000000000031'
const SUBJECT = '0190b1c4-2222-7aaa-8bbb-000000000021'
const RESIDENT = { mediates: false, visits: false, hasGiven: false }
/** Of those who said 我也一样 nobody learns which item it is. */
const ITEMS = NOTICES.filter((kind) => ['item', 'desk_item'].includes(NOTICE_OPENS[kind]))
const hasItem = (kind: Notice) => ITEMS.includes(kind) && !kind.startsWith('endorsed_')
const hasSubject = (kind: Notice) => ITEMS.includes(kind) || ['case', 'child_booking'].includes(NOTICE_OPENS[kind])

/** With what the server sends along, and no more. */
const messageOf = (kind: Notice) =>
  InboxMessage.parse({
    id: '0190b1c4-9999-7aaa-8bbb-000000000001',
    kind,
    text: '有一件事要告诉您',
    communityId: 'raosai',
    workItemId: hasItem(kind) ? WORK_ITEM : null,
    subjectId: hasSubject(kind) ? SUBJECT : null,
    createdAt: '2026-11-28T02:00:00.000Z',
    readAt: null,
  })

const opened = (kind: Notice) => {
  visited.length = 0
  openMessage(messageOf(kind), RESIDENT)
  return visited
}

const routes = async () => {
  Object.assign(globalThis, { defineAppConfig: (config: object) => config })
  const { default: config } = await import('../app.config')
  return [
    ...(config.pages ?? []),
    ...(config.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
}

test.each(NOTICES)('a message of %s opens one page of this app', async (kind) => {
  const [first = '', ...others] = opened(kind)
  expect(others).toEqual([])
  expect(await routes()).toContain(first.replace('navigateTo /', '').split('?')[0])
})

test.each(NOTICES)('who works on an item sees it at their desk, and nobody else does: %s', (kind) => {
  expect(opened(kind).join('').includes('/work-queue/')).toBe(kind.startsWith('staff_'))
})

test.each(NOTICES)('a page that needs to know of what it is told, from what the message knows: %s', (kind) => {
  const [first = ''] = opened(kind)
  expect(first.includes('id=')).toBe(hasSubject(kind))
  expect(first).not.toMatch(/null|undefined/)
})
