import { create } from 'zustand'

interface NetworkState {
  isOnline: boolean
}

/** Whether the phone believes it has a network; pages show a quiet strip when not. */
export const useNetwork = create<NetworkState>()(() => ({ isOnline: true }))

export const setOnline = (isOnline: boolean): void => {
  if (useNetwork.getState().isOnline !== isOnline) useNetwork.setState({ isOnline })
}
