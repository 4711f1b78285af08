import type { TextTable } from '../platform/i18n/text'

export const volunteerText = {
  title: { zh: '随手拍志愿队' },
  hint: { zh: '路上看到不安全的地方，拍下来就报。只数队里公开报的，不写名字。' },
  none: { zh: '{community}还没有志愿队' },
  noneNext: { zh: '有了队伍会写在这里。不加入也能随手拍。' },
  members: { zh: '{count}个人' },
  reported: { zh: '报过' },
  solved: { zh: '解决了' },
  items: { zh: '{count}件' },
  allSolved: { zh: '都解决了' },
  member: { zh: '您在队里' },
  join: { zh: '加入' },
  joinLabel: { zh: '加入{team}' },
  leave: { zh: '退出' },
  leaveLabel: { zh: '退出{team}' },
  joined: { zh: '加入了。以后随手拍可以算队里的。' },
  left: { zh: '退出了。报过的还算队里的。' },
  undo: { zh: '撤销' },
  signIn: { zh: '登录后加入' },
  onlySelf: { zh: '加入只能本人来。' },
  snap: { zh: '随手拍' },
} as const satisfies TextTable
