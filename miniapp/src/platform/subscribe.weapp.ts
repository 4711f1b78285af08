import Taro from '@tarojs/taro'
import type { SubscribeAnswers } from './subscribe.h5'

/** Whether messages of WeChat can be agreed to here. */
export const canSubscribe = true

/** 「接收通知」 is switched off for all of the mini-program. */
const SWITCHED_OFF = 20004

/**
 * Opens WeChat's panel. Must be called within the tap itself, before anything is waited for: after that WeChat does not
 * open it. Gives what was answered to each; `off` when its owner has switched all of them off; undefined when it did not
 * open.
 */
export const askToSubscribe = async (templateIds: readonly string[]): Promise<SubscribeAnswers | 'off' | undefined> => {
  try {
    // Taro's types want what another platform calls them.
    const answers: unknown = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })
    return answersIn(answers)
  } catch (failure) {
    const code: unknown = typeof failure === 'object' && failure !== null ? Reflect.get(failure, 'errCode') : undefined
    return code === SWITCHED_OFF ? 'off' : undefined
  }
}

const answersIn = (answers: unknown): SubscribeAnswers =>
  typeof answers === 'object' && answers !== null
    ? Object.fromEntries(Object.entries(answers).filter(([, answer]) => typeof answer === 'string'))
    : {}
