import type { TextTable } from '../platform/i18n/text'

/** Words of the question that stands before everything that WeChat calls private. */
export const privacyText = {
  title: { zh: '先问您一句' },
  need: { zh: '{what}以前，微信要您看过并同意《{guide}》。' },
  guide: { zh: '小板凳隐私保护指引' },
  agree: { zh: '同意' },
  refuse: { zh: '不同意' },
  seeGuide: { zh: '看《{guide}》' },
  seePolicy: { zh: '看小板凳的隐私政策' },
  guideFailed: { zh: '这会儿打不开。请看小板凳的隐私政策，说的是一样的事。' },

  photos: { zh: '拍照、选照片' },
  photosElse: { zh: '不同意也能办：写几句话就行。' },
  voice: { zh: '录音' },
  voiceElse: { zh: '不同意也能办：打字一样能说。' },
  position: { zh: '用您的位置' },
  positionElse: { zh: '不同意也能办：选院落就行。' },
  calendar: { zh: '加到手机日历' },
  calendarElse: { zh: '不同意也行：「我的预约」里都有。' },
  copy: { zh: '复制' },
  copyElse: { zh: '不同意也行：照着看、照着抄。' },
  phone: { zh: '用微信里的手机号' },
  phoneElse: { zh: '不同意也行：先不绑，别的照样能用。' },
  scan: { zh: '扫码' },
  scanElse: { zh: '不同意也能办：照着数字输进去。' },
  other: { zh: '接着办' },
  otherElse: { zh: '不同意，别的照样能用。' },
} as const satisfies TextTable
