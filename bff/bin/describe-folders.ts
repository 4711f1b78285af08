import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult } from 'dependency-cruiser'

const root = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = ['shared/src', 'config/src', 'bff/src', 'miniapp/src']

/** `bff/src/issues/issue.routes.ts` → `bff/issues`; a file directly in `src` stands for itself. */
const folderOf = (path: string): string | undefined => {
  const [, name, place] = /^(shared|config|bff|miniapp)\/src\/([^/]+)/.exec(path) ?? []
  return name === undefined || place === undefined ? undefined : `${name}/${place.replace(/\.\w+$/, '')}`
}

const nodeOf = (folder: string): string => folder.replace(/\W/g, '_')

const arrowsOf = (result: ICruiseResult): string[] => {
  const arrows = new Set<string>()
  for (const module of result.modules) {
    if (/\.test\.tsx?$/.test(module.source)) continue
    const from = folderOf(module.source)
    for (const { resolved } of module.dependencies) {
      const to = folderOf(resolved)
      if (from && to && from !== to) arrows.add(`    ${nodeOf(from)}["${from}"] --> ${nodeOf(to)}["${to}"]`)
    }
  }
  return [...arrows].toSorted()
}

const graph = (name: string, arrows: readonly string[]): string[] => {
  const own = arrows.filter(
    (arrow) => arrow.includes(`["${name}/`) && arrow.split('-->').every((end) => end.includes(`"${name}/`)),
  )
  return [`## ${name}`, '', '```mermaid', 'flowchart LR', ...own, '```', '']
}

/** Which folder imports which, for each package, in Markdown. */
export const describeFolders = async (): Promise<string> => {
  const { output } = await cruise(
    SOURCES,
    {
      baseDir: root,
      exclude: { path: 'node_modules' },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
    },
    { extensions: ['.ts', '.tsx'] },
  )
  if (typeof output === 'string') throw new Error(output)
  const arrows = arrowsOf(output)
  return [
    '# Who imports whom',
    '',
    'Generated from the imports by `pnpm generate`; the rules are in `.dependency-cruiser.cjs`.',
    '',
    ...['bff', 'miniapp', 'shared'].flatMap((name) => graph(name, arrows)),
  ].join('\n')
}
