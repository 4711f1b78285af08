import type { Env } from '../env/env.ts'
import type { Log } from '../log/log.ts'

/** A code on its way to a telephone. */
export interface CodeMessage {
  phone: string
  code: string
  /** So long it is good. */
  minutes: number
}

/** Who sends short messages. Throws when it did not take one; sending it again is harmless, the code is the same. */
export interface SmsGateway {
  sendCode(message: CodeMessage): Promise<void>
}

const TIMEOUT_MS = 5_000

/** Null where nobody sends any: then nobody signs in by telephone. */
export const createSmsGateway = (
  env: Pick<Env, 'SMS_GATEWAY' | 'SMS_URL' | 'SMS_TOKEN'>,
  log: Log,
): SmsGateway | null => {
  if (env.SMS_GATEWAY === 'none') return null
  if (env.SMS_GATEWAY === 'console') return consoleGateway(log)
  // The environment was refused without them.
  return httpGateway(env.SMS_URL ?? '', env.SMS_TOKEN ?? '')
}

/** For development alone: nowhere else does a code stand in a log. */
const consoleGateway = (log: Log): SmsGateway => ({
  async sendCode({ phone, code, minutes }) {
    log.info({ code, minutes, phoneEnding: phone.slice(-2) }, 'short message')
  },
})

const httpGateway = (url: string, token: string): SmsGateway => ({
  async sendCode(message) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    // What the gateway answers may repeat the number: only the status is told.
    if (!response.ok) throw new Error(`the gateway for short messages answered ${response.status}`)
  },
})
