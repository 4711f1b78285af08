import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { timelineEvent } from '../../../../test/components/desk-answers'
import { answerFiles, fileId, photo, voiceNote } from '../../../../test/components/file-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { issueId, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { watchShownFiles } from '../../../../test/components/shown-files'
import { visited } from '../../../../test/components/taro-api'
import IssuePage from './index'

let server: ResidentServer
afterEach(() => server.close())

const open = async (fields: Partial<ResidentServer> = {}) => {
  server = await startResidentServer('accepted')
  server.more = answerFiles
  Object.assign(server, fields)
  watchShownFiles()
  renderResident(<IssuePage />, server, `?communityId=raosai&id=${issueId}`)
  await screen.findByText('路灯三天不亮了。')
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog'))
const redactions = () => server.writes.filter(({ path }) => path.endsWith('/redactions'))

test('a neighbour says 我也一样 and takes it back, and reads how many say so', async () => {
  signIn()
  await open({ isNeighbours: true, endorsements: 4 })
  expect(screen.getByText('4户也一样')).toBeVisible()
  await press('我也一样')
  expect(await screen.findByText('5户也一样')).toBeVisible()
  expect(screen.getByText('记下了。办到哪了，会告诉您。')).toBeVisible()
  await press('取消「我也一样」')
  expect(await screen.findByText('4户也一样')).toBeVisible()
  expect(screen.getByRole('button', { name: '我也一样' })).toBeVisible()
})

test('without a network 我也一样 is not taken as said', async () => {
  signIn()
  await open({ isNeighbours: true, endorsements: 4, network: 'lost' })
  await press('我也一样')
  expect(await screen.findByText('没连上网络，还没办成。请再点一次。')).toBeVisible()
  expect(screen.getByRole('button', { name: '我也一样' })).toBeVisible()
})

test('a visitor is led to sign in before they can say 我也一样', async () => {
  await open({ endorsements: 4 })
  await press('登录后点「我也一样」')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/sign-in/index')
})

test('its own reporter is not asked whether they have it too', async () => {
  signIn()
  await open({ endorsements: 4 })
  expect(screen.queryByRole('button', { name: '我也一样' })).toBeNull()
  expect(screen.getByText('4户也一样')).toBeVisible()
})

test('photos and the voice note stand with the words, those of a reply with the reply', async () => {
  signIn()
  const reply = { ...timelineEvent('replied', { message: '换好了' }), attachments: files([3]) }
  await open({ attachments: { ...files([1, 2]), voiceNote: voiceNote('晚上看不见路') }, timeline: [reply] })
  const timeline = within(screen.getByRole('list', { name: '办到哪了' }))
  expect(timeline.getByRole('button', { name: '第1张照片，共1张' })).toBeVisible()
  expect(screen.getByRole('button', { name: '第2张照片，共2张' })).toBeVisible()
  expect(screen.getByRole('button', { name: '听录音，12秒' })).toBeVisible()
  expect(screen.getByText('晚上看不见路')).toBeVisible()
})

test('its reporter covers words and photos, and reads who can still see them', async () => {
  signIn()
  await open({ attachments: files([1, 2]) })
  await press('遮掉一部分')
  expect(sheet().getByText('管这件事的工作人员写明理由，还能看原文。谁看过，都会记下来。')).toBeVisible()
  const text = sheet().getByRole('textbox', { name: /以后这样写/ })
  await userEvent.clear(text)
  await userEvent.type(text, '路灯不亮，找13800001111')
  await userEvent.click(sheet().getByRole('button', { name: '遮掉电话 13800001111' }))
  await userEvent.click(sheet().getByRole('checkbox', { name: '第2张照片' }))
  await userEvent.click(sheet().getByRole('button', { name: '遮掉' }))
  expect(await screen.findByText('遮掉了。邻居看不到那些了。')).toBeVisible()
  expect(redactions().map(({ body }) => body)).toEqual([
    { description: '路灯不亮，找＊＊＊', hiddenFileIds: [fileId(2)] },
  ])
})

test('nothing is sent while nothing is covered', async () => {
  signIn()
  await open()
  await press('遮掉一部分')
  await userEvent.click(sheet().getByRole('button', { name: '遮掉' }))
  expect(sheet().getByText('还没有遮。改几个字，或者选照片。')).toBeVisible()
  expect(redactions()).toEqual([])
})

test('what was said in photos alone can be covered but for one of them', async () => {
  signIn()
  await open({ attachments: files([1, 2]) })
  await press('遮掉一部分')
  await userEvent.clear(sheet().getByRole('textbox', { name: /以后这样写/ }))
  for (const name of ['第1张照片', '第2张照片']) await userEvent.click(sheet().getByRole('checkbox', { name }))
  await userEvent.click(sheet().getByRole('button', { name: '遮掉' }))
  expect(sheet().getByText('请留几句话、一张照片或录音，说明是什么事')).toBeVisible()
  expect(redactions()).toEqual([])
  await userEvent.click(sheet().getByRole('checkbox', { name: '第2张照片' }))
  await userEvent.click(sheet().getByRole('button', { name: '遮掉' }))
  expect(await screen.findByText('遮掉了。邻居看不到那些了。')).toBeVisible()
  expect(redactions().map(({ body }) => body)).toEqual([{ description: '', hiddenFileIds: [fileId(1)] }])
})

test('a neighbour cannot cover what somebody else said', async () => {
  signIn()
  await open({ isNeighbours: true })
  expect(screen.queryByRole('button', { name: '遮掉一部分' })).toBeNull()
})

test.each([
  [{ publicState: 'waiting' }, '邻居还看不到：等人看一下。', '事情照办，不等这个。看过就给邻居看。'],
  [{ publicState: 'refused', refusalReason: '有骂人的话。' }, '没有给邻居看', '有骂人的话。'],
  [{ waitingPhotos: 2 }, '有2张照片邻居还看不到：等看一下。', '事情照办，不等这个。看过就给邻居看。'],
  [{ refusedPhotos: 1, refusalReason: '照片里认得出人。' }, '有1张照片没有给邻居看', '照片里认得出人。'],
] as const)('its reporter reads what neighbours do not see, and why: %o', async (publicly, title, why) => {
  signIn()
  await open({
    publicly: { publicState: 'shown', waitingPhotos: 0, refusedPhotos: 0, refusalReason: null, ...publicly },
  })
  expect(screen.getByText(title)).toBeVisible()
  expect(screen.getByText(why)).toBeVisible()
})

test('nothing is said where neighbours see all of it', async () => {
  signIn()
  await open()
  expect(screen.queryByText(/邻居还看不到|没有给邻居看/)).toBeNull()
})

const files = (numbers: number[]) => ({ photos: numbers.map((number) => photo(number)), voiceNote: null })
