import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { TEST_KEYS } from './keys.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
/** The same with a service that takes bookings of whoever asks. */
export const BOOKED_MAIN = fileURLToPath(new URL('booked-main.ts', import.meta.url))
/** The same, which calls WeChat as often as it is told to. */
export const WECHAT_MAIN = fileURLToPath(new URL('wechat-main.ts', import.meta.url))
const CONFIG_DIR = fileURLToPath(new URL('../../config/data', import.meta.url))
const NO_LIMITS = { RATE_LIMIT_READ: '1000000', RATE_LIMIT_WRITE: '1000000', RATE_LIMIT_SIGN_IN: '1000000' }

/** The server as a program of its own, which a test may kill. */
export interface ServerProcess {
  url: string
  /** Tells it something, and answers what it says to that. */
  tell<Answer>(message: object): Promise<Answer>
  /** As `kill -9` does it; resolves when it is gone. */
  kill(): Promise<void>
}

/** Starts it on a database, which it migrates, and waits until it answers. */
export const startServerProcess = async (
  databaseUrl: string,
  main = MAIN,
  environment: Record<string, string> = {},
): Promise<ServerProcess> => {
  const env = {
    ...process.env,
    ...NO_LIMITS,
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    CONFIG_DIR,
    DEMO: '1',
    HOLD_PUBLIC_CONTENT: '0',
    ...TEST_KEYS,
    PORT: '0',
    ...environment,
  }
  const child = fork(main, { execArgv: ['--import', 'tsx'], env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const exited = once(child, 'exit')
  const [message]: { url?: string; message?: string }[] = await once(child, 'message')
  if (message?.url === undefined) throw new Error(message?.message ?? 'the server said nothing')
  return {
    url: message.url.replace('localhost', '127.0.0.1'),
    async tell<Answer>(said: object) {
      const answered = once(child, 'message')
      child.send(said)
      const [answer]: Answer[] = await answered
      if (answer === undefined) throw new Error('the server said nothing')
      return answer
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
