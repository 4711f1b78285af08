import type { TextTable } from '../platform/i18n/text'

/** Words of the building blocks themselves. */
export const uiText = {
  back: { zh: '返回' },
  close: { zh: '关闭', bo: 'ཁ་རྒྱག' },
  search: { zh: '搜索', bo: 'བཤེར་འཚོལ།' },
  nothingFound: { zh: '没有找到，换个词试试', bo: 'འཚོལ་ཞིབ་བྱས་འབྲས་མེད།' },
  required: { zh: '必填', bo: 'ངེས་པར་འབྲི་དགོས།' },
  roomLeft: { zh: '还可以写{count}字' },
  tooLong: { zh: '多了{count}字，请删短一些' },
  step: { zh: '第{step}步/共{total}步' },
  stars: { zh: '{stars}星，{words}' },
  offline: { zh: '现在没有网络。您写的内容会留在手机里。' },
  retry: { zh: '再试一次' },
  requestId: { zh: '出错记录 {id}' },
  unreachable: { zh: '连不上网络，刚才没有办成。' },
  unreachableNext: { zh: '您写的内容还在手机里。看看网络，再试一次。' },
  failed: { zh: '服务出了点问题，不是您的错。' },
  failedNext: { zh: '请过一会儿再试，也可以打电话找人。' },
  loading: { zh: '正在打开' },
  call: { zh: '打电话找人' },
  callSomebody: { zh: '打给{name} {phone}' },
  ifNobodyAnswers: { zh: '打不通就打{name}' },
  allContacts: { zh: '看全部电话' },
  hotline: { zh: '政务服务便民热线' },
  hotlineAbout: { zh: '找不到社区电话时打这个' },
  hotlineHours: { zh: '全天' },
} as const satisfies TextTable
