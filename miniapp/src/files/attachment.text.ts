import type { TextTable } from '../platform/i18n/text'

export const attachmentText = {
  photos: { zh: '照片' },
  photo: { zh: '第{number}张照片，共{count}张' },
  photoFailed: { zh: '没打开' },
  tapAgain: { zh: '照片没打开，请再点一次。' },
  retryPhoto: { zh: '第{number}张照片没打开，再试一次' },
  opening: { zh: '正在打开' },
  previous: { zh: '上一张', bo: 'སྔོན་མ།' },
  next: { zh: '下一张', bo: 'རྗེས་མ།' },
  close: { zh: '关闭', bo: 'ཁ་རྒྱག' },
  retry: { zh: '再试一次' },
  listen: { zh: '听录音，{seconds}秒' },
  pause: { zh: '先停下' },
  goOn: { zh: '接着听' },
  heard: { zh: '第{at}秒，共{seconds}秒' },
  voiceFailed: { zh: '录音没打开。看看网络，再试一次。' },
  transcript: { zh: '录音里说' },
} as const satisfies TextTable
