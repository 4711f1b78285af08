import { Agent, request } from 'node:http'
import { median } from './rounds.ts'
import { requestOf, type Variant } from './workloads.ts'

const BATCHES = 20
const REQUESTS_PER_BATCH = 40

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Milliseconds until one answer was read to its end. */
const timeOf = (url: string, variant: Variant, turn: number): Promise<number> => {
  const { path, method, headers } = requestOf(variant, variant.senders[turn % variant.senders.length], '')
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent }, (response) => {
      response.resume()
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - start)
        else reject(new Error(`${path} answered ${response.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** One server and the requests that its database can answer. */
export interface Target {
  url: string
  variants: readonly Variant[]
}

/** The median milliseconds of one request after another, in batches on both servers in turn. */
export const compareLatency = async (small: Target, large: Target): Promise<{ small: number; large: number }> => {
  const times = { small: new Array<number>(), large: new Array<number>() }
  for (let batch = 0; batch <= BATCHES; batch++) {
    for (const [name, target] of [['small', small] as const, ['large', large] as const]) {
      for (let turn = 0; turn < REQUESTS_PER_BATCH; turn++) {
        const variant = target.variants[turn % target.variants.length]
        if (variant === undefined) throw new Error('nothing to ask for')
        const time = await timeOf(target.url, variant, turn)
        if (batch > 0) times[name].push(time)
      }
    }
  }
  return { small: median(times.small), large: median(times.large) }
}
