/** WeChat's numbers for a privacy guide that was refused, refused again at once, or does not name the interface. */
const PRIVACY_REFUSED: readonly unknown[] = [103, 104, 112]

/** Whether the person, WeChat or the phone did not allow it; else something went wrong on the way. */
export const isRefused = (failure: unknown): boolean => {
  if (typeof failure !== 'object' || failure === null) return false
  const isByNumber = 'errno' in failure && PRIVACY_REFUSED.includes(failure.errno)
  return isByNumber || ('errMsg' in failure && /auth ?den|authorize|permission/i.test(String(failure.errMsg)))
}
