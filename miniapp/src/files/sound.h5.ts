export interface SoundEvents {
  /** Seconds from the beginning, as it plays. */
  onTime: (seconds: number) => void
  onEnd: () => void
  onFail: () => void
}

export interface Sound {
  play: () => void
  pause: () => void
  release: () => void
}

/** Plays what stands at this address. */
export const openSound = (address: string, { onTime, onEnd, onFail }: SoundEvents): Sound => {
  const audio = new Audio(address)
  audio.addEventListener('timeupdate', () => onTime(audio.currentTime))
  audio.addEventListener('ended', onEnd)
  audio.addEventListener('error', onFail)
  return {
    play: () => void audio.play().catch(onFail),
    pause: () => audio.pause(),
    release: () => {
      audio.removeEventListener('error', onFail)
      audio.pause()
      audio.removeAttribute('src')
    },
  }
}
