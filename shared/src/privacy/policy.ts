import type { LocalText } from '../kernel/language.ts'
import { POLICY_VERSION } from './consents.ts'

/** One kind of data: what for, and, where it is sensitive, why it is needed all the same (条例 21, PIPL 17, 30). */
interface Kept {
  what: LocalText
  purpose: LocalText
  /** Null where nothing of it is sensitive. */
  whySensitive: LocalText | null
}

/** Who gets what, and who agrees before. */
interface Recipient {
  who: LocalText
  gets: LocalText
  when: LocalText
}

/** The policy as lists, which is how 网络数据安全管理条例 21 asks for it; how long things are kept is `RETENTION`. */
export interface PrivacyPolicy {
  version: string
  /** Whose policy it is and whom to ask; the telephone is the community's own desk. */
  handler: { name: LocalText; contact: LocalText }
  kept: readonly Kept[]
  neverTaken: readonly LocalText[]
  recipients: readonly Recipient[]
  rights: readonly { what: LocalText; how: LocalText }[]
  children: readonly LocalText[]
  protection: readonly LocalText[]
  changes: LocalText
}

export const POLICY: PrivacyPolicy = {
  version: POLICY_VERSION,
  handler: {
    name: { zh: '您所在的社区居民委员会' },
    contact: { zh: '打社区服务大厅的电话，或者到柜台找负责资料的人。电话在「有困难找社区」最上面。' },
  },
  kept: [
    {
      what: { zh: '名字、电话、微信给的编号' },
      purpose: { zh: '登录；告诉您事情办到哪了' },
      whySensitive: null,
    },
    {
      what: { zh: '您说的事：字、照片、录音、地点' },
      purpose: { zh: '把事情交给该办的人办' },
      whySensitive: { zh: '准确位置是敏感信息：只在您点了「用我的位置」时才记，也可以只选院落。' },
    },
    {
      what: { zh: '资料：生日、住处、工作地点、残疾、行动不便、独居、说哪种话' },
      purpose: { zh: '看能不能享受优待、要不要上门、要不要翻译' },
      whySensitive: { zh: '残疾和行动不便是健康信息：不填也能办事，只是没有优待和上门。' },
    },
    {
      what: { zh: '家里人、代办的授权' },
      purpose: { zh: '一户算一次；家里人替您办事' },
      whySensitive: null,
    },
    {
      what: { zh: '孩子的小名、出生年月、过敏、接送人' },
      purpose: { zh: '托育照看和接送' },
      whySensitive: { zh: '不满十四岁的孩子的信息都是敏感信息：没有它不能照看，所以要监护人单独同意。' },
    },
    {
      what: { zh: '订餐：菜、送到哪、要注意什么' },
      purpose: { zh: '做饭、送餐、算补贴' },
      whySensitive: { zh: '忌口可能说到健康：只给厨房看，不写也能订。' },
    },
    {
      what: { zh: '活动报名' },
      purpose: { zh: '留位子、知道谁来' },
      whySensitive: null,
    },
    {
      what: { zh: '养老认证什么时候办的、上门的原因和地点' },
      purpose: { zh: '到期提醒；安排人上门' },
      whySensitive: { zh: '不能出门的原因是健康信息：只有上门的那一位当天能看，不写也能约。' },
    },
    {
      what: { zh: '调解：您的话、对方是谁、协议' },
      purpose: { zh: '调解纠纷' },
      whySensitive: { zh: '说的是家里和邻里的私事：只有调解员和调委会看，另一方只看您同意的部分。' },
    },
    {
      what: { zh: '谁什么时候看过您的资料、替您办过什么' },
      purpose: { zh: '让您查得到；追究不该看的人' },
      whySensitive: null,
    },
  ],
  neverTaken: [
    { zh: '人脸' },
    { zh: '身份证号和户口本照片' },
    { zh: '银行卡' },
    { zh: '宗教信仰' },
    { zh: '通讯录、您在哪里走动' },
  ],
  recipients: [
    {
      who: { zh: '街道、部门、物业（一件事归他们办时）' },
      gets: { zh: '这件事的内容和地点，名字打星号' },
      when: { zh: '事情转给他们时；您在这件事的进度里看得到' },
    },
    {
      who: { zh: '调解的另一方' },
      gets: { zh: '您勾选的那些' },
      when: { zh: '您单独同意以后' },
    },
    {
      who: { zh: '微信' },
      gets: { zh: '提醒：只有编号和进度，没有内容；要公开的字和照片送去查有没有违规' },
      when: { zh: '您允许了微信提醒；您选了公开' },
    },
    {
      who: { zh: '养老待遇的认证机构' },
      gets: { zh: '我们不给。认证在官方的应用里办' },
      when: { zh: '不发生' },
    },
  ],
  rights: [
    {
      what: { zh: '看我的全部资料，带走一份' },
      how: { zh: '「我」→「我的数据」→「带走一份」；没有手机的到柜台打印' },
    },
    { what: { zh: '收回同意' }, how: { zh: '「我」→「我的数据」→「同意过什么」，点一下' } },
    { what: { zh: '改正' }, how: { zh: '能改的自己改；不能改的在「我的数据」里请社区改，15个工作日内答复' } },
    { what: { zh: '删除' }, how: { zh: '能删的自己删；不能删的也在那里请社区删，15个工作日内答复，不能删会说为什么' } },
    { what: { zh: '看谁看过我的资料' }, how: { zh: '在带走的那一份里；孩子和调解的在各自的页面上' } },
    { what: { zh: '注销账号' }, how: { zh: '「我」→「注销账号」，马上办' } },
    { what: { zh: '不满意可以投诉' }, how: { zh: '打12345，或者向网信部门投诉' } },
  ],
  children: [
    { zh: '孩子没有自己的账号，资料由监护人填写、查看、改正、删除。' },
    { zh: '只记小名、出生年月、过敏和接送人，不记身份证号，不拍照片。' },
    { zh: '照看孩子的人只在有预约的那一天看得到，每看一次都记下来给监护人看，不能导出。' },
    { zh: '不同意就不能约托育，别的服务照样能用。' },
    { zh: '没有预约时删掉，马上就没有了；过去的预约最多再留一年。' },
    { zh: '要问、要投诉孩子资料的事，打社区服务大厅的电话。' },
  ],
  protection: [
    { zh: '敏感的内容加密保存，钥匙另外放。' },
    { zh: '不该看的人看不到：每一种身份能看什么都逐项试过。' },
    { zh: '出了泄露，马上补救，告诉您和主管部门。' },
  ],
  changes: {
    zh: '改了会换版本。跟您的同意有关的改动，会请您重新看、重新决定；不再问第二遍您已经拒绝的。',
  },
}
