import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Sender } from './seed.ts'
import { receiptPrefix, type Slot, type Template, type TemplateValue } from './template.ts'

/** All that the bare server is told. */
export interface BarePlan {
  databaseUrl: string
  pool: number
  /** By `METHOD path`, with `+key` behind it when the request brings an Idempotency-Key. */
  templates: Record<string, Template>
}

type Query = { name?: string; text: string; values?: unknown[] }
const FIRST_RECEIPT = 1_000_000
const TARGET = /\/work-items\/([0-9a-f-]{36})/

interface Filling {
  sender: Sender | undefined
  now: string
  target: string
}

// As little as a server can be: node:http, pg, named statements, one pool. It does what the real one asks of the
// database and answers as much JSON, and checks nothing.
const serve = (plan: BarePlan): void => {
  const pool = new pg.Pool({ connectionString: plan.databaseUrl, max: plan.pool })
  let receipts = FIRST_RECEIPT
  let turn = 0

  const fill = (slot: Slot, { sender, now, target }: Filling): string => {
    switch (slot.kind) {
      case 'target':
        return target
      case 'taken':
        return ''

      case 'uuid':
        return uuidv7()
      case 'instant':
        return now
      case 'person':
        return sender?.personId ?? ''
      case 'token_hash':
        return sender?.tokenHash ?? ''
      case 'receipt':
        return `${receiptPrefix(slot)}${receipts++}`
    }
  }
  const valueOf = (value: TemplateValue, filled: readonly string[]): unknown =>
    'constant' in value
      ? value.constant
      : value.pieces.map((piece) => (typeof piece === 'number' ? filled[piece] : piece)).join('')

  const run = async (template: PreparedTemplate, target: string): Promise<void> => {
    const sender = template.senders[turn++ % template.senders.length]
    const now = new Date().toISOString()
    const filled = template.slots.map((slot) => fill(slot, { sender, now, target }))
    const taken = template.slots.findIndex(({ kind }) => kind === 'taken')
    let client: pg.PoolClient | undefined
    let isTaken = false
    for (const { name, text, values } of template.statements) {
      // An empty queue: the real server has nothing more to ask either.
      const isNothingLeft = isTaken && filled[taken] === ''
      if (isNothingLeft && text !== 'commit') continue
      const query: Query =
        name === undefined ? { text } : { name, text, values: values.map((value) => valueOf(value, filled)) }
      if (text === 'begin') client = await pool.connect()
      const { rows } = await (client ?? pool).query<{ id?: string }>(query)
      if (taken >= 0 && text.includes('skip locked')) {
        filled[taken] = rows[0]?.id ?? ''
        isTaken = true
      }
      if (text !== 'commit') continue
      client?.release()
      client = undefined
    }
  }

  const templates = new Map(Object.entries(plan.templates).map(([key, template]) => [key, prepare(template)]))
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const body = request.method === 'POST' ? await bodyOf(request) : ''
      if (body !== '') JSON.parse(body)
      const key = request.headers['idempotency-key'] === undefined ? '' : '+key'
      const target = TARGET.exec(request.url ?? '')?.[1] ?? ''
      const path = target === '' ? request.url : request.url?.replace(target, ':target')
      const template = templates.get(`${request.method} ${path}${key}`)
      if (template === undefined) {
        response.writeHead(404).end()
        return
      }
      await run(template, target)
      const text = JSON.stringify(template.answer)
      response.writeHead(template.status, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
      })
      response.end(text)
    }
    answer().catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      response.writeHead(500).end()
    })
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
}

type PreparedTemplate = Omit<Template, 'statements'> & {
  statements: readonly { name: string | undefined; text: string; values: readonly TemplateValue[] }[]
}

const prepare = (template: Template): PreparedTemplate => ({
  ...template,
  statements: template.statements.map(({ text, values }) => ({
    name: values.length > 0 ? createHash('sha1').update(text).digest('hex').slice(0, 16) : undefined,
    text,
    values,
  })),
})

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  request.setEncoding('utf8')
  for await (const part of request) text += String(part)
  return text
}

process.once('message', (plan: BarePlan) => serve(plan))
process.on('disconnect', () => process.exit(0))
