import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { receiptOf, resident } from '../../../../test/components/counter-examples'
import { type CounterServer, failure, startCounterServer } from '../../../../test/components/counter-server'
import { keptOnPhone } from '../../../../test/components/kept-files'
import { openSession, renderCounter } from '../../../../test/components/render-counter'
import AssistedIssuePage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
  server.answerFirst = ({ path }) => (path.endsWith('/assisted-issues') ? [201, receiptOf()] : undefined)
})
afterEach(() => server.close())

const open = async () => {
  const rendered = renderCounter(<AssistedIssuePage />, server)
  await screen.findByRole('radio', { name: '灯不亮' })
  return rendered
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const choose = (name: string | RegExp) => userEvent.click(screen.getByRole('radio', { name }))
const field = (name: RegExp) => screen.getByRole('textbox', { name })
const filed = () => server.writesTo('/assisted-issues')

const describe = async () => {
  await choose('灯不亮')
  await userEvent.type(field(/对方怎么说/), '门口路灯三天不亮')
  await choose('东孜苏3巷7号')
}

test('what is missing is said at its own field, and nothing goes on', async () => {
  await open()
  await press('下一步')
  for (const words of ['请写怎么称呼对方。', '请选一个。', '请先选一类', '请写几句，说明发生了什么。', '请选院落。']) {
    expect(screen.getByText(words)).toBeVisible()
  }
})

test('what is missing further up is named at the button, and no longer when it is there', async () => {
  await open()
  await press('下一步')
  expect(screen.getByText('上面还差：名字、怎么来的、事情、对方的话、地点。')).toBeVisible()
  await describe()
  expect(screen.getByText('上面还差：名字、怎么来的。')).toBeVisible()
})

test('for somebody on the telephone it is read back first, and private unless they say otherwise', async () => {
  await open()
  await userEvent.type(field(/^名字/), '居民丁')
  await userEvent.type(field(/^电话/), '138 0000 1234')
  await choose('打电话来的')
  await describe()
  expect(screen.getByRole('radio', { name: '只给处理的人看' })).toBeChecked()
  await press('下一步')
  expect(screen.getByText('念给对方听，对了再发')).toBeVisible()
  expect(filed()).toEqual([])
  await press('发出去，出回执')
  await screen.findByText('收到了')
  expect(filed()).toMatchObject([
    {
      path: '/api/communities/raosai/assisted-issues',
      actingFor: undefined,
      body: {
        resident: { name: '居民丁', phone: '138 0000 1234' },
        source: 'phone',
        serviceCode: 'street_light',
        description: '门口路灯三天不亮',
        placeId: 'yard-7',
        visibility: 'private',
      },
    },
  ])
})

test('the receipt has its number and code, what comes next and a telephone, and not what it is about', async () => {
  await open()
  await userEvent.type(field(/^名字/), '居民丁')
  await choose('柜台来人')
  await describe()
  await press('下一步')
  await press('发出去，出回执')
  const paper = within(await screen.findByRole('group', { name: '要交给居民的纸' }))
  expect(paper.getByText('RS-20261123-0007')).toBeVisible()
  expect(paper.getByText('打电话问，就说：11月23日第7号')).toBeVisible()
  expect(paper.getByText('谁在管：绕赛社区第一网格')).toBeVisible()
  expect(paper.getByText(/^11月30日 星期一前答复/)).toBeVisible()
  expect(paper.getByText('8123 4567 8901')).toBeVisible()
  expect(paper.getByText(/再点「输入纸上的码」/)).toBeVisible()
  expect(paper.getByText('有事打电话：0891-0000-101（绕赛社区服务大厅）')).toBeVisible()
  expect(paper.queryByText(/路灯|灯不亮/)).toBeNull()
  await press('再说一件')
  expect(field(/^名字/)).toHaveValue('')
  expect(field(/对方怎么说/)).toHaveValue('')
})

test('in a session it is filed for the resident by how they came, and who has an account needs no code', async () => {
  openSession(server)
  server.answerFirst = ({ path }) =>
    path.endsWith('/assisted-issues') ? [201, { ...receiptOf(), code: null }] : undefined
  await open()
  expect(screen.queryByRole('textbox', { name: /^名字/ })).toBeNull()
  await describe()
  await press('下一步')
  await press('发出去，出回执')
  const paper = within(await screen.findByRole('group', { name: '要交给居民的纸' }))
  expect(paper.queryByText(/输入纸上的码/)).toBeNull()
  expect(filed().map(({ body, actingFor }) => [body.resident, body.source, actingFor])).toEqual([
    [{ residentId: resident.id }, 'counter', undefined],
  ])
})

test('what could not be sent goes again with the same key, for another caller with a new one', async () => {
  let isDown = true
  server.answerFirst = ({ path }) => {
    if (!path.endsWith('/assisted-issues')) return undefined
    return isDown ? failure(503, 'service_unavailable', '正在维护。') : [201, receiptOf()]
  }
  await open()
  await userEvent.type(field(/^名字/), '居民丁')
  await choose('柜台来人')
  await describe()
  await press('下一步')
  await press('发出去，出回执')
  expect(await screen.findByText('还没发出去，写的都在。再发也只算一件。')).toBeVisible()
  await press('发出去，出回执')
  await waitFor(() => expect(filed()).toHaveLength(2))
  await press('上一步')
  await userEvent.type(field(/^名字/), '戊')
  isDown = false
  await press('下一步')
  await press('发出去，出回执')
  await screen.findByText('收到了')
  const keys = filed().map(({ key }) => key)
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[0])
})

test('words survive closing the page, who said them does not', async () => {
  const { unmount } = await open()
  await userEvent.type(field(/^名字/), '居民丁')
  await describe()
  unmount()
  renderCounter(<AssistedIssuePage />, server)
  expect(await screen.findByText('上次写到这里，还没发出去。')).toBeVisible()
  expect(field(/对方怎么说/)).toHaveValue('门口路灯三天不亮')
  expect(field(/^名字/)).toHaveValue('')
  expect(keptOnPhone()).not.toContain('居民丁')
  await press('重新写')
  expect(field(/对方怎么说/)).toHaveValue('')
})

test('danger and other people’s business come before the words', async () => {
  await open()
  await choose('私搭电线')
  expect(screen.getByText('电线冒火花：离远，打119。')).toBeVisible()
  await press('换一类')
  await choose(/^水电气费/)
  expect(screen.getByText(/供水、供电、供气单位。直接找他们最快/)).toBeVisible()
  expect(screen.queryByRole('textbox', { name: /对方怎么说/ })).toBeNull()
  await press('还是告诉社区')
  expect(field(/对方怎么说/)).toBeVisible()
})

test('when the session ends meanwhile nothing can be sent, and the words are there again after it is opened again', async () => {
  openSession(server, 1 / 30)
  await open()
  await describe()
  expect(await screen.findByText('帮居*甲办的时间到了')).toBeVisible()
  expect(screen.queryByRole('textbox', { name: /对方怎么说/ })).toBeNull()
  await press('再开一次')
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '开始' }))
  await waitFor(() => expect(field(/对方怎么说/)).toHaveValue('门口路灯三天不亮'))
})
