import type { StateStorage } from 'zustand/middleware'

/** What is kept until this window is closed, and is seen by no other window. */
export const visitStorage: StateStorage = {
  getItem: (name) => attempt(() => sessionStorage.getItem(name)) ?? null,
  setItem: (name, value) => attempt(() => sessionStorage.setItem(name, value)),
  removeItem: (name) => attempt(() => sessionStorage.removeItem(name)),
}

/** A browser that forbids storage still shows the page. */
const attempt = <R>(act: () => R): R | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}
