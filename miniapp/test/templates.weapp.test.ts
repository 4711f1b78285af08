import { expect, test } from 'vitest'
import { BUILT } from './built'
import { missingImports, styleMistakes, templateWarnings } from './check-templates'
import { readBuiltFiles } from './host/built-files'
import { compileWxml } from './host/wxml'

const built = readBuiltFiles(BUILT)

test('WeChat\u2019s own compiler takes every template', () => {
  const wxml = compileWxml(BUILT)
  for (const page of built.pages) {
    expect(wxml.render(`${page}.wxml`, '{"root":{"cn":[]}}').children).toEqual([])
  }
})

test('WeChat\u2019s own compiler takes every stylesheet', () => {
  expect(built.files.filter((file) => file.endsWith('.wxss')).length).toBeGreaterThan(3)
  expect(styleMistakes(built)).toEqual([])
})

test('every template that is imported exists', () => {
  expect(missingImports(built)).toEqual([])
})

test('the open-source template compiler finds no mistake either', () => {
  expect(templateWarnings(built)).toEqual([])
})
