import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { useDisplaySettings } from '../../src/platform/display-settings'
import { setOnline } from '../../src/platform/network-state'
import { reloadOutbox } from '../../src/platform/outbox/outbox.store'
import { useSession } from '../../src/platform/session'
import { reloadWrites } from '../../src/platform/waiting-writes'

// A constant of the build in the real app; tests of calls point it at a server of their own.
Reflect.set(globalThis, 'API_BASE', '')

afterEach(() => {
  Reflect.set(globalThis, 'API_BASE', '')
  cleanup()
  localStorage.clear()
  reloadOutbox()
  reloadWrites()
  useSession.setState(useSession.getInitialState())
  useDisplaySettings.setState(useDisplaySettings.getInitialState())
  setOnline(true)
})
