import { CallError } from './call-error'
import { callerOf, callHeaders, isSuccess, refusalOf } from './request'

/** Fetches what stands at this path as whoever calls; answers an address that this page can show. Rejects with CallError. */
export const fetchFile = async (path: string): Promise<string> => {
  const caller = callerOf()
  const unreachable = () => {
    throw new CallError('network_unreachable', 0)
  }
  const answer = await fetch(API_BASE + path, { headers: callHeaders() }).catch(unreachable)
  if (!isSuccess(answer.status)) throw refusalOf(answer.status, await answer.json().catch(() => undefined), caller)
  return URL.createObjectURL(await answer.blob().catch(unreachable))
}

/** A browser keeps the bytes until it is told that nobody shows them any more. */
export const releaseFile = (address: string): void => URL.revokeObjectURL(address)
