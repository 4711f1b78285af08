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

/** Each variable with what it is for: `shared/docs/environment.md` is made of this. */
export const Env = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe(
      '`production` refuses everything that is for development: demonstration people, codes in the log, public reports that nobody has looked at.',
    ),
  DATABASE_URL: z.string().min(1).describe('PostgreSQL 15 or newer, `postgres://…`.'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(100)
    .default(6)
    .describe(
      'Connections of this process; three for each processor: with more, a burst has them all wait for the processors.',
    ),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8787)
    .describe('Where it listens; `0` lets the system choose.'),
  HOST: z.string().default('0.0.0.0').describe('On which address; `127.0.0.1` behind a proxy on the same machine.'),
  FIELD_KEYS: fieldKeys.describe(
    '`id:key` pairs with 32 random bytes in base64, separated by commas: the first seals names, telephone numbers and facts in the database, all open them. Lost keys are lost values, so back them up apart from it.',
  ),
  LOOKUP_KEY: lookupKey.describe(
    '32 random bytes in base64: finds whole names, numbers and codes again; never changed while there are any.',
  ),
  CONFIG_DIR: z.string().min(1).describe("Folder of the communities' YAML files."),
  CONFIG_LOOK_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3_600_000)
    .default(2_000)
    .describe('Milliseconds between two looks at those files; `0` never looks again.'),
  PAGES_DIR: z.string().optional().describe('Folder of the built web pages; without it only the API is served.'),
  PAGES_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe(
      'Where residents find those pages, `https://…`, for links in texts; without it this machine alone finds them.',
    ),
  FILES_DIR: z
    .string()
    .min(1)
    .default('.data/files')
    .describe('Folder of photos and voice notes, shared by all processes; not used when FILES_S3_ENDPOINT is set.'),
  FILES_S3_ENDPOINT: z
    .url()
    .optional()
    .describe(
      "Keeps photos and voice notes in a storage that speaks S3 instead: all five, or none. The bucket is there and is nobody else's.",
    ),
  FILES_S3_BUCKET: z.string().min(1).optional().describe('With FILES_S3_ENDPOINT.'),
  FILES_S3_REGION: z.string().min(1).optional().describe('With FILES_S3_ENDPOINT.'),
  FILES_S3_ACCESS_KEY: z.string().min(1).optional().describe('With FILES_S3_ENDPOINT.'),
  FILES_S3_SECRET_KEY: z.string().min(1).optional().describe('With FILES_S3_ENDPOINT.'),
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/)
    .optional()
    .describe(
      "The mini-program's account: both, or none; without it nobody signs in or is told anything through WeChat.",
    ),
  WECHAT_APP_SECRET: z.string().min(16).optional().describe('With WECHAT_APP_ID; it stays on the server.'),
  WECHAT_API_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.weixin.qq.com')
    .transform((url) => url.replace(/\/+$/, ''))
    .describe("Where WeChat's server API is."),
  WECHAT_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(30_000)
    .default(5_000)
    .describe('Milliseconds after which a call to WeChat counts as lost; no request of a person waits longer for it.'),
  WECHAT_PUSH_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/)
    .optional()
    .describe(
      "What WeChat's console asks for to push events here: both, or none. The format there is JSON, the mode 安全模式.",
    ),
  WECHAT_PUSH_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/)
    .optional()
    .describe('With WECHAT_PUSH_TOKEN: the EncodingAESKey of the console.'),
  WECHAT_EDITION: z
    .enum(['formal', 'trial', 'developer'])
    .default('formal')
    .describe('Which edition of the mini-program a message opens.'),
  SMS_GATEWAY: z
    .enum(['none', 'console', 'http'])
    .default('none')
    .describe(
      'Who sends codes by short message: `console` writes them to the log and is refused in production, `http` calls SMS_URL.',
    ),
  SMS_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Gets `POST {"phone","code","minutes"}` with SMS_TOKEN as a bearer token and answers 2xx once the message is taken.',
    ),
  SMS_TOKEN: z.string().min(16).optional().describe('With SMS_URL.'),
  HOLD_PUBLIC_CONTENT: z
    .enum(['0', '1'])
    .default('1')
    .describe('`0` shows public reports before anybody has looked at them; refused in production.'),
  SCHEDULED_WORK: z
    .enum(['0', '1'])
    .default('1')
    .describe('`0` leaves what is due by the clock to the other processes on the same database.'),
  DEMO: z
    .enum(['0', '1'])
    .default('0')
    .describe('`1` offers sign-in by choosing a demonstration person; refused in production.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('From which level on lines are written.'),
  TRUST_PROXY: z
    .enum(['0', '1'])
    .default('0')
    .describe('`1` behind a reverse proxy that sets X-Forwarded-For: its last address is believed. Never without one.'),
  METRICS_TOKEN: z.string().min(16).optional().describe('When set, /metrics asks for it as a bearer token.'),
  RATE_LIMIT_READ: perMinute(1200).describe(
    'Requests per minute that read, by person, or by address without a session.',
  ),
  RATE_LIMIT_WRITE: perMinute(300).describe('The same for writes.'),
  RATE_LIMIT_SIGN_IN: perMinute(120).describe('The same for signing in.'),
  RATE_LIMIT_CODE: perMinute(10).describe('Tries of a code on paper per ten minutes and person.'),
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
