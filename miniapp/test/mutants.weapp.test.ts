import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { BUILT } from './built'
import { checkAppJson } from './check-app-json'
import { checkSizes } from './check-sizes'
import { missingImports, styleMistakes } from './check-templates'
import { readBuiltFiles } from './host/built-files'
import { visitShortly } from './short-visit'

// A check that cannot fail checks nothing: each of these breaks a copy of the built files in one place.

const copies: string[] = []

afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true, force: true })
})

const HOME = 'home/pages/index/index'

/** A copy in which one file was changed; throws when the change found nothing to change. */
const broken = (file: string, change: (text: string) => string): string => {
  const root = mkdtempSync(path.join(tmpdir(), 'little-bench-mutant-'))
  copies.push(root)
  cpSync(BUILT, root, { recursive: true })
  const before = readFileSync(path.join(root, file), 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`${file}: nothing was changed`)
  writeFileSync(path.join(root, file), after)
  return root
}

/** Runs on the phone before the rest of the file, and swallows its own error, as a library would. */
const before = (code: string) => (text: string) => `try { ${code} } catch (error) {}\n${text}`

/** Everything a visit finds, its own failure included. */
const findings = async (root: string): Promise<string> => {
  try {
    return (await visitShortly(root)).join('\n')
  } catch (error) {
    return String(error)
  }
}

test('the files as they were built pass the short visit', async () => {
  expect(await visitShortly(BUILT)).toEqual([])
})

test.each([
  ['window', 'window.innerWidth', /forbidden: window/],
  ['document', 'globalThis.document.title', /forbidden: document/],
  ['Intl', 'new Intl.DateTimeFormat("zh")', /forbidden: Intl/],
  ['eval', 'eval("1")', /forbidden: eval/],
  ['new Function', 'new Function("return 1")()', /forbidden: new Function/],
  ['code from a constructor', '(() => {}).constructor("return 1")()', /forbidden: Function/],
  ['an interface that WeChat lacks', 'wx.startTeleport()', /wx\.startTeleport does not exist/],
])('a page that uses %s is caught, even when it swallows the error', async (_name, code, finding) => {
  expect(await findings(broken(`${HOME}.js`, before(code)))).toMatch(finding)
})

test('asking what an unknown global is does no harm', async () => {
  expect(await visitShortly(broken(`${HOME}.js`, before('typeof window === "undefined" || 1')))).toEqual([])
})

test('elements that no longer listen are caught', async () => {
  const root = broken('base.wxml', (text) => text.replaceAll('bindtap="eh"', ''))
  expect(await findings(root)).toMatch(/nothing listens/)
})

test('a page that never hands over its data is caught', async () => {
  const root = broken('taro.js', (text) => text.replaceAll('.setData(', '.setDate('))
  expect(await findings(root)).toMatch(/setDate is not a function|anything is not on/)
})

test('lost roles are caught', async () => {
  const root = broken('base.wxml', (text) => text.replaceAll(/aria-role="[^"]*"/g, ''))
  expect(await findings(root)).toMatch(/no name:|something to tap/)
})

test('an error in a handler is caught', async () => {
  const root = broken(`${HOME}.js`, (text) => text.replaceAll('issues/pages/report/index', 'issues/pages/raport/index'))
  expect(await findings(root)).toMatch(/not found|on home/)
})

test('code of another subpackage is caught', async () => {
  const root = broken(`${HOME}.js`, (text) => `require('../../../issues/pages/list/index');${text}`)
  expect(await findings(root)).toMatch(/of the subpackage issues/)
})

test('an expression that WXML cannot read is caught', async () => {
  const root = broken('base.wxml', (text) => text.replace('{{i.st}}', '{{i.st +}}'))
  expect(await findings(root)).toMatch(/\.wxml/)
})

test('a template that was not built is caught', () => {
  const root = broken(`${HOME}.wxml`, (text) => text.replace('base.wxml', 'bass.wxml'))
  expect(missingImports(readBuiltFiles(root))).toEqual([`${HOME}.wxml imports bass`])
})

test('a selector that WXSS refuses is caught', () => {
  const root = broken('app-origin.wxss', (text) => `${text}\n.lb-root > * { color: red }`)
  expect(styleMistakes(readBuiltFiles(root)).join()).toContain('app-origin.wxss')
})

test('a page without its code, an unknown key and an undeclared interface are caught', () => {
  const root = broken('app.json', (text) =>
    text.replace('"pages":[', '"pages":["home/pages/lost/index",').replace('"requiredPrivateInfos"', '"requiredInfos"'),
  )
  const found = checkAppJson(readBuiltFiles(root)).join('\n')
  expect(found).toContain('home/pages/lost/index.js is missing')
  expect(found).toContain('unknown key "requiredInfos"')
  expect(found).toContain('getLocation is called and not in requiredPrivateInfos')
})

test('a privacy question that is switched off, asked twice, or cannot be answered is caught', () => {
  const off = broken('app.json', (text) => text.replace('"__usePrivacyCheck__":true', '"__usePrivacyCheck__":false'))
  expect(checkAppJson(readBuiltFiles(off))).toEqual(['__usePrivacyCheck__ is not true'])
  const twice = broken(`${HOME}.js`, before('wx.onNeedPrivacyAuthorization(() => undefined)'))
  expect(checkAppJson(readBuiltFiles(twice)).join()).toMatch(/is registered in 2 places/)
  const deaf = broken('base.wxml', (text) => text.replaceAll('bindagreeprivacyauthorization', 'bindagree'))
  expect(checkAppJson(readBuiltFiles(deaf))).toEqual(['no button listens to an agreement'])
})

test('a permission that is asked without words, or with too many, is caught', () => {
  const silent = broken('app.json', (text) => text.replace('"scope.userLocation"', '"scope.somewhere"'))
  expect(checkAppJson(readBuiltFiles(silent))).toEqual(['no words for scope.userLocation'])
  const long = broken('app.json', (text) => text.replace(/"desc":"[^"]*"/, `"desc":"${'字'.repeat(31)}"`))
  expect(checkAppJson(readBuiltFiles(long)).join()).toMatch(/^too long/)
})

test('a main package of more than 900 KB is caught', () => {
  const root = broken('taro.js', (text) => text + ' '.repeat(900 * 1024))
  expect(checkSizes(readBuiltFiles(root)).join()).toMatch(/package main has \d+ KB/)
})
