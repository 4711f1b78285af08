import type { DisplayPreferences, peopleContract } from '@little-bench/shared/people/contract'
import { peopleEndpoints } from '@little-bench/shared/people/endpoints'
import { type DisplayChoice, useDisplaySettings } from '../platform/display-settings'
import { useNetwork } from '../platform/network-state'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

// Whoever acts for somebody goes on reading by their own choice.
const peopleApi = createClient<typeof peopleContract>(peopleEndpoints, { actingFor: null })

/**
 * From here on this phone and the account of whoever is signed in have the same language, 长辈版 and text step: at the
 * start, after signing in, after each choice. Nobody is told when it fails; the next of these tries again. Returns how to
 * stop.
 */
export const watchDisplay = (): (() => void) => {
  const stops = [
    useSession.subscribe((now, before) => {
      if (now.token !== null && now.token !== before.token) void agree()
    }),
    useDisplaySettings.subscribe(({ choice }, before) => {
      if (choice !== before.choice && choice?.isKept === false) void agree()
    }),
    useNetwork.subscribe(({ isOnline }) => {
      if (isOnline) void agree()
    }),
  ]
  void agree()
  return () => {
    for (const stop of stops) stop()
  }
}

let running: Promise<void> | undefined
let isCalledAgain = false

/** One at a time: of two choices the later one arrives last. */
const agree = (): Promise<void> => {
  isCalledAgain = running !== undefined
  running ??= agreeOnce()
    .catch(() => undefined)
    .finally(() => {
      running = undefined
    })
    .then(() => (isCalledAgain ? agree() : undefined))
  return running
}

const agreeOnce = async (): Promise<void> => {
  const { token, person } = useSession.getState()
  if (token === null || person === null) return
  const { choice } = useDisplaySettings.getState()
  if (choice?.by === person.id && !choice.isKept) return sendChoice(choice, token)
  const { display } = await peopleApi.getMe({}, { token })
  const isOvertaken = useSession.getState().token !== token || useDisplaySettings.getState().choice !== choice
  if (isOvertaken) return
  if (display) return take(display, person.id)
  // Chosen on this phone before signing in, and nothing elsewhere: it is theirs. What another chose here is not.
  if (choice?.by === null) useDisplaySettings.setState({ choice: { by: person.id, isKept: false } })
}

const sendChoice = async (choice: DisplayChoice, token: string): Promise<void> => {
  const { language, isElderMode, textStep, hasChosenMode } = useDisplaySettings.getState()
  const body = { language, isElderMode: hasChosenMode ? isElderMode : null, textStep }
  await peopleApi.saveDisplayPreferences({ body }, { token })
  // A choice that was made meanwhile still waits.
  if (useDisplaySettings.getState().choice === choice)
    useDisplaySettings.setState({ choice: { ...choice, isKept: true } })
}

const take = ({ language, isElderMode, textStep }: DisplayPreferences, by: string): void => {
  const mode = isElderMode === null ? {} : { isElderMode, hasChosenMode: true }
  useDisplaySettings.setState({ language, textStep, ...mode, choice: { by, isKept: true } })
}
