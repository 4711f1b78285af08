import type { IconName } from '../ui/icon'

/** The numbers of the whole country: built in, because whoever needs one may have no network. */
export const NUMBERS = { fire: '119', ambulance: '120', police: '110' } as const
type Helper = keyof typeof NUMBERS

interface Emergency {
  icon: IconName
  call: Helper
  /** The second number, when somebody was hurt as well. */
  also: Helper | null
  /** Names of the texts that say what to do first, in the order in which it is done. */
  steps: readonly [string, string, string]
}

/** What somebody cannot wait with. */
export const EMERGENCIES = {
  gas: { icon: 'wind', call: 'fire', also: 'ambulance', steps: ['gas1', 'gas2', 'gas3'] },
  burning: { icon: 'flame', call: 'fire', also: 'ambulance', steps: ['burning1', 'burning2', 'burning3'] },
  injury: { icon: 'cross', call: 'ambulance', also: null, steps: ['injury1', 'injury2', 'injury3'] },
  violence: { icon: 'shield', call: 'police', also: 'ambulance', steps: ['violence1', 'violence2', 'violence3'] },
} as const satisfies Record<string, Emergency>
export type EmergencyKind = keyof typeof EMERGENCIES

export const EMERGENCY_KINDS = ['gas', 'burning', 'injury', 'violence'] as const satisfies readonly EmergencyKind[]
