import { useState } from 'react'

/** Which items are chosen to be handed over together. Another list starts with none. */
export const useSelection = (listKey: string) => {
  const [state, setState] = useState({ listKey, isOn: false, ids: EMPTY })
  const { isOn, ids } = state.listKey === listKey ? state : { isOn: false, ids: EMPTY }
  return {
    isOn,
    ids,
    start: () => setState({ listKey, isOn: true, ids }),
    stop: () => setState({ listKey, isOn: false, ids: EMPTY }),
    toggle: (id: string) => setState({ listKey, isOn: true, ids: toggled(ids, id) }),
    choose: (chosen: readonly string[]) => setState({ listKey, isOn: true, ids: new Set(chosen) }),
  }
}
export type Selection = ReturnType<typeof useSelection>

const EMPTY: ReadonlySet<string> = new Set()

const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const after = new Set(ids)
  if (!after.delete(id)) after.add(id)
  return after
}
