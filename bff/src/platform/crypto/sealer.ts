import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Keys of 32 bytes by id. The first of `fieldKeys` seals; all of them open. */
export interface SealingKeys {
  fieldKeys: readonly { id: string; key: Buffer }[]
  /** For look-ups; apart from the others, so that these can be rotated without it. */
  lookupKey: Buffer
}

/** Encrypts what a copied database must not give away. `purpose` is where a value stands: elsewhere it does not open. */
export interface Sealer {
  /** `v1.<key id>.<nonce>.<ciphertext and tag>`, AES-256-GCM. */
  seal(text: string, purpose: string): string
  /** Throws when the value was changed, moved to another place, or sealed with a key that is gone. */
  open(sealed: string, purpose: string): string
  /** Whether it is sealed with the present key; the others are waiting for rotation. */
  isCurrent(sealed: string): boolean
  /** The same for the same text, and of no use to whoever lacks the key: to find a whole name, number or code again. */
  fingerprint(text: string, purpose: string): string
}

const VERSION = 'v1'
const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** A shorter tag, which Node would take, is easier to forge. */
const TAG = { authTagLength: TAG_BYTES }

const partsOf = (sealed: string): { keyId: string; nonce: Buffer; body: Buffer } => {
  const [version, keyId, nonce, body] = sealed.split('.')
  if (version !== VERSION || !keyId || !nonce || !body) throw new Error('this is no sealed value')
  return { keyId, nonce: Buffer.from(nonce, 'base64url'), body: Buffer.from(body, 'base64url') }
}

export const createSealer = ({ fieldKeys, lookupKey }: SealingKeys): Sealer => {
  const [current] = fieldKeys
  if (!current) throw new Error('no key to seal with')
  return {
    seal(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, current.key, nonce, TAG).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [VERSION, current.id, nonce.toString('base64url'), body.toString('base64url')].join('.')
    },
    open(sealed, purpose) {
      const { keyId, nonce, body } = partsOf(sealed)
      const found = fieldKeys.find(({ id }) => id === keyId)
      if (!found) throw new Error(`no key ${keyId} to open a sealed value with`)
      const decipher = createDecipheriv(ALGORITHM, found.key, nonce, TAG).setAAD(Buffer.from(purpose))
      decipher.setAuthTag(body.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
    },
    isCurrent: (sealed) => partsOf(sealed).keyId === current.id,
    fingerprint: (text, purpose) => createHmac('sha256', lookupKey).update(`${purpose}\n${text}`).digest('base64url'),
  }
}
