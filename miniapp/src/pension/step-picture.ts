/** What a step of an official app looks like, about. */
export type StepPicture = 'find' | 'open' | 'write' | 'face' | 'done' | 'press'

/** The first that fits: a face before a form, since both are named where somebody looks into the camera. */
const SIGNS: readonly [StepPicture, RegExp][] = [
  ['face', /眨|张嘴|刷脸|人脸|镜头|摄像|对着/],
  ['done', /成功|完成|办好|通过|结果/],
  ['write', /登录|注册|填|输入|写|密码|验证码/],
  ['find', /找|搜|下载|安装/],
  ['open', /打开|进入|进去/],
]

/** A drawing for a step that is written in the configuration; what fits none is something to press. */
export const pictureOf = (step: string): StepPicture => SIGNS.find(([, sign]) => sign.test(step))?.[0] ?? 'press'
