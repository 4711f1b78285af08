import { applyGridRedraw } from '@little-bench/config/grid-redraw'
import { parseConfig, readConfigFiles } from '@little-bench/config/load'
import type { LoadedConfig } from '@little-bench/config/model'
import { ConfigError, describeProblem } from '@little-bench/config/problem'
import type { Clock } from '../platform/clock/clock.ts'
import type { Database, DbOf, Trx } from '../platform/db/database.ts'
import type { Log } from '../platform/log/log.ts'
import { recordConfigVersion } from './config-version.repository.ts'
import { type AppliedRedraw, countAppliedRedraws, listAppliedRedraws, shareMapLock } from './grid-redraw.repository.ts'

export interface LiveConfig {
  /** What is in force now: the files, with every map of grid cells that was applied since. */
  current(): LoadedConfig
  applied(communityId: string): readonly AppliedRedraw[]
  /**
   * Looks once whether files or maps have changed. A change of the files is taken when two looks in a row agree, so
   * that a half-written file is never read, and only when all of it passes the checks.
   */
  look(): Promise<void>
  /** Works by the newest map until the transaction ends. Call it before any row is locked. */
  holdGridMap(trx: Trx, communityId: string): Promise<void>
  /** Takes the maps that any process has applied. */
  takeRedraws(db: DbOf<'grid_redraw' | 'config_version'>): Promise<void>
  /** How many problems keep the files that are there now from being taken. */
  countProblems(): number
  start(): Promise<void>
  stop(): void
}

interface Options {
  directory: string
  /** 0 looks only when it is told to. */
  lookEveryMs: number
  db: Database
  log: Log
  clock: Clock
  /** Called when something else is in force than before. */
  onChange(before: LoadedConfig, after: LoadedConfig): Promise<void>
}

type Files = Readonly<Record<string, string>>

/** Holds the configuration while the process runs. Throws ConfigError when the files cannot be used at the start. */
export const createLiveConfig = ({ directory, lookEveryMs, db, log, clock, onChange }: Options): LiveConfig => {
  let files = readConfigFiles(directory)
  let seen = files
  let refused: Files = {}
  let fromFiles = parseConfig(files)
  let redraws: AppliedRedraw[] = []
  let current = fromFiles
  let announced = fromFiles
  let problems: string[] = []
  let timer: NodeJS.Timeout | undefined

  const refuse = (found: string[]): void => {
    for (const problem of found) if (!problems.includes(problem)) log.error({ problem }, 'configuration not taken')
    problems = found
  }

  /** An item names the configuration that decided, so it is kept before it decides anything. */
  const putInForce = async (source: DbOf<'config_version'>, config: LoadedConfig): Promise<void> => {
    await recordConfigVersion(source, config, clock.now())
    current = config
  }

  const takeFiles = async (changed: Files): Promise<void> => {
    const parsed = parseConfig(changed)
    await putInForce(db, withRedraws(parsed, redraws, log))
    log.info({ hash: current.hash, files: changedNames(files, changed) }, 'configuration taken')
    ;[files, fromFiles] = [changed, parsed]
  }

  const lookAtFiles = async (): Promise<void> => {
    try {
      const found = readConfigFiles(directory)
      const isSteady = isSame(found, seen)
      seen = found
      if (!isSteady || isSame(found, refused)) return
      refused = found
      if (!isSame(found, files)) await takeFiles(found)
      refused = {}
      problems = []
    } catch (error) {
      refuse(problemsOf(error))
    }
  }

  const takeRedraws: LiveConfig['takeRedraws'] = async (source) => {
    const found = await listAppliedRedraws(source)
    if (found.length === redraws.length) return
    await putInForce(source, withRedraws(fromFiles, found, log))
    redraws = found
    log.info({ hash: current.hash, redraws: found.map(({ redrawId }) => redrawId) }, 'grid cells drawn anew')
  }

  const look: LiveConfig['look'] = async () => {
    await lookAtFiles()
    await takeRedraws(db)
    const [before, after] = [announced, current]
    if (after.hash === before.hash) return
    await recordConfigVersion(db, after, clock.now())
    await onChange(before, after)
    announced = after
  }

  return {
    current: () => current,
    applied: (communityId) => redraws.filter((redraw) => redraw.communityId === communityId),
    look,
    async holdGridMap(trx, communityId) {
      await shareMapLock(trx, communityId)
      // A statement of its own: the one that waited for the lock still sees what was there before it waited.
      const known = redraws.filter((redraw) => redraw.communityId === communityId).length
      if ((await countAppliedRedraws(trx, communityId)) !== known) await takeRedraws(trx)
    },
    takeRedraws,
    countProblems: () => problems.length,
    async start() {
      await putInForce(db, current)
      await takeRedraws(db)
      announced = current
      const again = (): void => {
        timer = setTimeout(() => {
          look()
            .catch((error: unknown) => log.error({ err: error }, 'configuration not looked at'))
            .finally(() => timer && again())
        }, lookEveryMs)
        timer.unref()
      }
      if (lookEveryMs > 0) again()
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

/** Files that already hold a map have dropped its redraw; every other applied one is applied to them again. */
const withRedraws = (config: LoadedConfig, redraws: readonly AppliedRedraw[], log: Log): LoadedConfig =>
  redraws.reduce((drawn, { communityId, redrawId }) => {
    const isThere = drawn.communities.get(communityId)?.gridRedraws.some(({ id }) => id === redrawId)
    if (isThere) return applyGridRedraw(drawn, communityId, redrawId)
    log.warn({ communityId, redrawId }, 'the files no longer hold an applied grid redraw')
    return drawn
  }, config)

const isSame = (a: Files, b: Files): boolean => changedNames(a, b).length === 0

const changedNames = (before: Files, after: Files): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]).sort()

const problemsOf = (error: unknown): string[] => {
  if (error instanceof ConfigError) return error.problems.map(describeProblem)
  return [error instanceof Error ? error.message : String(error)]
}
