import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answerFiles, photo } from '../../../test/components/file-answers'
import { renderResident } from '../../../test/components/render-resident'
import { issueId, type ResidentServer, startResidentServer } from '../../../test/components/resident-server'
import { watchShownFiles } from '../../../test/components/shown-files'
import { aWork } from '../../../test/components/work-answers'
import IssuePage from '../pages/detail/index'

let server: ResidentServer
afterEach(() => server.close())

const open = async (...works: ReturnType<typeof aWork>[]) => {
  watchShownFiles()
  server = await startResidentServer('accepted')
  server.more = (call) => (call.path.endsWith('/works') ? [200, { items: works }] : answerFiles(call))
  renderResident(<IssuePage />, server, `?communityId=raosai&id=${issueId}`)
  await screen.findByText('路灯三天不亮了。')
}

test('a neighbour reads what a public work costs, who pays and since when, each work with its own state', async () => {
  await open(
    aWork({ workItemId: null }),
    aWork({ workItemId: null, title: '修台阶', state: 'closed', outcome: 'solved', costFen: 1250, fundSource: null }),
  )
  expect(await screen.findByRole('heading', { name: '工程和花费' })).toBeVisible()
  for (const words of ['铺三巷的路', '150,000元', '惠民资金', '修台阶', '12.50元']) {
    expect(screen.getByText(words)).toBeVisible()
  }
  expect(screen.getAllByText('2026年11月20日')).toHaveLength(2)
  expect(screen.getAllByText('资金来源')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: /登记/ })).toBeNull()
})

test('photos of before and after stand side by side', async () => {
  await open(aWork({ before: [photo(1)], after: [photo(2)] }))
  for (const side of ['动工前', '完工后']) {
    const caption = await screen.findByText(side)
    const parent = caption.parentElement
    if (!parent) throw new Error('a caption stands above its photos')
    expect(within(parent).getAllByRole('button')).toHaveLength(1)
  }
})

test('nothing is said of works while nobody wrote anything down', async () => {
  await open()
  expect(screen.queryByText('工程和花费')).toBeNull()
})
