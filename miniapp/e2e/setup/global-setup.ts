import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium'
import { installFonts } from './fonts'
import { type ServerOptions, startWholeServer } from './server'

export interface Stage {
  /** Where the server answers, without a slash at the end. */
  url: string
  databaseUrl: string
  /** Where the codes of short messages arrive. */
  telephoneUrl: string
  /** What the server logs. */
  serverLog: string
  chromium: { executable: string; environment: Record<string, string> }
  /** What a failed test leaves: pictures, console and server log. */
  failures: string
}

declare module 'vitest' {
  interface ProvidedContext {
    stage: Stage
  }
}

/** Starts the server and prepares the browser for all files; at the end only what failed tests left stays. */
export default async function setup(project: TestProject, options?: ServerOptions): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'little-bench-browser-'))
  const failures = mkdtempSync(join(tmpdir(), 'little-bench-failures-'))
  const remove = () => {
    rmSync(folder, { recursive: true, force: true })
    if (readdirSync(failures).length === 0) rmSync(failures, { recursive: true, force: true })
  }
  try {
    const { executable, libraries } = await findChromium()
    const environment = {
      FONTCONFIG_FILE: installFonts(folder),
      ...(libraries && { LD_LIBRARY_PATH: libraries }),
    }
    const serverLog = join(folder, 'server.log')
    const server = await startWholeServer(serverLog, options)
    project.provide('stage', {
      url: server.url,
      databaseUrl: server.databaseUrl,
      telephoneUrl: server.telephoneUrl,
      serverLog,
      chromium: { executable, environment },
      failures,
    })
    return async () => {
      await server.stop()
      remove()
    }
  } catch (error) {
    remove()
    throw error
  }
}
