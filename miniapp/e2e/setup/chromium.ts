import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url))

export interface Chromium {
  executable: string
  /** Where its libraries are when the machine has none; else empty. */
  libraries: string
}

/**
 * The Chromium that comes inside an npm package, unpacked once for each version. CHROMIUM names another one, for
 * machines that this package does not serve.
 */
export const findChromium = async (): Promise<Chromium> => {
  const given = process.env['CHROMIUM']
  if (given) return { executable: given, libraries: '' }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The Chromium of the npm packages runs on Linux x64 only: set CHROMIUM to the path of another one.')
  const folder = join(CACHE, versionOfPackage())
  if (!existsSync(folder)) await unpack(folder)
  const executable = join(folder, 'chromium')
  return { executable, libraries: hasItsLibraries(executable) ? '' : join(folder, 'al2023', 'lib') }
}

const versionOfPackage = (): string => {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const described: unknown = JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8'))
  return String(typeof described === 'object' && described !== null && Reflect.get(described, 'version'))
}

/** Fills a folder of another name first: an unpacking that was killed leaves nothing that looks whole. */
const unpack = async (folder: string) => {
  mkdirSync(CACHE, { recursive: true })
  const unfinished = mkdtempSync(join(CACHE, 'unfinished-'))
  const temporary = process.env['TMPDIR']
  // The package unpacks to the system's temporary folder, where another version may lie.
  process.env['TMPDIR'] = unfinished
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
    await inflate(join(packed, 'al2023.tar.br'))
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another run may have finished it meanwhile.
    if (!existsSync(folder)) throw error
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
}

const hasItsLibraries = (executable: string): boolean => {
  try {
    return !execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found')
  } catch {
    return false
  }
}
