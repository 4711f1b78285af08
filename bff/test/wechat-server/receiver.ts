import { createDecipheriv } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signatureOf } from './push.ts'
import { STAND_IN } from './wechat-server.ts'

export interface Received {
  event: Readonly<Record<string, unknown>>
  isSigned: boolean
}

const opened = (encrypt: string): Received['event'] => {
  const key = Buffer.from(`${STAND_IN.pushAesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(Buffer.from(encrypt, 'base64')), decipher.final()])
  return JSON.parse(plain.subarray(20, 20 + plain.readUInt32BE(16)).toString())
}

/** Takes events as somebody's server does, and answers `success` from the n-th on. */
export const startReceiver = async ({ refuses = 0 } = {}) => {
  const received: Received[] = []
  let left = refuses
  const http = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { Encrypt = '' }: { Encrypt?: string } = JSON.parse(Buffer.concat(chunks).toString())
      const { searchParams } = new URL(request.url ?? '', 'http://receiver')
      const part = (name: string) => searchParams.get(name) ?? ''
      const signature = signatureOf(STAND_IN.pushToken, part('timestamp'), part('nonce'), Encrypt)
      received.push({ event: opened(Encrypt), isSigned: part('msg_signature') === signature })
      left -= 1
      response.end(left >= 0 ? 'not now' : 'success')
    })
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo // A TCP server has a TCP address.
  const { pushToken: token, pushAesKey: aesKey } = STAND_IN
  return {
    received,
    target: { url: `http://127.0.0.1:${port}/`, token, aesKey },
    stop: () => {
      http.close()
      http.closeAllConnections()
    },
  }
}
