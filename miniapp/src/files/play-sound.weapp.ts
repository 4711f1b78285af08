import Taro from '@tarojs/taro'

/** Plays what lies at this address and gives what stops it. */
export const playSound = (address: string, onEnd: () => void): (() => void) => {
  const sound = Taro.createInnerAudioContext()
  sound.onEnded(onEnd)
  sound.onError(onEnd)
  sound.src = address
  sound.play()
  return () => sound.destroy()
}
