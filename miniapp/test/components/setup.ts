import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { useDisplaySettings } from '../../src/platform/display-settings'
import { setOnline } from '../../src/platform/network-state'
import { reloadOutbox } from '../../src/platform/outbox/outbox.store'
import { useSession } from '../../src/platform/session'
import { reloadWrites } from '../../src/platform/waiting-writes'
import { visited } from './taro-api'

// A constant of the build in the real app; tests of calls point it at a server of their own.
Reflect.set(globalThis, 'API_BASE', '')
// Nothing scrolls without a layout.
Element.prototype.scrollIntoView = () => undefined
// Real answers over HTTP on a busy machine: how fast they are is not what is tested.
configure({ asyncUtilTimeout: 5000 })

afterEach(() => {
  Reflect.set(globalThis, 'API_BASE', '')
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  visited.length = 0
  localStorage.clear()
  sessionStorage.clear()
  reloadOutbox()
  reloadWrites()
  useSession.setState(useSession.getInitialState())
  useDisplaySettings.setState(useDisplaySettings.getInitialState())
  setOnline(true)
})
