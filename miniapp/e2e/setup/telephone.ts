import { createServer, type IncomingMessage } from 'node:http'

/** Stands in for whoever sends short messages: it keeps the last code for each number and gives it to a test. */
export interface Telephone {
  url: string
  stop(): void
}

export const SMS_TOKEN = 'token-of-the-telephone'

export const startTelephone = async (): Promise<Telephone> => {
  const codes = new Map<string, string>()
  const http = createServer((request, response) => {
    if (request.method === 'GET') {
      const code = codes.get(new URL(request.url ?? '/', 'http://telephone').searchParams.get('phone') ?? '')
      return response.writeHead(code === undefined ? 404 : 200).end(code)
    }
    if (request.headers.authorization !== `Bearer ${SMS_TOKEN}`) return response.writeHead(401).end()
    void readMessage(request).then(({ phone, code }) => {
      codes.set(phone, code)
      response.writeHead(202).end()
    })
    return undefined
  })
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const address = http.address()
  if (typeof address !== 'object' || address === null) throw new Error('the telephone has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () => {
      http.closeAllConnections()
      http.close()
    },
  }
}

const readMessage = async (request: IncomingMessage): Promise<{ phone: string; code: string }> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  const { phone, code }: Record<string, unknown> = JSON.parse(Buffer.concat(pieces).toString())
  return { phone: String(phone), code: String(code) }
}
