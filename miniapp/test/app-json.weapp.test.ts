import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BUILT } from './built'
import { checkAppJson } from './check-app-json'
import { checkSizes } from './check-sizes'
import { readBuiltFiles } from './host/built-files'

const SOURCE = path.resolve(import.meta.dirname, '../src')
const built = readBuiltFiles(BUILT)

test('app.json says nothing that WeChat does not know, and every page it names is complete', () => {
  expect(checkAppJson(built)).toEqual([])
})

test('every folder of pages is a package of its own; only home is in the main package', () => {
  const features = readdirSync(SOURCE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(path.join(SOURCE, entry.name)).includes('pages'))
    .map(({ name }) => name)
  const roots = ['home', ...built.app.subPackages.map(({ root }) => root)]
  expect(roots.sort()).toEqual(features.sort())
  expect(built.app.pages.every((page) => page.startsWith('home/'))).toBe(true)
})

test('the folder that is uploaded says whose it is', () => {
  const { appid, miniprogramRoot }: Record<string, unknown> = JSON.parse(built.read('project.config.json'))
  expect({ appid, miniprogramRoot }).toEqual({
    appid: process.env['TARO_APP_ID'] ?? 'touristappid',
    miniprogramRoot: './',
  })
})

test('the main package is under 900 KB, each package under 2 MB and all together under 30 MB', () => {
  expect(built.files.length).toBeGreaterThan(20)
  expect(checkSizes(built)).toEqual([])
})
