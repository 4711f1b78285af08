import Taro from '@tarojs/taro'
import type { Sound, SoundEvents } from './sound.h5'

/** Plays what stands at this address, also while the phone is set to silent: somebody pressed the button to hear it. */
export const openSound = (address: string, { onTime, onEnd, onFail }: SoundEvents): Sound => {
  void Taro.setInnerAudioOption({ obeyMuteSwitch: false })
  const audio = Taro.createInnerAudioContext()
  audio.src = address
  audio.onTimeUpdate(() => onTime(audio.currentTime))
  audio.onEnded(onEnd)
  audio.onError(onFail)
  return { play: () => audio.play(), pause: () => audio.pause(), release: () => audio.destroy() }
}
