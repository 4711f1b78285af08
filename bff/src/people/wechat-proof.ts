import { AppError, type ErrorCode } from '@little-bench/shared/kernel/errors'
import { isPhone, plainPhone } from '@little-bench/shared/people/phone'
import type { Context } from '../platform/context.ts'
import { type Wechat, WechatError, type WechatProblem } from '../platform/wechat/wechat.ts'

/** What a person is told; whatever only time or the operator mends is the same to them. */
const TOLD: Partial<Record<WechatProblem, ErrorCode>> = {
  code_invalid: 'wechat_code_invalid',
  // Somebody else's code: from this phone it is no good.
  refused: 'wechat_code_invalid',
  sign_in_refused: 'wechat_sign_in_refused',
}

const asking = async <Answer>({ wechat }: Context, ask: (wechat: Wechat) => Promise<Answer>): Promise<Answer> => {
  if (!wechat) throw new AppError('wechat_unavailable')
  try {
    return await ask(wechat)
  } catch (error) {
    if (error instanceof WechatError) throw new AppError(TOLD[error.problem] ?? 'wechat_unavailable')
    throw error
  }
}

/** Errors: `wechat_code_invalid`, `wechat_sign_in_refused`, `wechat_unavailable`. */
export const openIdOfCode = (context: Context, code: string): Promise<string> =>
  asking(context, (wechat) => wechat.openIdOf(code))

/** Errors: `wechat_code_invalid`, `wechat_unavailable`; `validation_failed` for a number abroad. */
export const phoneOfCode = async (context: Context, code: string, openId: string): Promise<string> => {
  const { countryCode, number } = await asking(context, (wechat) => wechat.phoneNumberOf(code, openId))
  const phone = plainPhone(number)
  if (countryCode !== '86' || !isPhone(phone)) {
    throw new AppError('validation_failed', [{ field: 'wechatPhoneCode', message: '这里只能绑中国大陆的号码。' }])
  }
  return phone
}
