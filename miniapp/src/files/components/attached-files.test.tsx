import type { Attachments } from '@little-bench/shared/files/contract'
import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerFiles, EXPIRED, photo, voiceNote } from '../../../test/components/file-answers'
import { renderResident, signIn } from '../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../test/components/resident-server'
import { watchShownFiles } from '../../../test/components/shown-files'
import { AttachedFiles } from './attached-files'

let server: ResidentServer
let shown: Set<string>

beforeEach(async () => {
  server = await startResidentServer()
  server.more = answerFiles
  shown = watchShownFiles()
  signIn()
})
afterEach(() => server.close())

const show = (attachments: Partial<Attachments>) =>
  renderResident(<AttachedFiles attachments={{ photos: [], voiceNote: null, ...attachments }} />, server)
const photoButton = (number: number, count: number) =>
  screen.findByRole('button', { name: `第${number}张照片，共${count}张` })
/** The button around it says which it is. */
const images = () => screen.queryAllByRole('presentation')
const fileReads = () => server.reads.filter((path) => path.startsWith('/api/files/'))

test('a photo that was signed for the viewer is fetched as the viewer, and leaves nothing behind', async () => {
  const page = show({ photos: [photo(1)] })
  expect(await photoButton(1, 1)).toBeVisible()
  await waitFor(() => expect(images()[0]).toHaveAttribute('src', 'blob:1'))
  expect(server.calls[0]?.token).toBe('Bearer token')
  page.unmount()
  expect(shown.size).toBe(0)
})

test('a photo that anybody may see is opened without saying who looks', async () => {
  show({ photos: [photo(1, 'one', true)] })
  await photoButton(1, 1)
  expect(images()[0]).toHaveAttribute('src', server.url + photo(1, 'one', true).thumbnailUrl)
  expect(fileReads()).toEqual([])
})

test('photos open on the whole screen, go on by button and by arrow, and close by Escape', async () => {
  show({ photos: [photo(1), photo(2), photo(3)] })
  await userEvent.click(await photoButton(2, 3))
  const isOpen = (label: string) => screen.getByRole('dialog', { name: label })
  expect(isOpen('第2张照片，共3张')).toBeVisible()
  await waitFor(() => expect(fileReads()).toContain(photo(2).url))
  await userEvent.click(screen.getByRole('button', { name: '下一张' }))
  expect(isOpen('第3张照片，共3张')).toBeVisible()
  expect(screen.getByRole('button', { name: '下一张' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}')
  expect(isOpen('第1张照片，共3张')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await photoButton(2, 3)).toHaveFocus()
})

test('a photo that did not come says so and can be asked for again', async () => {
  server.isUnreachable = true
  show({ photos: [photo(1)] })
  const again = await screen.findByRole('button', { name: '第1张照片没打开，再试一次' })
  server.isUnreachable = false
  await userEvent.click(again)
  await waitFor(() => expect(images()[0]).toHaveAttribute('src', 'blob:1'))
})

const SignedOnRead = () => {
  const [reads, setReads] = useState(0)
  const { data } = useQuery({
    queryKey: ['links'],
    queryFn: async () => {
      setReads((count) => count + 1)
      return [photo(1, `read${reads}`), photo(2, `read${reads}`)]
    },
  })
  return <AttachedFiles attachments={{ photos: data ?? [], voiceNote: null }} />
}

test('links that ran out are asked for anew, once, and the pictures come', async () => {
  server.more = (call) => (server.reads.at(-1)?.includes('signature=read0') ? EXPIRED : answerFiles(call))
  renderResident(<SignedOnRead />, server)
  await waitFor(() => expect(images()).toHaveLength(2))
  expect(fileReads().filter((path) => path.includes('signature=read1'))).toHaveLength(2)
})

test('links that run out again are not asked for for ever', async () => {
  server.more = ({ path }) => (path.startsWith('/api/files/') ? EXPIRED : undefined)
  renderResident(<SignedOnRead />, server)
  await waitFor(() => expect(fileReads().length).toBeGreaterThanOrEqual(4))
  await new Promise((later) => setTimeout(later, 300))
  expect(screen.getByRole('button', { name: '第2张照片没打开，再试一次' })).toBeVisible()
  // Each of the two has asked once at most.
  expect(new Set(fileReads().map((path) => path.split('signature=')[1])).size).toBeLessThanOrEqual(3)
})

test('a link that is signed anew while the picture is there is not fetched again', async () => {
  const Again = () => {
    const [signature, sign] = useState('one')
    return (
      <>
        <button type='button' onClick={() => sign('two')}>
          sign
        </button>
        <AttachedFiles attachments={{ photos: [photo(1, signature)], voiceNote: null }} />
      </>
    )
  }
  renderResident(<Again />, server)
  await waitFor(() => expect(images()[0]).toHaveAttribute('src', 'blob:1'))
  await userEvent.click(screen.getByText('sign'))
  expect(images()[0]).toHaveAttribute('src', 'blob:1')
  expect(fileReads()).toHaveLength(1)
})

test('a voice note is fetched only by whoever wants to hear it, and what it says can be read', async () => {
  const played = watchPlayed()
  show({ voiceNote: voiceNote('路灯三天不亮了') })
  expect(screen.getByText('路灯三天不亮了')).toBeVisible()
  expect(fileReads()).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: '听录音，12秒' }))
  const stop = await screen.findByRole('button', { name: '先停下' })
  expect(played).toEqual(['play blob:1'])
  await userEvent.click(stop)
  expect(played).toEqual(['play blob:1', 'pause'])
})

/** jsdom plays nothing. */
const watchPlayed = (): string[] => {
  const played: string[] = []
  Reflect.set(HTMLMediaElement.prototype, 'play', async function play(this: HTMLMediaElement) {
    played.push(`play ${this.src}`)
  })
  Reflect.set(HTMLMediaElement.prototype, 'pause', () => played.push('pause'))
  return played
}
