import { createRequire } from 'node:module'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { BuiltFiles } from './host/built-files'

type CompileStyles = (root: string, files: string[], options: { maxBuffer: number }) => Record<string, string> | Error
// Not the package's front: that one loses the compiler's words.
const compileStyles = createRequire(import.meta.url)('miniprogram-compiler/src/wcsc.js') as CompileStyles

const MAX_OUTPUT = 64 * 1024 * 1024

/** What WeChat's wcsc says against the stylesheets; one mistake and the phone shows none of them. */
export const styleMistakes = (built: BuiltFiles): string[] => {
  const styles = built.files.filter((file) => file.endsWith('.wxss')).map((file) => file.replace(/\.wxss$/, ''))
  const compiled = compileStyles(built.root, styles, { maxBuffer: MAX_OUTPUT })
  return compiled instanceof Error ? [compiled.message.trim()] : []
}

const templatesOf = (built: BuiltFiles) => built.files.filter((file) => file.endsWith('.wxml'))
const pathOf = (file: string) => file.replace(/\.wxml$/, '')

/** Imports and includes of files that were not built: wcc renders nothing for them, and says nothing. */
export const missingImports = (built: BuiltFiles): string[] => {
  const group = new TmplGroup()
  const templates = templatesOf(built)
  for (const file of templates) group.addTmpl(pathOf(file), built.read(file))
  const known = templates.map(pathOf)
  const missing = templates.flatMap((file) =>
    group
      .getDirectDependencies(pathOf(file))
      .map((wanted: unknown) => pathOf(String(wanted)))
      .filter((wanted) => !known.includes(wanted))
      .map((wanted) => `${file} imports ${wanted}`),
  )
  group.free()
  return missing
}

/** Errors and warnings of the template compiler that WeChat publishes. */
export const templateWarnings = (built: BuiltFiles): string[] =>
  templatesOf(built).flatMap((file) => {
    const group = new TmplGroup()
    const found: unknown = group.addTmpl(pathOf(file), built.read(file))
    group.free()
    return Array.isArray(found) ? found.map((each) => `${file}: ${String(each)}`) : []
  })
