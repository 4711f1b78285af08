import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { TEST_KEYS } from './keys.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
/** The same with a service that takes bookings of whoever asks. */
export const BOOKED_MAIN = fileURLToPath(new URL('booked-main.ts', import.meta.url))
const CONFIG_DIR = fileURLToPath(new URL('../../config/data', import.meta.url))
const NO_LIMITS = { RATE_LIMIT_READ: '1000000', RATE_LIMIT_WRITE: '1000000', RATE_LIMIT_SIGN_IN: '1000000' }

/** The server as a program of its own, which a test may kill. */
export interface ServerProcess {
  url: string
  /** As `kill -9` does it; resolves when it is gone. */
  kill(): Promise<void>
}

/** Starts it on a database, which it migrates, and waits until it answers. */
export const startServerProcess = async (databaseUrl: string, main = MAIN): Promise<ServerProcess> => {
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
  }
  const child = fork(main, { execArgv: ['--import', 'tsx'], env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const exited = once(child, 'exit')
  const [message]: { url?: string; message?: string }[] = await once(child, 'message')
  if (message?.url === undefined) throw new Error(message?.message ?? 'the server said nothing')
  return {
    url: message.url.replace('localhost', '127.0.0.1'),
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
