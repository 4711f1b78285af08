/** Plays what lies at this address and gives what stops it. */
export const playSound = (address: string, onEnd: () => void): (() => void) => {
  const sound = new Audio(address)
  sound.onended = onEnd
  sound.onerror = onEnd
  sound.play().catch(onEnd)
  return () => sound.pause()
}
