import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** Where events go, with what WeChat's console was told. */
export interface PushTarget {
  url: string
  token: string
  /** 43 characters. */
  aesKey: string
}

export interface PushOptions {
  delayMs?: number
  /** It comes so many times more, as after an answer that got lost. */
  duplicate?: number
  /** Signed by somebody who does not know the token. */
  forged?: boolean
  /** Encrypted for another mini-program. */
  wrongAppId?: boolean
  /** 明文模式: not encrypted. */
  plain?: boolean
  /** Signed so long ago. */
  ageSeconds?: number
}

export interface PushAnswer {
  status: number
  text: string
}

const BLOCK = 32
const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.toSorted().join('')).digest('hex')

/** `msg_signature`: over the token, the time, the random word and what is encrypted. */
export const signatureOf = (...parts: string[]): string => sha1(...parts)

/** Sixteen random bytes, the length, the message and the app id, filled up to blocks of 32 bytes. */
export const encryptPush = (
  message: string,
  { aesKey, appId, random = randomBytes(16) }: { aesKey: string; appId: string; random?: Buffer },
): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(message))
  const plain = Buffer.concat([random, length, Buffer.from(message), Buffer.from(appId)])
  const missing = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString('base64')
}

/** One event, signed and encrypted, to the address that WeChat was told. */
export const postPush = async (
  event: Readonly<Record<string, unknown>>,
  target: PushTarget,
  { appId, now, options }: { appId: string; now: number; options: PushOptions },
): Promise<PushAnswer> => {
  const timestamp = String(Math.floor(now / 1000) - (options.ageSeconds ?? 0))
  const nonce = String(randomBytes(4).readUInt32BE())
  const token = options.forged ? `${target.token}x` : target.token
  const message = JSON.stringify(event)
  const encrypt = encryptPush(message, { ...target, appId: options.wrongAppId ? `${appId}0` : appId })
  const query = new URLSearchParams({ signature: signatureOf(token, timestamp, nonce), timestamp, nonce })
  if (!options.plain) {
    query.set('encrypt_type', 'aes')
    query.set('msg_signature', signatureOf(token, timestamp, nonce, encrypt))
  }
  const response = await fetch(`${target.url}?${query.toString()}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: options.plain ? message : JSON.stringify({ ToUserName: event['ToUserName'], Encrypt: encrypt }),
    signal: AbortSignal.timeout(5_000),
  })
  return { status: response.status, text: await response.text() }
}
