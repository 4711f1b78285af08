import { z } from 'zod'

const perMinute = (fallback: number) => z.coerce.number().int().positive().default(fallback)

const KEY_BYTES = 32
const keyOf = (text: string): Buffer => Buffer.from(text, 'base64')
const isKey = (text: string): boolean => keyOf(text).length === KEY_BYTES

/** `2026a:<key>,2025b:<key>`: the first seals, the others still open what they sealed. */
const fieldKeys = z
  .string()
  .transform((text) =>
    text.split(',').map((part) => {
      const [id = '', key = ''] = part.split(':')
      return { id, key }
    }),
  )
  .refine((keys) => keys.every(({ id, key }) => /^[a-z0-9]{1,20}$/.test(id) && isKey(key)), {
    message: 'needs id:key pairs with 32 bytes in base64, separated by commas',
  })
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, { message: 'names a key twice' })
  .transform((keys) => keys.map(({ id, key }) => ({ id, key: keyOf(key) })))
const lookupKey = z.string().refine(isKey, { message: 'needs 32 bytes in base64' }).transform(keyOf)

const Env = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** PostgreSQL 15 or newer, `postgres://…`. */
  DATABASE_URL: z.string().min(1),
  /** Connections of this process; three for each processor: with more, a burst has them all wait for the processors. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(6),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().default('0.0.0.0'),
  /** Seal names, telephone numbers and facts in the database; lost keys are lost values, so back them up apart from it. */
  FIELD_KEYS: fieldKeys,
  /** Finds whole names, numbers and codes again; never changed while there are any. */
  LOOKUP_KEY: lookupKey,
  /** Folder of the communities' YAML files. */
  CONFIG_DIR: z.string().min(1),
  /** Milliseconds between two looks at those files; `0` never looks again. */
  CONFIG_LOOK_MS: z.coerce.number().int().min(0).max(3_600_000).default(2_000),
  /** Folder of the built web pages; without it only the API is served. */
  PAGES_DIR: z.string().optional(),
  /** Where residents find those pages, `https://…`, for links in texts; without it this machine alone finds them. */
  PAGES_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Folder of photos and voice notes, shared by all processes; not used when FILES_S3_ENDPOINT is set. */
  FILES_DIR: z.string().min(1).default('.data/files'),
  /** Keep them in a storage that speaks S3 instead: all five, or none. The bucket is there and is nobody else's. */
  FILES_S3_ENDPOINT: z.url().optional(),
  FILES_S3_BUCKET: z.string().min(1).optional(),
  FILES_S3_REGION: z.string().min(1).optional(),
  FILES_S3_ACCESS_KEY: z.string().min(1).optional(),
  FILES_S3_SECRET_KEY: z.string().min(1).optional(),
  /** The mini-program's account: both, or none; without them nobody signs in or is told anything through WeChat. */
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/)
    .optional(),
  WECHAT_APP_SECRET: z.string().min(16).optional(),
  /** Where WeChat's server API is. */
  WECHAT_API_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.weixin.qq.com'),
  /** Milliseconds after which a call to WeChat counts as lost; no request of a person waits longer for it. */
  WECHAT_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(5_000),
  /** What WeChat's console asks for to push events here: both, or none. The format there is JSON, the mode 安全模式. */
  WECHAT_PUSH_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/)
    .optional(),
  WECHAT_PUSH_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/)
    .optional(),
  /** Which edition of the mini-program a message opens. */
  WECHAT_EDITION: z.enum(['formal', 'trial', 'developer']).default('formal'),
  /** Who sends codes by short message: `console` writes them to the log and is refused in production, `http` calls SMS_URL. */
  SMS_GATEWAY: z.enum(['none', 'console', 'http']).default('none'),
  /** Gets `POST {"phone","code","minutes"}` with SMS_TOKEN as a bearer token and answers 2xx once the message is taken. */
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().min(16).optional(),
  /** `0` shows public reports before anybody has looked at them; refused in production. */
  HOLD_PUBLIC_CONTENT: z.enum(['0', '1']).default('1'),
  /** `0` leaves what is due by the clock to the other processes on the same database. */
  SCHEDULED_WORK: z.enum(['0', '1']).default('1'),
  /** `1` offers sign-in by choosing a demonstration person; refused in production. */
  DEMO: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** `1` when a reverse proxy sets X-Forwarded-For. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  /** When set, /metrics asks for it as a bearer token. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Requests per minute, by person, or by address without a session. */
  RATE_LIMIT_READ: perMinute(1200),
  RATE_LIMIT_WRITE: perMinute(300),
  RATE_LIMIT_SIGN_IN: perMinute(120),
  /** Tries of a code on paper per ten minutes and person. */
  RATE_LIMIT_CODE: perMinute(10),
})

export type Env = z.infer<typeof Env>

/** The environment is wrong: the message names variables and rules, never values. */
export class EnvError extends Error {}

type Source = Record<string, string | undefined>

const parse = <Schema extends z.ZodType>(schema: Schema, source: Source): z.infer<Schema> => {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new EnvError(`Environment: ${problems.join('; ')}`)
}

/** The keys alone, for a command that needs nothing else. */
export const readSealingKeys = (source: Source): { fieldKeys: Env['FIELD_KEYS']; lookupKey: Env['LOOKUP_KEY'] } => {
  const keys = parse(Env.pick({ FIELD_KEYS: true, LOOKUP_KEY: true }), source)
  return { fieldKeys: keys.FIELD_KEYS, lookupKey: keys.LOOKUP_KEY }
}

const S3_NAMES = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_REGION',
  'FILES_S3_ACCESS_KEY',
  'FILES_S3_SECRET_KEY',
] as const

/** All of these, or none of them. */
const needAll = (env: Env, names: readonly (keyof Env)[], what: string, { isNeeded = false } = {}): void => {
  const missing = names.filter((name) => env[name] === undefined)
  if (missing.length > 0 && (isNeeded || missing.length < names.length)) {
    throw new EnvError(`Environment: ${missing.join(', ')}: needed for ${what}`)
  }
}

/** Reads and checks the environment once, at start. */
export const readEnv = (source: Source): Env => {
  const env = parse(Env, source)
  if (env.DEMO === '1' && env.NODE_ENV === 'production') {
    throw new EnvError('Environment: DEMO: demonstration sign-in never runs in production')
  }
  if (env.NODE_ENV === 'production' && env.SMS_GATEWAY === 'console') {
    throw new EnvError('Environment: SMS_GATEWAY: codes in a log are for development')
  }
  if (env.NODE_ENV === 'production' && env.HOLD_PUBLIC_CONTENT === '0') {
    throw new EnvError('Environment: HOLD_PUBLIC_CONTENT: in production somebody looks first')
  }
  needAll(env, S3_NAMES, 'a storage that speaks S3')
  needAll(env, ['WECHAT_APP_ID', 'WECHAT_APP_SECRET'], "the mini-program's account")
  needAll(env, ['WECHAT_PUSH_TOKEN', 'WECHAT_PUSH_AES_KEY'], 'events of WeChat')
  // What is encrypted names the account that it is for.
  if (env.WECHAT_PUSH_TOKEN) needAll(env, ['WECHAT_APP_ID'], 'events of WeChat', { isNeeded: true })
  if (env.SMS_GATEWAY === 'http') needAll(env, ['SMS_URL', 'SMS_TOKEN'], 'short messages', { isNeeded: true })
  return env
}
