import Taro from '@tarojs/taro'
import { CallError } from './call-error'
import { callerOf, callHeaders, isSuccess, refusalOf } from './request'

const EXPIRED = 410

/** Fetches what stands at this path as whoever calls; answers where WeChat keeps it for now. Rejects with CallError. */
export const fetchFile = async (path: string): Promise<string> => {
  const caller = callerOf()
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: API_BASE + path,
    header: callHeaders(),
  }).catch(() => {
    throw new CallError('network_unreachable', 0)
  })
  if (isSuccess(statusCode)) return tempFilePath
  // What a refusal says comes as a file; the status tells what the page needs to know.
  if (statusCode === EXPIRED) throw new CallError('file_link_expired', statusCode)
  throw refusalOf(statusCode, undefined, caller)
}

/** WeChat clears what it keeps for now by itself. */
export const releaseFile = (_address: string): void => {}
