import type { TextTable } from '../platform/i18n/text'

export const communityText = {
  chooseHere: { zh: '选社区和院落' },
  switchCommunity: { zh: '换社区' },
  whichCommunity: { zh: '您在哪个社区？' },
  whichPlace: { zh: '您住哪个院落？' },
  placeStaysHere: { zh: '只记在这部手机里，用来找到您的网格员。' },
  offlineTitle: { zh: '不用手机也能办' },
  offlineWords: { zh: '到社区柜台说一声，或者打电话，工作人员替您写，一样有编号。' },
  address: { zh: '地址', bo: 'གནས་ཡུལ།' },
  hours: { zh: '时间', bo: 'དུས་ཚོད།' },
  phone: { zh: '电话', bo: 'ཁ་པར།' },
  demo: { zh: '示范' },
  callLabel: { zh: '{phone}，打给{name}' },
} as const satisfies TextTable
