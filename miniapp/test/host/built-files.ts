import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export interface SubPackage {
  root: string
  pages: string[]
}

export interface AppJson extends Record<string, unknown> {
  pages: string[]
  subPackages: SubPackage[]
}

/** What `taro build --type weapp` made, read as WeChat reads it. */
export interface BuiltFiles {
  root: string
  app: AppJson
  /** Every page, as its path without an extension. */
  pages: string[]
  /** Every file below the root, with `/` between folders. */
  files: string[]
  read: (file: string) => string
  has: (file: string) => boolean
  size: (file: string) => number
  /** The subpackage that a file belongs to; undefined for the main package. */
  packageOf: (file: string) => string | undefined
}

/** Throws when there is no app.json: the mini-program was not built. */
export const readBuiltFiles = (root: string): BuiltFiles => {
  const at = (file: string) => path.join(root, file)
  if (!existsSync(at('app.json'))) throw new Error(`no mini-program in ${root}: build it first (pnpm build:weapp)`)
  const app: AppJson = JSON.parse(readFileSync(at('app.json'), 'utf8'))
  const subPackages = app.subPackages ?? []
  const pages = [...app.pages, ...subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))]
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => statSync(at(file)).isFile())
    .sort()
  return {
    root,
    app: { ...app, subPackages },
    pages,
    files,
    read: (file) => readFileSync(at(file), 'utf8'),
    has: (file) => existsSync(at(file)),
    size: (file) => statSync(at(file)).size,
    packageOf: (file) => subPackages.find((sub) => file.startsWith(`${sub.root}/`))?.root,
  }
}
