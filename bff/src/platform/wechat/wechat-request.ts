import http from 'node:http'
import https from 'node:https'

/** Nothing that can be read came back. */
export class NoAnswer extends Error {
  /** Whether anything may have reached the other side: false only when it certainly did not. */
  readonly wasSent: boolean

  constructor(reason: string, wasSent: boolean) {
    super(reason)
    this.name = 'NoAnswer'
    this.wasSent = wasSent
  }
}

export interface HttpAnswer {
  mediaType: string
  body: Buffer
}

export interface Outgoing {
  url: URL
  method: 'GET' | 'POST'
  body: string | undefined
  /** Gives up when it ends. */
  signal: AbortSignal
}

/** No answer of WeChat is longer; the codes that are pictures are the largest. */
const MAX_BYTES = 4_000_000

/**
 * A connection that lies idle longer may be dead without anybody saying so: what goes into it gets no answer, and a message
 * of which nobody knows is never sent again.
 */
const IDLE_MS = 10_000

/** Connections that are kept for the next call, if it comes soon. */
export const createSender = ({ idleMs = IDLE_MS } = {}): ((outgoing: Outgoing) => Promise<HttpAnswer>) => {
  const kept = { keepAlive: true, timeout: idleMs }
  const agents = { 'http:': new http.Agent(kept), 'https:': new https.Agent(kept) }

  /**
   * Sends one request. Node's own client and not `fetch`: only it says whether the request had left when it failed, and
   * a message that may have left is never sent again.
   */
  return ({ url, method, body, signal }) =>
    new Promise((resolve, reject) => {
      let wasSent = false
      const isSecure = url.protocol === 'https:'
      const headers =
        body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
      const request = isSecure
        ? https.request(url, { method, headers, signal, agent: agents['https:'] })
        : http.request(url, { method, headers, signal, agent: agents['http:'] })
      const fail = (error: Error) => reject(new NoAnswer(codeOf(error), wasSent))
      request.on('error', fail)
      request.on('socket', (socket) => {
        const leave = () => {
          wasSent = true
        }
        if (socket.connecting) socket.once(isSecure ? 'secureConnect' : 'connect', leave)
        else leave()
      })
      request.on('response', (response) => {
        read(response).then((bytes) => {
          const mediaType = response.headers['content-type'] ?? ''
          if (response.statusCode !== 200) reject(new NoAnswer(`status ${response.statusCode}`, true))
          else resolve({ mediaType, body: bytes })
        }, fail)
      })
      request.end(body)
    })
}

const read = async (response: http.IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > MAX_BYTES) throw new Error('the answer is too long')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** The name of what went wrong: an address or a token may stand in the message, and never in a log. */
const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : error.name)
