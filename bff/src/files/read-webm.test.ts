import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWebm } from './read-webm.ts'

const UNKNOWN = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
const lengthOf = (content: Buffer): Buffer => Buffer.from([0x40 | (content.length >> 8), content.length & 0xff])
const element = (id: string, ...content: Buffer[]): Buffer => {
  const all = Buffer.concat(content)
  return Buffer.concat([Buffer.from(id, 'hex'), lengthOf(all), all])
}
/** As a recorder writes it that cannot know how long it will go on. */
const openElement = (id: string, ...content: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(id, 'hex'), UNKNOWN, ...content])
const unsigned = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const block = (time: number): Buffer => {
  const bytes = Buffer.from([0x81, 0, 0, 0x80, 1, 2, 3])
  bytes.writeInt16BE(time, 1)
  return element('a3', bytes)
}
const header = element('1a45dfa3', element('4282', Buffer.from('webm')))
const cluster = (time: number, ...blocks: number[]): Buffer =>
  openElement('1f43b675', element('e7', unsigned(time)), ...blocks.map(block))
const recording = (...clusters: Buffer[]): Buffer =>
  Buffer.concat([
    header,
    openElement('18538067', element('1549a966', element('4d80', Buffer.from('Chrome'))), ...clusters),
  ])

test('a recording without a duration lasts until its last block', () => {
  expect(readWebm(recording(cluster(0, 0, 60, 120), cluster(5_000, 0, 2_340))).seconds).toBe(7.34)
})

test('the scale of the file counts', () => {
  const scale = element('1549a966', element('2ad7b1', unsigned(500_000)))
  const clusters = openElement('18538067', scale, cluster(1_000, 1_000))
  expect(readWebm(Buffer.concat([header, clusters])).seconds).toBe(1)
})

test('blocks in a group count too', () => {
  const bytes = Buffer.from([0x81, 0x03, 0xe8, 0])
  const group = element('a0', element('a1', bytes))
  expect(readWebm(recording(openElement('1f43b675', element('e7', unsigned(1_000)), group))).seconds).toBe(2)
})

test('a film is known by its tracks', () => {
  const track = (type: number) => element('1654ae6b', element('ae', element('83', Buffer.from([type]))))
  expect(readWebm(recording(track(1), cluster(0, 0, 60))).hasPicture).toBe(true)
  expect(readWebm(recording(track(2), cluster(0, 0, 60))).hasPicture).toBe(false)
})

test('without a block nobody knows how long it is', () => {
  expect(readWebm(recording()).seconds).toBeUndefined()
  expect(readWebm(Buffer.alloc(0)).seconds).toBeUndefined()
})

test('whatever the bytes are, it comes to an end and says a number or nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const { seconds } = readWebm(Buffer.concat([recording(), Buffer.from(bytes)]))
      expect(seconds === undefined || Number.isFinite(seconds)).toBe(true)
    }),
  )
})
