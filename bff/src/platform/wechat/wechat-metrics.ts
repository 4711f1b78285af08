import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** Every kind of call, as the metrics and the log name it. */
export const CALLS = {
  code2_session: ['GET', '/sns/jscode2session'],
  stable_token: ['POST', '/cgi-bin/stable_token'],
  get_phone_number: ['POST', '/wxa/business/getuserphonenumber'],
  subscribe_send: ['POST', '/cgi-bin/message/subscribe/send'],
  msg_sec_check: ['POST', '/wxa/msg_sec_check'],
  media_check_async: ['POST', '/wxa/media_check_async'],
  get_code_unlimited: ['POST', '/wxa/getwxacodeunlimit'],
} as const satisfies Record<string, readonly ['GET' | 'POST', string]>
export type CallName = keyof typeof CALLS
export const CALL_NAMES = Object.keys(CALLS) as CallName[] // The keys of the table above.

export interface WechatMetrics {
  /** One request and how it ended: `ok`, one of our words for a problem, `no_answer`, `not_reached` or `circuit_open`. */
  count(call: CallName, result: string, seconds: number): void
  /** Whether this kind of call is answered without asking. */
  setOpen(call: CallName, isOpen: boolean): void
  /** WeChat warned or banned the mini-program. */
  countPunishment(): void
}

/** What operations see of WeChat in `/metrics`. */
export const createWechatMetrics = (registry: Registry): WechatMetrics => {
  const registers = [registry]
  const requests = new Counter({
    name: 'wechat_requests_total',
    help: "Requests to WeChat's server API, by call and how they ended",
    labelNames: ['call', 'result'],
    registers,
  })
  const duration = new Histogram({
    name: 'wechat_request_duration_seconds',
    help: "Seconds until WeChat's server API answered, or this server gave up",
    labelNames: ['call'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const open = new Gauge({
    name: 'wechat_circuit_open',
    help: '1 while calls of this kind are not made, because the last ones got no answer',
    labelNames: ['call'],
    registers,
  })
  const punishments = new Counter({
    name: 'wechat_punishments_total',
    help: 'Warnings and bans of the mini-program that WeChat has told of',
    registers,
  })
  for (const call of CALL_NAMES) open.set({ call }, 0)
  return {
    count(call, result, seconds) {
      requests.inc({ call, result })
      if (result !== 'circuit_open') duration.observe({ call }, seconds)
    },
    setOpen: (call, isOpen) => open.set({ call }, isOpen ? 1 : 0),
    countPunishment: () => punishments.inc(),
  }
}
