import Taro from '@tarojs/taro'
import type { StateStorage } from 'zustand/middleware'

/** What is stored under the key, parsed; undefined when there is nothing, or nothing we understand. */
export const readStored = <T>(key: string, parse: (stored: unknown) => T | undefined): T | undefined => {
  try {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? parse(JSON.parse(text)) : undefined
  } catch {
    // A broken or unreadable entry must never keep a page from opening.
    return undefined
  }
}

/** False when the phone refused (WeChat: 10 MB in all, 1 MB a key; a browser: private mode). */
export const writeStored = (key: string, value: unknown): boolean => {
  try {
    Taro.setStorageSync(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export const removeStored = (key: string): void => {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // Nothing to do: what cannot be removed is overwritten by the next write.
  }
}

/** The same storage for zustand's persist. */
export const deviceStorage: StateStorage = {
  getItem: (name) => readStored(name, (stored) => (typeof stored === 'string' ? stored : undefined)) ?? null,
  setItem: (name, value) => {
    writeStored(name, value)
  },
  removeItem: removeStored,
}
