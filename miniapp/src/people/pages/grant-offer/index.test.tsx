import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  GRANT_CODE,
  householdOf,
  mother,
  type PeopleState,
  servePeople,
} from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import GrantOfferPage from './index'

let server: ResidentServer
let people: PeopleState

beforeEach(async () => {
  server = await startResidentServer()
  people = servePeople(server)
  signIn()
})
afterEach(() => server.close())

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const tick = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }))

/** Goes as far as the question that is asked alone. */
const comeToAlone = async (who: string | RegExp) => {
  renderResident(<GrantOfferPage />, server)
  await choose(who)
  await choose('儿女')
  await press('下一步')
  await tick('说一件新的事')
  await press('下一步')
  await choose(/^半年/)
  await press('下一步')
}

test('nothing is chosen beforehand, and each step points at what is missing', async () => {
  renderResident(<GrantOfferPage />, server)
  expect(await screen.findByText(/第1步\/共5步/)).toBeVisible()
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
  await press('下一步')
  expect(screen.getByText('请先选一个')).toBeVisible()
  await choose(/给他一个码/)
  await choose('邻居')
  await press('下一步')
  expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([])
  expect(screen.getByText('签字、投诉家里人、投诉工作人员，谁也不能代办。')).toBeVisible()
  await press('下一步')
  expect(screen.getByText('请至少点一样')).toBeVisible()
})

test('whether anybody presses is asked on a screen of its own, before anything is given', async () => {
  await comeToAlone(/给他一个码/)
  expect(screen.getByText('请您一个人看这一页。')).toBeVisible()
  expect(screen.getByText(/有没有人催您、逼您这样做？/)).toBeVisible()
  expect(screen.queryByText('说一件新的事')).toBeNull()
  await press('下一步')
  expect(screen.getByText('请选一个，只有您自己知道')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('everything is read once more, then the code stands there large', async () => {
  await comeToAlone(/给他一个码/)
  await choose('没有，是我自己愿意')
  await press('下一步')
  for (const said of ['输了码的那个人', '儿女', '居民说事：看说过的事办到哪了、说一件新的事']) {
    expect(screen.getByText(said)).toBeVisible()
  }
  expect(server.writes).toEqual([])
  await press('给他')
  expect(await screen.findByText(GRANT_CODE.replace(/(\d{4})(?=\d)/g, '$1 '))).toBeVisible()
  const { body } = server.writes[0] ?? {}
  expect(body).toMatchObject({
    relationship: 'child',
    scopes: [{ service: 'issues', powers: ['read', 'file'] }],
    freedom: 'free',
  })
  expect(body).not.toHaveProperty('agentId')
})

test.each(['没有，是我自己愿意', '有点', '说不清'])(
  'whoever watches cannot tell from what follows: %s',
  async (answer) => {
    people.household = householdOf()
    await comeToAlone(mother.name)
    await choose(answer)
    await press('下一步')
    expect(screen.queryByText(answer)).toBeNull()
    expect(screen.getByRole('main').textContent).toMatch(
      /^第5步\/共5步 · 看一遍再给请谁居民（示范二）是您的儿女办什么居民说事：看说过的事办到哪了、说一件新的事/,
    )
    await press('给他')
    expect(await screen.findByText(`请${mother.name}打开小板凳，在「我」里点「我替谁办」，再答应。`)).toBeVisible()
    expect(screen.queryByText(answer)).toBeNull()
    expect(server.writes[0]?.body).toMatchObject({ agentId: mother.id })
  },
)

test('going back keeps what was chosen', async () => {
  await comeToAlone(/给他一个码/)
  await press('上一步')
  expect(screen.getByRole('radio', { name: /^半年/ })).toBeChecked()
  await press('上一步')
  expect(screen.getByRole('checkbox', { name: '说一件新的事' })).toBeChecked()
})
