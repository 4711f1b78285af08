import type { BuiltFiles } from './host/built-files'

const KB = 1024
const MAIN_LIMIT = 900 * KB
const PACKAGE_LIMIT = 2048 * KB
const TOTAL_LIMIT = 30 * KB * KB

/** Bytes of each package; `main` is the main package. */
export const packageSizes = (built: BuiltFiles): Map<string, number> => {
  const sizes = new Map<string, number>([['main', 0]])
  for (const file of built.files) {
    const name = built.packageOf(file) ?? 'main'
    sizes.set(name, (sizes.get(name) ?? 0) + built.size(file))
  }
  return sizes
}

/** Packages that are too large, as sentences. */
export const checkSizes = (built: BuiltFiles): string[] => {
  const sizes = packageSizes(built)
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const findings = [...sizes]
    .filter(([name, size]) => size > (name === 'main' ? MAIN_LIMIT : PACKAGE_LIMIT))
    .map(([name, size]) => `package ${name} has ${Math.round(size / KB)} KB`)
  return total > TOTAL_LIMIT ? [...findings, `all packages have ${Math.round(total / KB)} KB`] : findings
}
