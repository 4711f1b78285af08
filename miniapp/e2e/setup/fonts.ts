import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { woffToSfnt } from './woff-to-sfnt'

const HAN = {
  packageName: '@fontsource/noto-sans-sc',
  family: 'Noto Sans SC',
  subsets: ['chinese-simplified', 'latin'],
}
const TIBETAN = {
  packageName: '@fontsource/noto-serif-tibetan',
  family: 'Noto Serif Tibetan',
  subsets: ['tibetan', 'latin'],
}
const WEIGHTS = { '400': 'regular', '600': 'demibold' } as const

/**
 * Makes a folder of fonts for a machine that has none, and gives the fontconfig file that a browser reads through
 * FONTCONFIG_FILE.
 */
export const installFonts = (folder: string): string => {
  const require = createRequire(import.meta.url)
  const files = join(folder, 'fonts')
  mkdirSync(files, { recursive: true })
  for (const { packageName, subsets } of [HAN, TIBETAN]) {
    const from = join(dirname(require.resolve(`${packageName}/package.json`)), 'files')
    const prefix = packageName.replace('@fontsource/', '')
    for (const name of subsets.flatMap((subset) => Object.keys(WEIGHTS).map((weight) => `${subset}-${weight}`))) {
      const woff = readFileSync(join(from, `${prefix}-${name}-normal.woff`))
      writeFileSync(join(files, `${prefix}-${name}.ttf`), woffToSfnt(woff))
    }
  }
  const settings = join(folder, 'fonts.conf')
  writeFileSync(settings, fontconfig(files, join(folder, 'font-cache')))
  return settings
}

/** The subsets carry names of their own (「Noto Sans SC Thin」); the file name says better what they are. */
const fontconfig = (files: string, cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${files}</dir>
  <cachedir>${cache}</cachedir>
${named('noto-sans-sc', HAN.family)}${named('noto-serif-tibetan', TIBETAN.family)}${weighted()}${generic('sans-serif', HAN.family)}${generic('serif', TIBETAN.family)}</fontconfig>
`

const scanned = (part: string, property: string, value: string) => `  <match target="scan">
    <test name="file" compare="contains"><string>${part}</string></test>
    <edit name="${property}" mode="assign" binding="same">${value}</edit>
  </match>
`
const named = (part: string, family: string) => scanned(part, 'family', `<string>${family}</string>`)
const weighted = () =>
  Object.entries(WEIGHTS)
    .map(([weight, name]) => scanned(`-${weight}.ttf`, 'weight', `<const>${name}</const>`))
    .join('')
const generic = (name: string, family: string) =>
  `  <alias><family>${name}</family><prefer><family>${family}</family></prefer></alias>\n`
