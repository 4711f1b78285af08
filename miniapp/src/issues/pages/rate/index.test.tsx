import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer, workItemId } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import RatePage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer('resolved')
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<RatePage />, server, `?communityId=raosai&workItemId=${workItemId}`)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }))
const missing = () => screen.getByRole('textbox', { name: /还差什么/ })

test('nothing is sent before solved or not, and a star, are chosen', async () => {
  open()
  await press('发出评价')
  expect(screen.getByText('请先选解决了没有')).toBeVisible()
  expect(screen.getByText('请点一颗星')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('a resident who is content says so once and comes back to the item', async () => {
  open()
  await choose(/^解决了/)
  await choose(/5星/)
  await userEvent.type(screen.getByRole('textbox', { name: /还想说的话/ }), '谢谢')
  await press('发出评价')
  await screen.findByText('评价收到了，谢谢您。')
  expect(server.writes.map(({ body }) => body)).toEqual([{ solved: true, satisfaction: 5, comment: '谢谢' }])
  expect(visited.at(-1)).toMatch(/^reLaunch|^navigateBack/)
})

test('not solved asks what is missing, and the item goes back into the queue with those words', async () => {
  open()
  await choose(/没解决/)
  await choose(/2星/)
  await press('要求重办')
  expect(screen.getByText('请写几句，说明还差什么')).toBeVisible()
  await userEvent.type(missing(), '又不亮了')
  await press('要求重办')
  await screen.findByText('已重新排队，会有人再来办。')
  expect(server.writes.map(({ body }) => body)).toEqual([
    { solved: false, satisfaction: 2 },
    { move: 'reopen', version: 2, note: '又不亮了', fileIds: [] },
  ])
  expect(server.state).toBe('queued')
})

test('when only the wish to have it done again is lost, only that is sent again', async () => {
  open()
  await choose(/没解决/)
  await choose(/1星/)
  await userEvent.type(missing(), '又不亮了')
  server.lostPath = '/moves'
  await press('要求重办')
  expect(await screen.findByText('评价已收到，重办还没发出去。请再发一次。')).toBeVisible()
  expect(missing()).toHaveValue('又不亮了')
  server.lostPath = undefined
  await press('要求重办')
  await screen.findByText('已重新排队，会有人再来办。')
  expect(server.writes.filter(({ path }) => path.endsWith('/ratings'))).toHaveLength(1)
})

test('what was already rated says so instead of asking again', async () => {
  server.rating = { solved: true, satisfaction: 4, comment: null, ratedAt: '2026-11-23T03:00:00.000Z' }
  open()
  expect(await screen.findByText('这件事现在不用评价。')).toBeVisible()
})
