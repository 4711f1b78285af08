import Taro from '@tarojs/taro'
import { afterEach, expect, test } from 'vitest'
import { isRefused } from '../platform/is-refused'
import { choosePhotos } from './choose-photos.weapp'

afterEach(() => void Reflect.deleteProperty(Taro, 'chooseMedia'))

const failWith = (errMsg: string) => Object.assign(Taro, { chooseMedia: async () => Promise.reject({ errMsg }) })
const choose = () => choosePhotos({ from: 'camera', count: 1, onChosen: () => undefined })

test('whoever thinks better of it has chosen none', async () => {
  failWith('chooseMedia:fail cancel')
  expect(await choose()).toEqual([])
})

test('a refusal is told apart from a photo that went wrong', async () => {
  failWith('chooseMedia:fail privacy permission is not authorized')
  expect(isRefused(await choose().catch((failure: unknown) => failure))).toBe(true)
  failWith('chooseMedia:fail no space left')
  expect(isRefused(await choose().catch((failure: unknown) => failure))).toBe(false)
})
