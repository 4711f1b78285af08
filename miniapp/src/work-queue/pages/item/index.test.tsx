import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { choicesOf } from '../../../../test/components/desk-choices'
import { colleague, type Desk, itemDueIn, startDesk, worker } from '../../../../test/components/desk-server'
import { renderDesk } from '../../../../test/components/render-desk'
import ItemPage from './index'

let desk: Desk
const you = { id: worker.id, name: worker.name, isYou: true }
const mine = () => itemDueIn(1, 5, { state: 'accepted', assignee: you })

afterEach(() => desk.close())

const open = async (item = itemDueIn(1, 5)) => {
  desk = await startDesk([item])
  renderDesk(<ItemPage />, desk, `?communityId=raosai&id=${item.id}`)
  await screen.findByRole('heading', { level: 2, name: '第1件事' })
  return item
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (name: RegExp) => {
  await press('更多')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }))
}
const sheet = () => within(screen.getByRole('dialog'))

test('an item says how it stands, where, who in a mask, why here, and what the resident wrote', async () => {
  await open()
  expect(screen.getByText(/还没有人接，.*前要办好/)).toBeVisible()
  expect(await screen.findByText('院门口的路灯三天不亮了，晚上老人不敢走。')).toBeVisible()
  for (const words of ['示范院落 · 第一网格', '居*甲', '绕赛社区第一网格 · 地点在第一网格，由第一网格办理。']) {
    expect(screen.getByText(words)).toBeVisible()
  }
})

test('taking an item asks nothing: one tap, and it says by when and how to give it back', async () => {
  await open()
  await press('我来办')
  expect(await screen.findByText(/归您办了，.*前要办好。不方便可以「退回队列」。/)).toBeVisible()
  expect(screen.getByText(/您在办，/)).toBeVisible()
  expect(desk.moves).toHaveLength(1)
})

test('what is late says when it should have been done', async () => {
  await open(itemDueIn(1, -26))
  expect(screen.getByText(/还没有人接，.*就该办好。/)).toBeVisible()
})

test('resolving is the recommended move, asks for words, and says that the resident reads them', async () => {
  await open(mine())
  await press('办好了')
  expect(sheet().getByText('居民会看到')).toBeVisible()
  await userEvent.click(sheet().getByRole('button', { name: '发给居民并办结' }))
  expect(sheet().getByText('请写几句，再发。')).toBeVisible()
  expect(desk.moves).toEqual([])
  await userEvent.type(sheet().getByRole('textbox'), '灯修好了')
  await userEvent.click(sheet().getByRole('button', { name: '发给居民并办结' }))
  expect(await screen.findByText('已办结，居民会收到您的话，并来评价。')).toBeVisible()
  expect(desk.moves[0]?.body).toEqual({ move: 'resolve', version: 1, note: '灯修好了', fileIds: [] })
})

test('giving an item back says that only colleagues read the reason, and the timeline shows the lock', async () => {
  await open(mine())
  await choose(/退回队列/)
  expect(sheet().getByText('只有同事看得到')).toBeVisible()
  expect(sheet().queryByText('居民会看到')).toBeNull()
  await userEvent.type(sheet().getByRole('textbox'), '要供电局来')
  await userEvent.click(sheet().getByRole('button', { name: '退回，只告诉同事' }))
  expect(await screen.findByText('仅同事可见：要供电局来')).toBeVisible()
})

test('handing out asks for a colleague and nothing else', async () => {
  await open()
  await choose(/派给同事/)
  await userEvent.click(await sheet().findByRole('button', { name: '派给这位同事' }))
  expect(sheet().getByText('请选一位同事。')).toBeVisible()
  await userEvent.click(sheet().getByRole('radio', { name: `${colleague.name}，正在值班，手上2件` }))
  await userEvent.click(sheet().getByRole('button', { name: '派给这位同事' }))
  await waitFor(() => expect(desk.moves[0]?.body).toEqual({ move: 'dispatch', version: 1, assigneeId: colleague.id }))
})

test('closing what was not worked on asks for the reason and for words to the resident', async () => {
  await open()
  await choose(/不办，告诉居民原因/)
  await userEvent.click(await sheet().findByRole('button', { name: '发给居民并结案' }))
  expect(sheet().getByText('请选一个原因。')).toBeVisible()
  expect(sheet().getByText('请写几句，再发。')).toBeVisible()
  await userEvent.click(sheet().getByRole('radio', { name: /不归我们办/ }))
  expect(sheet().getByRole('textbox', { name: '居民该找谁' })).toHaveValue('供水、供电、供气单位')
  await userEvent.type(sheet().getByRole('textbox', { name: /告诉居民什么/ }), '请找供电局')
  await userEvent.click(sheet().getByRole('button', { name: '发给居民并结案' }))
  const body = {
    move: 'close',
    version: 1,
    outcome: 'not_ours',
    destination: '供水、供电、供气单位',
    destinationPhone: '12345',
    note: '请找供电局',
  }
  await waitFor(() => expect(desk.moves[0]?.body).toEqual(body))
})

test('what the catalogue proposes to say stands in the note, and leaves it when another reason is chosen', async () => {
  await open()
  const notOurs = { destination: '供电局', phone: null, reply: '电费归供电局管，直接问他们。' }
  desk.answerFirst = ({ url }) =>
    url.pathname.endsWith('/choices') ? [200, { ...choicesOf([], worker), notOurs }] : undefined
  await choose(/不办，告诉居民原因/)
  const words = () => sheet().getByRole('textbox', { name: /告诉居民什么/ })
  await userEvent.click(await sheet().findByRole('radio', { name: /不归我们办/ }))
  expect(words()).toHaveValue('电费归供电局管，直接问他们。')
  await userEvent.click(sheet().getByRole('radio', { name: /办不了/ }))
  expect(words()).toHaveValue('')
  await userEvent.type(words(), '说过两次了')
  await userEvent.click(sheet().getByRole('radio', { name: /不归我们办/ }))
  expect(words()).toHaveValue('说过两次了')
})

test('a stale version shows how it stands now and keeps the words; sending again goes through', async () => {
  const item = await open(mine())
  await press('办好了')
  await userEvent.type(sheet().getByRole('textbox'), '灯修好了')
  desk.moveElsewhere(item, { title: '第1件事', priority: 2 })
  await userEvent.click(sheet().getByRole('button', { name: '发给居民并办结' }))
  expect(await sheet().findByText('刚才有别人先动了这件事。')).toBeVisible()
  expect(sheet().getByText('出错记录 req-1')).toBeVisible()
  expect(sheet().getByText('看过以后，还要这样做就再点一次。您写的话还在。')).toBeVisible()
  expect(sheet().getByRole('textbox')).toHaveValue('灯修好了')
  await userEvent.click(sheet().getByRole('button', { name: '发给居民并办结' }))
  await waitFor(() =>
    expect(desk.moves[1]?.body).toEqual({ move: 'resolve', version: 2, note: '灯修好了', fileIds: [] }),
  )
  expect(desk.moves[1]?.key).not.toBe(desk.moves[0]?.key)
})

test('when the move is no longer allowed the words stay to be read, and cannot be sent', async () => {
  const item = await open(mine())
  await press('办好了')
  await userEvent.type(sheet().getByRole('textbox'), '灯修好了')
  desk.moveElsewhere(item, { state: 'queued', assignee: null })
  await userEvent.click(sheet().getByRole('button', { name: '发给居民并办结' }))
  expect(await sheet().findByText('现在不能「办好了」了。您写的话还留在手机里。')).toBeVisible()
  expect(sheet().getByText(/等人接 · 还没有人接/)).toBeVisible()
  expect(sheet().getByRole('textbox')).toHaveValue('灯修好了')
  expect(sheet().queryByRole('button', { name: '发给居民并办结' })).toBeNull()
})

test('a claim that somebody else won shows who has it', async () => {
  const item = await open()
  desk.moveElsewhere(item, { state: 'accepted', assignee: { id: colleague.id, name: colleague.name, isYou: false } })
  await press('我来办')
  await screen.findByRole('dialog')
  expect(sheet().getByText(new RegExp(`处理中 · ${colleague.name}在办`))).toBeVisible()
  expect(sheet().getByText('现在不能「我来办」了。您写的话还留在手机里。')).toBeVisible()
})

test('a retry after a lost answer carries the same key, so that it is done once', async () => {
  await open(mine())
  await press('办好了')
  await userEvent.type(sheet().getByRole('textbox'), '灯修好了')
  desk.network = 'unanswered'
  await userEvent.click(sheet().getByRole('button', { name: '发给居民并办结' }))
  expect(await sheet().findByText('连不上网络，刚才没有办成。')).toBeVisible()
  desk.network = 'up'
  await userEvent.click(sheet().getByRole('button', { name: '发给居民并办结' }))
  expect(await screen.findByText('已办结，居民会收到您的话，并来评价。')).toBeVisible()
  expect(desk.moves.map(({ key }) => key)).toEqual([desk.moves[0]?.key, desk.moves[0]?.key])
  expect(desk.items[0]?.version).toBe(2)
})

test('words that were not sent are there again, with a way to start afresh', async () => {
  await open(mine())
  await press('办好了')
  await userEvent.type(sheet().getByRole('textbox'), '灯修')
  await userEvent.keyboard('{Escape}')
  await press('办好了')
  expect(sheet().getByRole('textbox')).toHaveValue('灯修')
  await userEvent.click(sheet().getByRole('button', { name: '清空重写' }))
  expect(sheet().getByRole('textbox')).toHaveValue('')
})

test('a batch is nobody’s in particular: no words of a resident, no reply, no promise, and no end by hand', async () => {
  const batch = { isBatch: true, service: 'canteen', requesterName: '', canReply: false, gridCellId: null } as const
  await open(itemDueIn(1, 5, { ...batch, state: 'accepted', assignee: you }))
  expect(await screen.findByText(/您在办，.*前要办好/)).toBeVisible()
  for (const words of ['居民说的话', '谁说的', '三个期限', '第一次答复']) expect(screen.queryByText(words)).toBeNull()
  expect(screen.queryByRole('button', { name: '办好了' })).toBeNull()
  expect(screen.getByRole('button', { name: '转给同事' })).toHaveClass('plain')
})
