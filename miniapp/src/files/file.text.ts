import type { TextTable } from '../platform/i18n/text'

export const fileText = {
  photos: { zh: '照片' },
  photosHint: { zh: '最多{count}张，还能加{left}张' },
  photosFull: { zh: '已经有{count}张，不能再加了' },
  takePhoto: { zh: '拍照' },
  choosePhoto: { zh: '从相册选' },
  preparing: { zh: '正在存照片，请等一下' },
  photoAt: { zh: '第{number}张照片' },
  removePhoto: { zh: '第{number}张照片，删除' },
  removed: { zh: '照片删掉了' },
  photosRefused: { zh: '手机没让用相机和相册。到微信的设置里打开再试；不加照片也能发。' },
  keepFailed: { zh: '这张照片没存下来。看看手机还有没有空间，再试一次。' },

  voice: { zh: '录音' },
  voiceHint: { zh: '不想打字就说一段，最长{seconds}秒' },
  startVoice: { zh: '点一下，开始说' },
  stopVoice: { zh: '说完了，点一下' },
  saying: { zh: '正在录，已录{seconds}秒' },
  said: { zh: '录好了，{seconds}秒' },
  play: { zh: '听一遍' },
  stopPlaying: { zh: '停' },
  removeVoice: { zh: '删掉重录' },
  voiceRefused: { zh: '手机没让用话筒。到设置里打开话筒再试；打字也一样能说。' },
  voiceFailed: { zh: '这次没录上。再录一次，或者打字。' },

  sending: { zh: '正在发{name}，已发{percent}%' },
  notSent: { zh: '{name}没发出去，还在手机里。' },
  sendAgain: { zh: '再发一次' },
} as const satisfies TextTable
