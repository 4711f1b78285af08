import type { StateStorage } from 'zustand/middleware'

const kept = new Map<string, string>()

/** WeChat has nothing that lasts only as long as a visit but the memory of the app. */
export const visitStorage: StateStorage = {
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => void kept.set(name, value),
  removeItem: (name) => void kept.delete(name),
}
