import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { createLog } from '../log/log.ts'
import { createSmsGateway } from './sms.ts'

const MESSAGE = { phone: '08910000001', code: '012345', minutes: 10 }
const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const gatewayThat = async (status: number) => {
  const heard: { request: IncomingMessage; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      heard.push({ request, body })
      response.writeHead(status).end('08910000001 was not known')
    })
  })
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // A TCP server has a TCP address.
  const env = {
    SMS_GATEWAY: 'http',
    SMS_URL: `http://127.0.0.1:${port}/send`,
    SMS_TOKEN: 'token-of-the-gateway',
  } as const
  return { heard, gateway: createSmsGateway(env, createLog('silent')) }
}

test('a gateway gets number, code and minutes, and our token', async () => {
  const { heard, gateway } = await gatewayThat(202)
  await gateway?.sendCode(MESSAGE)
  expect(heard.map(({ body }) => JSON.parse(body) as unknown)).toEqual([MESSAGE])
  expect(heard[0]?.request.headers.authorization).toBe('Bearer token-of-the-gateway')
})

test('a gateway that takes nothing is an error that repeats nothing it said', async () => {
  const { gateway } = await gatewayThat(500)
  await expect(gateway?.sendCode(MESSAGE)).rejects.toThrow(/^the gateway for short messages answered 500$/)
})

test('the console writes the code, and of the number its end alone', async () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  await createSmsGateway({ SMS_GATEWAY: 'console' }, createLog('info', stream))?.sendCode(MESSAGE)
  expect(lines.join('')).toContain('"code":"012345"')
  expect(lines.join('')).not.toContain('08910000001')
})

test('without a gateway there is none', () => {
  expect(createSmsGateway({ SMS_GATEWAY: 'none' }, createLog('silent'))).toBeNull()
})
