// Waits until the process at the other end of stdin is gone, then ends the PostgreSQL of a test run and removes its
// folders. Usage: node remove-with-parent.mjs <home of the PostgreSQL> <folder> …
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPostmaster } from '../bin/postmaster.mjs'

const [home, ...folders] = process.argv.slice(2)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
process.stdin.on('error', () => {})
await new Promise((resolve) => {
  process.stdin.on('close', resolve).resume()
})

const cluster = join(home, 'cluster')
for (let signal = 'SIGQUIT', waited = 0; findPostmaster(cluster); waited += 50) {
  if (waited > 10_000) signal = 'SIGKILL'
  if (waited % 1000 === 0) process.kill(findPostmaster(cluster), signal)
  await sleep(50)
}
for (const folder of [home, ...folders]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
